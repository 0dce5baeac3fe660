import { readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { startTestCore } from './core.ts'
import { importTexts } from './workedProject.ts'

/*
 * Works on a project as fast as it can until it is killed: imports, annotation, datasets, undo. What the core has
 * acknowledged is told on standard output at once, one JSON line each; what was never told may or may not be there.
 *
 *   node test/support/crashChild.ts <data folder> <project> <number of this run> <dataset to vary>
 */

const [folder, project, run, dataset] = process.argv.slice(2) as [string, string, string, string]

export type Acknowledged =
  | { what: 'ready' }
  | { what: 'job'; kind: string; state: string }
  | { what: 'mention'; uid: string }
  | { what: 'entity'; id: number; name: string }
  | { what: 'import'; batch: string; articles: number }
  | { what: 'undone'; uid: string }

const tell = (it: Acknowledged): void => void writeSync(1, `${JSON.stringify(it)}\n`)

const t = startTestCore(folder, ({ event, payload }) => {
  if (event === 'job') tell({ what: 'job', kind: payload.kind, state: payload.state })
})
await t.ask('projects.open', { path: project })
const company = (await t.ask('schema.get', {})).entityTypes.find((it) => it.key === 'company')!.id
await t.ask('imports.discard', {})
tell({ what: 'ready' })

/** Every text is another one, so that none is left out as a duplicate. */
const textOf = (batch: string, n: number): string =>
  `Nr. ${n} of ${batch}: JD.com 🚀 und 京东 sprechen.\n${`${batch}${n}word `.repeat(60)}`

const annotate = async (articleId: number, batch: string, n: number): Promise<void> => {
  const { text } = await t.ask('articles.open', { id: articleId })
  const name = `${batch} entity ${n}`
  const { id: entityId } = await t.ask('entities.create', { typeId: company, name })
  tell({ what: 'entity', id: entityId, name })
  for (const quote of ['JD.com', '京东', '🚀'].filter((it) => text.includes(it))) {
    const start = text.indexOf(quote)
    const fragments = [{ start, end: start + quote.length }]
    const { uid } = await t.ask('mentions.create', { articleId, typeId: company, entityId, fragments })
    tell({ what: 'mention', uid })
  }
}

/** Only while nothing else runs: undo takes back the latest step, whoever made it. */
const tagAndUndo = async (articleId: number): Promise<void> => {
  const { uid } = await t.ask('mentions.create', {
    articleId,
    typeId: company,
    fragments: [{ start: 0, end: 2 }],
  })
  await t.ask('history.undo', {})
  tell({ what: 'undone', uid })
}

const importBatch = async (batch: string): Promise<number[]> => {
  const size = 30
  const items = Array.from({ length: size }, (_, n) => ({
    name: `${batch}-${n}.txt`,
    text: textOf(batch, n),
  }))
  const ids = await importTexts(t, items)
  tell({ what: 'import', batch, articles: ids.length })
  return ids
}

/** The same dataset under other uids and names of its originals. */
const importDataset = async (batch: string): Promise<void> => {
  const path = join(folder, 'varied.jsonl')
  const mark = batch.replace(/\D/g, '').padStart(8, '0').slice(-8)
  writeFileSync(
    path,
    readFileSync(dataset, 'utf8')
      .replace(/"[0-9a-f]{8}(-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")/g, `"${mark}$1`)
      .replace(/("source":\{"name":")/g, `$1${batch}-`),
  )
  const { result } = await t.job('imports.dataset', { path })
  tell({ what: 'import', batch, articles: (result as { articles: number }).articles })
}

for (let round = 0; ; round += 1) {
  const batch = `batch${run}r${round}`
  // Annotation goes on while the import runs, as it does for a person.
  const importing = importBatch(batch)
  const { rows } = await t.ask('articles.page', {
    filter: {},
    sort: { by: 'added', descending: true },
    offset: 0,
    limit: 5,
  })
  for (const [n, row] of rows.entries()) await annotate(row.id, `${batch}early`, n)
  const ids = await importing
  for (const [n, id] of ids.slice(0, 5).entries()) await annotate(id, batch, n)
  await tagAndUndo(ids[0]!)
  await importDataset(`${batch}0`)
}
