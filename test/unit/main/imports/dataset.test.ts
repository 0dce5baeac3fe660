import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProjectFile } from '../../../../main/db/index.ts'
import { exportJob } from '../../../../main/features/exports/index.ts'
import { type DatasetReport, importDatasetJob } from '../../../../main/features/imports/dataset/index.ts'
import { journalledTables } from '../../../../shared/contract/define.ts'
import { createOffsetMap } from '../../../../shared/text/offsets.ts'
import { createEmptyProject, fillFixture } from '../../../support/fixtureProject.ts'
import { runJobOn } from '../../../support/runJob.ts'

type Project = { path: string; file: ProjectFile }
type Row = Record<string, unknown>

const folder = mkdtempSync(join(tmpdir(), 'ligature-dataset-'))
const opened: Project[] = []
let count = 0
let dataset = ''

const newProject = (): Project => {
  count += 1
  const project = createEmptyProject(folder, `project-${count}`)
  opened.push(project)
  return project
}
const newFile = (content: string | Buffer): string => {
  count += 1
  const path = join(folder, `dataset-${count}.jsonl`)
  writeFileSync(path, content)
  return path
}
const exported = async (project: Project, options = {}): Promise<string> => {
  count += 1
  const path = join(folder, `export-${count}.jsonl`)
  const input = {
    formatId: 'ligature-jsonl',
    path,
    scope: { articles: {}, setAside: true, suggestions: true },
    options,
    overwrite: false,
  }
  await runJobOn(exportJob, input, project.path)
  return readFileSync(path, 'utf8')
}
const imported = async (project: Project, content: string | Buffer, options = {}): Promise<DatasetReport> =>
  (
    await runJobOn<{ path: string }, DatasetReport>(
      importDatasetJob,
      { path: newFile(content) },
      project.path,
      options,
    )
  ).result

/** Everything of a project but the history. */
const state = ({ file: { db } }: Project): Row =>
  Object.fromEntries(
    [...journalledTables, 'text', 'source', 'staging'].map((it) => [
      it,
      db.all(`SELECT * FROM ${it} ORDER BY 1`),
    ]),
  )

/** The dataset with its lines changed. */
const changed = (change: (line: Row, index: number) => Row | Row[] | null): string =>
  dataset
    .trimEnd()
    .split('\n')
    .flatMap((it, index) => change(JSON.parse(it) as Row, index) ?? [])
    .map((it) => `${JSON.stringify(it)}\n`)
    .join('')

beforeAll(async () => {
  const project = newProject()
  fillFixture(project.file.db, 3)
  dataset = await exported(project)
})
afterAll(() => {
  for (const it of opened) it.file.close()
  rmSync(folder, { recursive: true, force: true })
})

test('imported into an empty project and exported again, a dataset is the same bytes', async () => {
  const project = newProject()
  const report = await imported(project, dataset)
  expect(report).toEqual({ articles: 15, entities: 6, mentions: 75, relations: 4, left: [] })
  expect(await exported(project)).toBe(dataset)
  expect(project.file.db.all('SELECT * FROM staging')).toEqual([])
  expect(project.file.db.all('PRAGMA foreign_key_check')).toEqual([])
})

test('so it is without the originals', async () => {
  const [source, target] = [opened[0]!, newProject()]
  const slim = await exported(source, { originals: false })
  expect(slim.length).toBeLessThan(dataset.length)
  await imported(target, slim)
  expect(await exported(target)).toBe(slim)
})

test('what came in can be found, and is one step that can be undone and done again', async () => {
  const project = newProject()
  const before = state(project)
  await imported(project, dataset)
  const after = state(project)
  const { db, journal } = project.file
  expect(
    db.value("SELECT count(*) FROM derived_text_index WHERE derived_text_index MATCH 'google'"),
  ).toBeGreaterThan(0)
  expect(db.value('SELECT sum(mentions) FROM derived_article_count')).toBe(75)
  expect(journal.undoable()).toMatchObject({ code: 'imports.dataset' })
  journal.undo()
  for (const table of journalledTables) expect(state(project)[table]).toEqual(before[table])
  journal.redo()
  expect(state(project)).toEqual(after)
})

test.each(['codepoint', 'byte'] as const)('offsets in %s are turned into UTF-16', async (unit) => {
  let map = createOffsetMap('')
  const inUnit = (span: Row): Row => ({
    ...span,
    start: map.to(unit, span.start as number),
    end: map.to(unit, span.end as number),
  })
  const other = changed((line, index) => {
    if (index === 0) return { ...line, offsetUnit: unit }
    if (line.record === 'article') map = createOffsetMap(line.text as string)
    if (line.record === 'mention') return { ...line, fragments: (line.fragments as Row[]).map(inUnit) }
    return line.record === 'evidence' ? inUnit(line) : line
  })
  const project = newProject()
  expect((await imported(project, other)).left).toEqual([])
  expect(await exported(project)).toBe(dataset)
})

test('a mention whose quote does not stand there is left out and listed, never moved', async () => {
  const project = newProject()
  const wrong = changed((line) => {
    if (line.uid !== 'mention-0-3') return line
    const [fragment] = line.fragments as Row[]
    return {
      ...line,
      fragments: [
        { ...fragment, start: (fragment!.start as number) + 1, end: (fragment!.end as number) + 1 },
      ],
    }
  })
  const report = await imported(project, wrong)
  expect(report.mentions).toBe(74)
  expect(report.left).toEqual([
    {
      name: expect.stringMatching(/^line \d+: mention mention-0-3$/),
      reason: 'utf16 58–64 of the text is not "JD.com"',
    },
  ])
  const { db } = project.file
  expect(
    db.get(
      "SELECT source_mention_id AS source, target_mention_id AS target FROM evidence WHERE uid = 'evidence-0-0'",
    ),
  ).toEqual({
    source: expect.any(Number),
    target: null,
  })
})

test('in a project with data, types are matched by key and what is there already stays out', async () => {
  const project = newProject()
  await imported(project, dataset)
  const before = state(project)
  const again = await imported(project, dataset)
  expect(again).toMatchObject({ articles: 0, entities: 0, mentions: 0, relations: 0 })
  expect(again.left).toHaveLength(6 + 15)
  expect(again.left[0]!.reason).toContain('is in this project already; ')
  expect(state(project)).toEqual(before)

  const renamed = changed((line, index) => {
    const own = JSON.parse(
      JSON.stringify(line).replaceAll(
        /"(entity|article|mention|relation|evidence|alias|outside)-(\d)/g,
        '"$1-x$2',
      ),
    ) as Row
    if (index === 0 || line.record !== 'entityType' || line.key !== 'place') return own
    return { ...own, key: 'harbour', uid: 'type-harbour' }
  })
  const moved = renamed.replaceAll('"type":"place"', '"type":"harbour"')
  expect(await imported(project, moved)).toEqual({
    articles: 15,
    entities: 6,
    mentions: 75,
    relations: 4,
    left: [],
  })
  const { db } = project.file
  expect(db.column('SELECT key FROM entity_type ORDER BY id')).toEqual([
    ...['company', 'product', 'place', 'percentage', 'money', 'harbour'],
  ])
  expect(
    db.value("SELECT count(*) FROM mention m JOIN entity_type y ON y.id = m.type_id WHERE y.key = 'harbour'"),
  ).toBe(3)
  expect(db.value('SELECT count(*) FROM relation_type')).toBe(2)
})

const line = (index: number): string => dataset.split('\n')[index]!
const lastLine = (): string => dataset.trimEnd().split('\n').at(-1)!

test.each<[string, () => string | Buffer, RegExp]>([
  ['an empty file', () => '', /line 1: the file ends here/],
  ['a file of something else', () => '{"a":1}\n', /line 1: this is no Ligature dataset/],
  [
    'a newer version',
    () => dataset.replace('"version":1', '"version":2'),
    /line 1: version 2 .* Update Ligature/,
  ],
  ['a file cut off within a line', () => dataset.slice(0, -200), /line \d+: this is no complete JSON/],
  [
    'a file cut off between lines',
    () => dataset.slice(0, -lastLine().length - 1),
    /line \d+: the file ends here without its last line/,
  ],
  [
    'a missing line',
    () => dataset.replace(`${line(dataset.split('\n').length - 3)}\n`, ''),
    /says it holds 15 articles, and 14 were read/,
  ],
  ['something behind the end', () => `${dataset}{"record":"person"}\n`, /something behind the last line/],
  [
    'a line that is no UTF-8',
    () => Buffer.concat([Buffer.from(`${line(0)}\n`), Buffer.from([0x22, 0xff, 0x22, 10])]),
    /line 2: the line is not UTF-8/,
  ],
  [
    'an unknown record',
    () => changed((it, index) => (index === 3 ? { ...it, record: 'event' } : it)),
    /line 4: "record" is "event"/,
  ],
  [
    'an unknown field',
    () => changed((it, index) => (index === 3 ? { ...it, extra: 1 } : it)),
    /line 4: .*extra/,
  ],
  [
    'an unknown entity',
    () => changed((it) => (it.uid === 'mention-1-0' ? { ...it, entity: 'nobody' } : it)),
    /line \d+: there is no entity "nobody"/,
  ],
  [
    'a mention apart from its article',
    () => changed((it) => (it.uid === 'mention-1-0' ? { ...it, article: 'article-0-0' } : it)),
    /line \d+: .*does not stand under it/,
  ],
  [
    'an altered text',
    () => changed((it) => (it.uid === 'article-2-4' ? { ...it, text: 'altered' } : it)),
    /line \d+: the text is not the one/,
  ],
  [
    'a text with CR',
    () => changed((it) => (it.uid === 'article-2-4' ? { ...it, text: 'a\r\nb' } : it)),
    /line \d+: .*carriage return/,
  ],
  [
    'an entity twice',
    () => changed((it) => (it.uid === 'entity-1' ? [it, it] : it)),
    /line \d+: the entity "entity-1" was there before/,
  ],
  [
    'a mention twice',
    () => changed((it) => (it.uid === 'mention-1-1' ? { ...it, uid: 'mention-1-0' } : it)),
    /the uid "mention-1-0" stands in more than one line/,
  ],
])('%s is refused by file and line, and nothing comes in', async (_, content, message) => {
  const project = newProject()
  const before = state(project)
  const attempt = imported(project, content())
  await expect(attempt).rejects.toMatchObject({
    code: 'import.unreadable',
    message: expect.stringMatching(message),
  })
  await expect(attempt).rejects.toThrow(folder)
  expect(state(project)).toEqual(before)
  expect(
    project.file.db.value("SELECT count(*) FROM derived_text_index WHERE derived_text_index MATCH 'google'"),
  ).toBe(0)
})

test('a type that is of another kind here is refused', async () => {
  const project = newProject()
  await imported(project, dataset)
  const other = changed((it) => (it.key === 'money' ? { ...it, kind: 'entity', valueKind: null } : it))
  await expect(imported(project, other)).rejects.toThrow(/"money" is of another kind/)
})

test('cancelled anywhere, it leaves nothing behind', async () => {
  const project = newProject()
  const before = state(project)
  await expect(imported(project, dataset, { cancelAt: 1 })).rejects.toMatchObject({ code: 'cancelled' })
  expect(state(project)).toEqual(before)
})

test('a missing file is said so', async () => {
  const input = { path: join(folder, 'nowhere.jsonl') }
  await expect(runJobOn(importDatasetJob, input, newProject().path)).rejects.toMatchObject({ code: 'io' })
})

test('lines end with LF only, and a byte order mark does no harm', async () => {
  const project = newProject()
  const odd = changed((it, index) =>
    index === 0 ? { ...it, project: { ...(it.project as Row), name: 'one\u2028two\u0085three' } } : it,
  )
  await imported(project, `\ufeff${odd.replace('\\u2028', '\u2028')}`)
  expect(project.file.db.value('SELECT name FROM project')).toBe('one\u2028two\u0085three')
})
