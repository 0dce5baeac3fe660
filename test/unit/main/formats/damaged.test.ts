import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cluener } from '../../../../main/features/imports/formats/cluener/format.ts'
import { conllu } from '../../../../main/features/imports/formats/conllu/format.ts'
import { languageCode, monthOf } from '../../../../main/features/imports/formats/references/reference.ts'
import { rtf } from '../../../../main/features/imports/formats/rtf/format.ts'
import { table } from '../../../../main/features/imports/formats/table/format.ts'
import { webannoTsv } from '../../../../main/features/imports/formats/webanno-tsv/format.ts'
import { placeFragments } from '../../../../main/features/imports/intake/quotes.ts'
import { createCounter } from '../../../../main/features/imports/intake/units.ts'
import { completeDraft, readArticle } from '../../../../main/features/imports/reading/index.ts'
import { writeFiles } from '../../../fuzz/door.ts'
import { articlesOf, fileOf } from '../../../support/articleFiles.ts'
import { freshProject, importFrom } from '../../../support/interchange.ts'
import { readFiles } from '../../../support/readFormat.ts'

/* Files that broke a reader once; found by `npm run fuzz`. */

const sentence = 'Die Müller GmbH übernimmt nach langen Verhandlungen die Mehrheit an der Beta AG. '

describe('words that every object answers to', () => {
  test('as a key of front matter', () => {
    const bytes = Buffer.from(`---\nconstructor: x\ntitle: Ein Kauf\n---\n${sentence}`)
    const read = readArticle({ name: 'a.md', bytes })
    expect(read.ok && read.draft.title).toBe('Ein Kauf')
  })

  test('as a control word of RTF', async () => {
    const { articles } = await articlesOf(
      rtf,
      fileOf('a.rtf', String.raw`{\rtf1 \constructor Die \toString Firma}`),
    )
    expect(articles[0]!.text.trim()).toBe('Die Firma')
  })

  test('as columns of a table, and rows without them', async () => {
    const rows: object[] = [
      { toString: 'x', constructor: 1, body: sentence },
      { body: sentence.toUpperCase() },
    ]
    const file = fileOf('a.jsonl', rows.map((it) => JSON.stringify(it)).join('\n'))
    expect((await articlesOf(table, file)).articles).toHaveLength(2)
  })

  test('as a column of CoNLL-U Plus', async () => {
    const { problems } = await readFiles(conllu, {
      'a.conllup': '# global.columns = ID FORM __proto__ constructor\n1\tAlpha\tx\ty\n2\tkauft\tx\ty\n\n',
    })
    expect(problems).toEqual([])
  })

  test('as a language or a month', () => {
    expect([languageCode('constructor'), languageCode('German'), monthOf('constructor')]).toEqual([
      '',
      'de',
      0,
    ])
  })
})

test('characters written as numbers leave an article clean', () => {
  const read = { text: 'Die\0 Firma\r\nkauft\ud800.', guesses: {}, warnings: [] }
  expect(completeDraft(read, { name: 'a.rtf' }, 'rtf')?.fullText).toBe('Die Firma\nkauft\ufffd.')
})

test('a row of WebAnno TSV that goes on for 40,000 lines', async () => {
  const text = `#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|label\n\n#Text=Alpha AG\n1-1\t0-5\tAlpha${'\n--x'.repeat(40_000)}\n`
  const { documents } = await readFiles(webannoTsv, { 'a.tsv': text })
  expect(documents).toHaveLength(1)
})

test('words instead of records are told of, and the records among them are read', async () => {
  const { documents, problems } = await readFiles(cluener, {
    'train.json': `{"text":"京东","label":{"company":{"京东":[[0,1]]}}}\n${'A1 '.repeat(2000)}`,
  })
  expect([documents.length, problems.length]).toEqual([1, 2000])
})

test('a quote of a megabyte is looked for as it stands', () => {
  const quote = '<< /A '.repeat(200_000)
  const text = `x ${quote} y`
  const fragments = [{ start: 0, end: quote.length, quote }]
  const counting = { unit: 'utf16', crlfAsOne: false } as const
  const placed = placeFragments(text, createCounter(text), counting, fragments, true)
  expect(placed).toMatchObject({ ok: true, repaired: true, fragments: [{ start: 2 }] })
})

test('half a character is no mention', () => {
  const text = 'Die 🚗 kauft'
  const counting = { unit: 'utf16', crlfAsOne: false } as const
  const placed = placeFragments(text, createCounter(text), counting, [{ start: 5, end: 12 }], false)
  expect(placed.ok).toBe(false)
})

describe('through the whole door', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-damaged-'))
  const project = freshProject(folder, 'damaged')
  afterAll(() => {
    project.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const bring = async (files: Record<string, string>) => {
    writeFiles(join(folder, 'set'), files)
    return (await importFrom(project, [join(folder, 'set')])).report
  }

  test('a set of which only the settings can be read is no step, and says so', async () => {
    const steps = project.db.value('SELECT count(*) FROM command')
    const report = await bring({
      'a.ann': 'T1\tCompany 0 5\tAlpha\n',
      'annotation.conf': '[entities]\nCompany\n',
    })
    expect(report.sets[0]).toMatchObject({ documents: 0, entities: 0 })
    expect(report.sets[0]!.left.map((it) => it.reason.code)).toContain('import.set_empty')
    expect(project.db.value('SELECT count(*) FROM command')).toBe(steps)
    expect(project.db.value('SELECT count(*) FROM foreign_set_part')).toBe(0)
  })

  test('what an archive says of a record that stays out is told', async () => {
    const head = 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\n'
    writeFiles(join(folder, 'set'), {
      'a.warc': `${head}Content-Length: 9999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>Half`,
    })
    const { report } = await importFrom(project, [join(folder, 'set')])
    expect(report.left.map((it) => it.reason.code)).toContain('import.warc_cut')
  })

  test('names over several lines become one line', async () => {
    const node = '<node id="1"><data key="n">Alpha&#10;AG</data><data key="t">company</data></node>'
    const keys = '<key id="n" for="node" attr.name="name"/><key id="t" for="node" attr.name="type"/>'
    await bring({
      'a.graphml': `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">${keys}<graph>${node}</graph></graphml>`,
    })
    expect(project.db.column('SELECT name FROM entity')).toEqual(['Alpha AG'])
  })
})
