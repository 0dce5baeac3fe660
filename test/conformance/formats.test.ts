import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProjectFile } from '../../main/db/index.ts'
import type { ExportFormat } from '../../main/features/exports/format.ts'
import { exportFormats } from '../../main/features/exports/formats/index.ts'
import { createExports, exportHandlers, exportJob, lossesOf } from '../../main/features/exports/index.ts'
import {
  type ExportReport,
  type ExportScope,
  exportFormat,
  exportReport,
} from '../../shared/contract/exports.ts'
import { messages } from '../../shared/messages/index.ts'
import { completeOptions, type OptionValues } from '../../shared/model/option.ts'
import { createEmptyProject, fillFixture } from '../support/fixtureProject.ts'
import { datasetBytes, parseCsv, readBack, withoutOffsets } from '../support/readBack.ts'
import { hashOf } from '../support/readDataset.ts'
import { runJobOn } from '../support/runJob.ts'

const folder = mkdtempSync(join(tmpdir(), 'ligature-formats-'))
let number = 0
const freshPath = (): string => {
  number += 1
  const place = join(folder, `out-${number}`)
  mkdirSync(place)
  return join(place, 'dataset')
}

let full: { path: string; file: ProjectFile }
let empty: { path: string; file: ProjectFile }
/** The same rows in another file, under other pages. */
const copyPath = join(folder, 'copy of full.ligature')
let long: { path: string; file: ProjectFile }

beforeAll(() => {
  full = createEmptyProject(folder, 'full')
  fillFixture(full.file.db)
  full.file.db.run('VACUUM INTO ?', [copyPath])
  empty = createEmptyProject(folder, 'empty')
  long = createEmptyProject(folder, 'long')
  fillFixture(long.file.db, 60)
})
afterAll(() => {
  for (const it of [full, empty, long]) it.file.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Order {
  project?: { path: string }
  path?: string
  scope?: ExportScope
  options?: OptionValues
  overwrite?: boolean
  cancelAt?: number
  roundtrip?: boolean
}

const write = async (format: ExportFormat, order: Order = {}): Promise<ExportReport> => {
  const {
    project = full,
    path = freshPath(),
    scope = { articles: {}, setAside: true, suggestions: true },
    options = {},
    overwrite = false,
    cancelAt,
    roundtrip = false,
  } = order
  const input = { formatId: format.id, path, scope, options, overwrite, roundtrip }
  const { result } = await runJobOn<typeof input, ExportReport>(
    exportJob,
    input,
    project.path,
    cancelAt === undefined ? {} : { cancelAt },
  )
  return exportReport.parse(result)
}

const slice: Record<string, (text: string, start: number, end: number) => string> = {
  utf16: (text, start, end) => text.slice(start, end),
  codepoint: (text, start, end) => Array.from(text).slice(start, end).join(''),
  byte: (text, start, end) => Buffer.from(text, 'utf8').subarray(start, end).toString('utf8'),
}

/** The text as a format holds it that cannot hold every character: a blank for each (XML 1.0, production Char). */
const heldBy = (format: ExportFormat, text: string): string =>
  xmlFormats.has(format.id) ? text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ' ') : text
const xmlFormats = new Set(['xmi', 'gate-xml', 'tei'])

interface Article {
  uid: string
  text: string
  /** What each mention covers: piece by piece, or from the first to the last. */
  mentions: { pieces: string[]; whole: string }[]
}

/** Articles by all names they may have in a dataset: their uid, the hash of their text. */
const articlesOf = ({ file: { db } }: { file: ProjectFile }, format: ExportFormat): Map<string, Article> => {
  const articles = db
    .all<{ id: number; uid: string; content: string }>(
      'SELECT a.id, a.uid, t.content FROM article a JOIN text t ON t.id = a.text_id',
    )
    .map(({ id, uid, content }): Article => {
      const text = heldBy(format, content)
      const mentions = db
        .all<{ places: string }>(
          `SELECT json_group_array(json_array(f.start_offset, f.end_offset)) AS places
           FROM mention m JOIN fragment f ON f.mention_id = m.id WHERE m.article_id = ? GROUP BY m.id`,
          [id],
        )
        .map((it) => (JSON.parse(it.places) as [number, number][]).sort((a, b) => a[0] - b[0]))
        .map((places) => ({
          pieces: places.map(([start, end]) => text.slice(start, end)),
          whole: text.slice(places[0]![0], places.at(-1)![1]),
        }))
      return { uid, text, mentions }
    })
  return new Map(articles.flatMap((it) => [[it.uid, it] as const, [hashOf(it.text), it] as const]))
}

/** Formats of tokens, and one that parts mentions at line ends: their spans are not those of the mentions. */
const otherSpans = new Set(['conll', 'webanno-tsv', 'brat'])

/** One file for each article and nothing else. */
const onlyArticles = new Set(['cas-json', 'bdoc', 'gate-xml', 'tei'])

/** Every combination of the options' values, so that no option escapes the suite. */
const combinations = (format: ExportFormat): OptionValues[] =>
  format.options.reduce<OptionValues[]>(
    (all, field) => {
      const values =
        field.kind === 'toggle'
          ? [true, false]
          : field.kind === 'choice'
            ? field.choices.map((it) => it.value)
            : [field.initial]
      return all.flatMap((it) => values.map((value) => ({ ...it, [field.id]: value })))
    },
    [{}],
  )

const leftBeside = (path: string): string[] => readdirSync(join(path, '..'))

describe.each(exportFormats.map((it) => [it.id, it] as const))('%s', (_, format) => {
  test('declares itself in words the program has', () => {
    const keys = [
      format.descriptionKey,
      ...lossesOf(format, completeOptions(format.options, {})).map((it) => `exports.loss.${it}`),
    ]
    for (const field of format.options) {
      keys.push(field.labelKey)
      if (field.kind === 'choice') keys.push(...field.choices.map((it) => it.labelKey))
    }
    for (const key of keys) expect(messages).toHaveProperty([key])
  })

  test.runIf(format.offsetUnit !== null)(
    'every offset cuts exactly its quote, in the unit it names',
    async () => {
      const read = readBack[format.id]!
      const originals = articlesOf(full, format)
      const units = new Set<string>()
      for (const options of combinations(format)) {
        if (withoutOffsets(format.id, options)) continue
        const { path } = await write(format, { options })
        const dataset = await read(path, options)
        units.add(dataset.unit)
        if (typeof options.offsetUnit === 'string') expect(dataset.unit).toBe(options.offsetUnit)
        expect(dataset.spans.length).toBeGreaterThan(25)
        for (const { article, start, end, quote, textHash } of dataset.spans) {
          const text = dataset.texts.get(article) ?? originals.get(article)!.text
          expect(hashOf(text)).toBe(textHash)
          expect(slice[dataset.unit]!(text, start, end)).toBe(quote)
        }
        for (const [name, text] of dataset.texts) expect(text).toBe(originals.get(name)!.text)
        if (otherSpans.has(format.id) || options.layout === 'tokens' || options.graphemes === true) continue
        for (const it of new Set(originals.values())) {
          const quotes = new Set(
            dataset.spans.filter(({ article }) => originals.get(article) === it).map(({ quote }) => quote),
          )
          for (const { pieces, whole } of it.mentions)
            expect(pieces.every((piece) => quotes.has(piece)) || quotes.has(whole)).toBe(true)
        }
      }
      expect(units).toContain(format.offsetUnit)
    },
  )

  test('is the same twice, and from a copy of the project, and says what it wrote', async () => {
    const first = await write(format)
    const second = await write(format)
    expect(datasetBytes(first.path, format.shape)).toEqual(datasetBytes(second.path, format.shape))
    const third = await write(format, { project: { path: copyPath } })
    expect(datasetBytes(third.path, format.shape)).toEqual(datasetBytes(first.path, format.shape))
    expect(first).toMatchObject({ articles: 5, mentions: 25, entities: 6, relations: 4 })
    for (const { name, byteLength } of first.files) {
      const file = format.shape === 'file' ? first.path : join(first.path, name)
      expect(readFileSync(file).length).toBe(byteLength)
    }
    for (const loss of first.losses) {
      expect(messages).toHaveProperty([loss.what])
      expect(loss.count).toBeGreaterThan(0)
    }
    expect(leftBeside(first.path)).toEqual(['dataset'])
  })

  test('writes an empty project', async () => {
    const report = await write(format, { project: empty })
    expect(report).toMatchObject({ articles: 0, mentions: 0, entities: 0, relations: 0 })
    expect(report.files.length === 0).toBe(onlyArticles.has(format.id))
    expect(existsSync(report.path)).toBe(true)
  })

  test('leaves nothing behind when cancelled, wherever that is', async () => {
    const input = {
      formatId: format.id,
      scope: { articles: {}, setAside: true, suggestions: true },
      options: {},
      overwrite: false,
      roundtrip: true,
      path: freshPath(),
    }
    const { looks } = await runJobOn(exportJob, input, long.path)
    expect(looks).toBeGreaterThan(3)
    for (const cancelAt of [1, 2, looks >> 1, looks - 1, looks]) {
      const path = freshPath()
      await expect(write(format, { project: long, path, cancelAt, roundtrip: true })).rejects.toMatchObject({
        code: 'cancelled',
      })
      expect(leftBeside(path)).toEqual([])
    }
  })

  test('keeps the old dataset when a new one is cancelled', async () => {
    const { path } = await write(format)
    const before = datasetBytes(path, format.shape)
    await expect(write(format, { project: long, path, overwrite: true, cancelAt: 3 })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(datasetBytes(path, format.shape)).toEqual(before)
    expect(leftBeside(path)).toEqual(['dataset'])
  })

  test('replaces a dataset only when told to', async () => {
    const { path } = await write(format, { project: empty })
    const before = datasetBytes(path, format.shape)
    await expect(write(format, { path })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(path),
    })
    expect(datasetBytes(path, format.shape)).toEqual(before)
    await write(format, { path, overwrite: true })
    expect(datasetBytes(path, format.shape)).not.toEqual(before)
    expect(leftBeside(path)).toEqual(['dataset'])
  })

  test('never replaces the open project, a thing of another shape, or a folder of other files', async () => {
    await expect(write(format, { path: full.path, overwrite: true })).rejects.toMatchObject({
      code: 'not_allowed',
    })
    const path = freshPath()
    if (format.shape === 'file') mkdirSync(path)
    else writeFileSync(path, 'mine')
    await expect(write(format, { path, overwrite: true })).rejects.toMatchObject({ code: 'conflict' })
    if (format.shape === 'file') return
    const documents = freshPath()
    mkdirSync(documents)
    writeFileSync(join(documents, 'thesis.txt'), 'mine')
    await expect(write(format, { path: documents, overwrite: true })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('thesis.txt'),
    })
    expect(readdirSync(documents)).toEqual(['thesis.txt'])
  })

  test('says which place cannot be written', async () => {
    const path = freshPath()
    writeFileSync(path, 'a file, not a folder')
    await expect(write(format, { path: join(path, 'below') })).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining(path),
    })
    await expect(write(format, { path: join(folder, 'nowhere', 'below') })).rejects.toMatchObject({
      code: 'io',
    })
    await expect(write(format, { path: 'relative.out' })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  test('holds what the scope means and nothing else', async () => {
    const { db } = full.file
    const company = db.value<number>("SELECT id FROM entity_type WHERE key = 'company'")!
    const scopes: [ExportScope, Partial<ExportReport>][] = [
      [{ articles: { statuses: ['done'] } }, { articles: 1, mentions: 9, entities: 2, relations: 1 }],
      [{ articles: { languages: ['zh', 'ar'] } }, { articles: 2, mentions: 6, entities: 4, relations: 1 }],
      [
        { articles: {}, setAside: true, suggestions: true, typeIds: [company] },
        { articles: 5, mentions: 14, entities: 5, relations: 4 },
      ],
      [
        { articles: {}, setAside: true, suggestions: true, typeIds: [] },
        { articles: 5, mentions: 0, entities: 0, relations: 0 },
      ],
      [
        { articles: { ids: [3] }, typeIds: [company] },
        { articles: 1, mentions: 3, entities: 3, relations: 1 },
      ],
    ]
    const service = createExports(
      { ...(full.file as never as object), db, journal: full.file.journal } as never,
      { startJob: () => '' },
    )
    for (const [scope, counts] of scopes) {
      const report = await write(format, { scope })
      expect(report).toMatchObject(counts)
      expect(service.preview(scope)).toEqual(counts)
      const read = readBack[format.id]
      if (!read) continue
      const originals = articlesOf(full, format)
      const allowed = new Set(
        db.column<string>(`SELECT a.uid FROM article a WHERE a.id IN (SELECT value FROM json_each(?)) OR ?`, [
          JSON.stringify(scope.articles.ids ?? []),
          scope.articles.ids ? 0 : 1,
        ]),
      )
      for (const { article } of (await read(report.path, completeOptions(format.options, {}))).spans)
        expect(allowed).toContain(originals.get(article)!.uid)
    }
  })
})

test('the list the dialog reads is the list of formats', async () => {
  const service = createExports({ db: full.file.db } as never, { startJob: (kind) => `job of ${kind}` })
  const handlers = exportHandlers(service)
  const listed = await handlers.formats({})
  expect(listed.map((it) => exportFormat.parse(it).id)).toEqual(exportFormats.map((it) => it.id))
  for (const format of exportFormats) expect(format.offsetUnit === null || format.id in readBack).toBe(true)
  const order = { formatId: 'csv', scope: { articles: {} }, options: {}, path: '/x', overwrite: false }
  expect(await handlers.run(order)).toEqual({ jobId: 'job of exports.run' })
  expect(() => handlers.run({ ...order, formatId: 'xls' })).toThrow(/xls/)
})

test('no cell of a table starts like a formula, and numbers stay numbers', async () => {
  const csv = exportFormats.find((it) => it.id === 'csv')!
  const { path, files, losses } = await write(csv)
  const dangerous = /(^|,|\r\n)"?(?!\r\n)[=+\-@\t\r＝＋－＠]/
  for (const { name } of files) {
    const content = readFileSync(join(path, name), 'utf8').replace(/^\ufeff/, '')
    // A denied amount of -12.50 is a number, and the only cell that may start with a sign.
    expect(content.replace(',-12.50,', ',12.50,')).not.toMatch(dangerous)
  }
  expect(readFileSync(join(path, 'relations.csv'), 'utf8')).toContain(',-12.50,EUR,')
  expect(losses.find((it) => it.what === 'exports.loss.guarded')!.count).toBeGreaterThan(5)

  const plain = await write(csv, { options: { spreadsheetSafe: false, bom: false } })
  const content = readFileSync(join(plain.path, 'articles.csv'), 'utf8')
  expect(content.startsWith('uid,')).toBe(true)
  expect(parseCsv(content)[1]!.title).toBe('=HYPERLINK("http://evil.example","click")')
  expect(content).toContain(',"=HYPERLINK(""http')
})
