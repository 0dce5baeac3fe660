import { createReadStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connect } from '../../../main/db/index.ts'
import { textHash } from '../../../main/features/articles/index.ts'
import { identifyText } from '../../../main/features/imports/reading/fingerprint.ts'
import { foldForIndex } from '../../../shared/text/search.ts'
import { startBenchCore } from '../core.ts'
import { createCorpus } from '../generator/corpus.ts'
import { writePlainJsonl } from '../generator/jsonl.ts'
import { type Measured, type Row, timed } from '../measure.ts'
import { runChild } from '../runChild.ts'

/** Rows per transaction of the bare loop: as few as keep a second connection able to write. */
const chunkRows = 5000

interface PlainLine {
  readonly url: string
  readonly title: string
  readonly date: string
  readonly publisher: string
  readonly language: string
  readonly text: string
}

/**
 * Parses line by line and inserts the rows an import leaves – article, text, original, search index, fingerprint with
 * its bands – into a project file with the same indexes and triggers; looks for no duplicates, guesses and checks nothing.
 */
const bareImport = async (jsonl: string, path: string): Promise<void> => {
  const db = connect(path, { mustExist: true, synchronous: 'NORMAL' })
  const insert = (table: string, columns: string) => {
    const sql = `INSERT INTO ${table} (${columns}) VALUES (${columns.split(',').map(() => '?')})`
    return (...cells: (string | number | Uint8Array | null)[]): number => db.run(sql, cells).lastInsertRowid
  }
  const addText = insert('text', 'hash, length, content')
  const addIndex = insert('derived_text_index', 'rowid, body')
  const addSource = insert('source', 'name, media_type, encoding, extraction, bytes')
  const addBand = insert('derived_fingerprint', 'band, bits, text_id, fingerprint')
  const addArticle = insert(
    'article',
    'uid, text_id, source_id, title, title_tokens, language, published_on, publisher, source_url, status, note, made_by, made_how, made_at',
  )
  let held: string[] = []
  let number = 0
  const put = (line: string): void => {
    const it = JSON.parse(line) as PlainLine
    const textId = addText(textHash(it.text), it.text.length, it.text)
    addIndex(textId, foldForIndex(it.text))
    const { fingerprint, bands } = identifyText(it.text)
    bands.forEach((bits, band) => {
      addBand(band, bits, textId, fingerprint)
    })
    const sourceId = addSource(it.title, 'text/plain', 'utf-8', '{}', Buffer.from(line))
    const tokens = foldForIndex(it.title)
    addArticle(
      ...([
        `bare-${++number}`,
        textId,
        sourceId,
        it.title,
        tokens,
        it.language,
        it.date,
        it.publisher,
      ] as const),
      ...([it.url, 'unread', '', 1, 'import', '2026-01-01T00:00:00.000Z'] as const),
    )
  }
  const flush = (): void => {
    db.transaction(() => {
      for (const line of held) put(line)
    })
    held = []
  }
  for await (const line of createInterface({ input: createReadStream(jsonl), crlfDelay: 0 })) {
    held.push(line)
    if (held.length >= chunkRows) flush()
  }
  flush()
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
}

export const interchange: Row = {
  id: 'interchange',
  run: async ({ project, workingCopy, scratch }) => {
    const { articles } = project.corpus.options
    const jsonl = join(scratch, 'articles.jsonl')
    writePlainJsonl(createCorpus({ articles, mentionsPerArticle: 0, seed: 4 }), jsonl)
    const [ourPath, barePath] = [join(scratch, 'ours.ligature'), join(scratch, 'bare.ligature')]
    const core = startBenchCore(scratch)
    try {
      await core.ask('projects.create', { name: 'bare', path: barePath })
      await core.ask('projects.create', { name: 'ours', path: ourPath })
      const bare = await timed(() => bareImport(jsonl, barePath))
      const read = await core.job('imports.prepare', { items: [{ path: jsonl }] })
      const taken = await core.job('imports.commit', { createTypes: false })
      const { articles: stored } = (await core.ask('projects.current', {}))!
      if (stored !== articles) throw new Error(`${stored} articles were imported, not ${articles}.`)
      const result: Measured[] = [
        {
          what: `import ${articles.toLocaleString('en')} plain JSONL articles: sorted, read, proposed, taken in`,
          baseline: 'bare loop: parse, insert the same rows with fingerprints, same indexes and triggers',
          unit: 's',
          ours: [(read + taken) / 1000],
          bare: [bare / 1000],
          goal: { ratio: 1.5 },
        },
      ]
      const bareMemory = (await runChild('bare', [workingCopy])).peak
      const memory = await runChild('interchange', [join(scratch, 'home'), workingCopy, scratch, jsonl])
      result.push({
        what: `memory: exports to Ligature JSONL, CSV, Parquet and brat, then the import above`,
        baseline: 'bare Node + better-sqlite3: open and count',
        unit: 'MB',
        ours: [memory.peak],
        bare: [bareMemory],
        goal: { p95: 400 },
      })
      return result
    } finally {
      await core.close()
      for (const path of [jsonl, ourPath, barePath]) rmSync(path, { force: true })
    }
  },
}
