import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { conll } from '../../../../main/features/imports/formats/conll/format.ts'
import type { ReadDocument } from '../../../../main/features/imports/formats/records.ts'
import { interop, readFiles, readPath, recognise } from '../../../support/readFormat.ts'
import { type FixtureWriter, openFixture } from '../../../support/writeFixture.ts'

const rows = (sentences: string, separator = '\t'): string =>
  `${sentences
    .split(' | ')
    .map((it) =>
      it
        .split(' ')
        .map((row) => row.split('/').join(separator))
        .join('\n'),
    )
    .join('\n\n')}\n`

const named = ({ text, mentions }: ReadDocument): string[] =>
  mentions.map((it) => `${it.label}:${text.slice(it.fragments[0]!.start, it.fragments[0]!.end)}`)

const only = async (content: string, options = {}, more: Record<string, string> = {}) => {
  const { documents, problems } = await readFiles(conll, { 'a.conll': content, ...more }, options)
  expect(documents).toHaveLength(1)
  return { document: documents[0]!, names: named(documents[0]!), codes: problems.map((it) => it.notice) }
}

describe('schemes', () => {
  const cases: [string, string, string[], number][] = [
    ['BIO', 'A/B-X b/I-X C/B-X d/O E/B-Y', ['X:A b', 'X:C', 'Y:E'], 0],
    ['broken BIO', 'A/I-X b/I-X c/O D/B-X e/I-Y f/B-Y', ['X:A b', 'X:D', 'Y:e', 'Y:f'], 2],
    ['IOB1', 'A/I-X b/I-X C/B-X d/O E/I-Y f/O G/I-X', ['X:A b', 'X:C', 'Y:E', 'X:G'], 0],
    ['IOE', 'A/I-X b/E-X C/E-X d/O E/I-Y f/E-Y', ['X:A b', 'X:C', 'Y:E f'], 0],
    ['BIOES', 'A/B-X b/I-X c/E-X D/S-Y e/O F/S-X G/S-X', ['X:A b c', 'Y:D', 'X:F', 'X:G'], 0],
    ['broken BIOES', 'A/B-X b/I-X c/O D/S-Y E/I-Y f/E-Y', ['X:A b', 'Y:D', 'Y:E f'], 2],
    ['BILOU', 'A/B-X b/I-X c/L-X D/U-Y e/O', ['X:A b c', 'Y:D'], 0],
    ['BMEWO', 'A/B-X b/M-X c/E-X D/W-Y e/O', ['X:A b c', 'Y:D'], 0],
    ['no labels', 'A/B b/I c/O D/B', ['entity:A b', 'entity:D'], 0],
    ['hyphens', 'A/B-creative-work b/I-creative-work c/O', ['creative-work:A b'], 0],
  ]
  test.each(cases)('%s', async (_, content, expected, repairs) => {
    const { names, codes } = await only(rows(content))
    expect(names).toEqual(expected)
    expect(codes.map((it) => [it.code, it.params!.count])).toEqual(
      repairs === 0 ? [] : [['import.conll.repairs', repairs]],
    )
  })

  test('labels without prefixes', async () => {
    const { names } = await only(rows('A/person-actor b/person-actor c/O d/O | e/O f/O G/place h/O'))
    expect(names).toEqual(['person-actor:A b', 'place:G'])
  })

  test('the scheme can be named', async () => {
    const { codes } = await only(rows('A/I-X b/O C/B-X'), { scheme: 'iob1' })
    expect(codes).toEqual([])
  })
})

describe('columns', () => {
  test('CoNLL-2003: four columns, names in the last, documents at -DOCSTART-', async () => {
    const { documents } = await readFiles(conll, {
      'eng.train':
        '-DOCSTART- -X- -X- O\n\nACME NNP I-NP B-ORG\nCorp NNP I-NP I-ORG\nkauft VBZ I-VP O\n\n-DOCSTART- -6721- O O\n\nIn IN I-PP O\nWien NNP I-NP B-LOC\n. . O O',
    })
    expect(documents.map((it) => [it.text, named(it)])).toEqual([
      ['ACME Corp kauft', ['ORG:ACME Corp']],
      ['In Wien .', ['LOC:Wien']],
    ])
    expect(documents[1]).toMatchObject({ id: '6721', textIsBuilt: true, place: 'line 7' })
  })

  test('a file of phrases alone; a file of phrases whose names are all O', async () => {
    expect((await only(rows('A/DT/B-NP b/NN/I-NP c/VB/B-VP', ' '))).names).toEqual(['NP:A b', 'VP:c'])
    expect((await only(rows('A/DT/B-NP/O b/NN/I-NP/O c/VB/B-VP/O', ' '))).names).toEqual([])
  })

  test('two layers of one set of labels, a column of numbers, comments', async () => {
    const { document, names } = await only(
      `#\thttp://x.example\n${rows('1/TU/B-ORG/O 2/Wien/I-ORG/B-LOC 3/wirbt/O/O')}`,
    )
    expect(document.text).toBe('TU Wien wirbt')
    expect(names).toEqual(['ORG:TU Wien', 'LOC:Wien'])
    expect(document.foreign).toEqual({ comments: ['#\thttp://x.example'] })
  })

  test('tags first; a column named by hand', async () => {
    expect((await only('B-X\tA\nI-X\tb\nO\tc\n')).names).toEqual(['X:A b'])
    expect((await only(rows('A/B-NP/B-ORG b/B-VP/O'), { tagColumn: '2' })).names).toEqual(['NP:A', 'VP:b'])
  })

  test('rows of blanks end sentences; tokens are signs; damaged rows are told', async () => {
    const { document, codes } = await only('#\tO\nA b\tB-X\n\t\n-\tO\n🛒\tB-Y\nlost\n\n\n\u00a0x\tO\n')
    expect(document.text.split('\n')).toEqual(['# A b', '- 🛒 lost', 'x'])
    expect(named(document)).toEqual(['X:A b', 'Y:🛒'])
    expect(codes.map((it) => [it.code, it.params!.line])).toEqual([['import.conll.row', 6]])
  })

  test('one document a sentence, if asked for', async () => {
    const { documents } = await readFiles(conll, { 'a.iob': rows('A/B-X | b/O') }, { documents: 'sentence' })
    expect(documents.map((it) => it.text)).toEqual(['A', 'b'])
    expect(new Set(documents.map((it) => it.id)).size).toBe(2)
  })
})

describe('texts', () => {
  test('Chinese is joined without blanks, unless told otherwise', async () => {
    const content = rows('腾/B-ORG 讯/I-ORG 在/O Google/O Play/O 上/O')
    expect((await only(content)).document.text).toBe('腾讯在Google Play上')
    expect((await only(content, { joining: 'blank' })).document.text).toBe('腾 讯 在 Google Play 上')
    expect((await only(content)).names).toEqual(['ORG:腾讯'])
  })

  test('the text beside the file is taken where the words stand in it', async () => {
    const content = rows("He/O said/O ``/O ACME/B-X Corp/I-X ''/O -LRB-/O sic/O -RRB-/O")
    const text = 'He said\n“ACME  Corp”  (sic)\r\n'
    const { document, codes } = await only(content, {}, { 'a.txt': text })
    expect(document.textIsBuilt).toBeUndefined()
    expect(named(document)).toEqual(['X:ACME  Corp'])
    expect(codes).toEqual([])
    const other = await only(content, {}, { 'a.txt': 'something else' })
    expect(other.document.textIsBuilt).toBe(true)
    expect(other.codes.map((it) => it.code)).toEqual(['import.conll.text'])
  })
})

test('other tables are not taken for it', () => {
  const look = (name: string, content: string) =>
    recognise(conll, memoryFile(name, Buffer.from(content)))?.score ?? 0
  expect(look('a.tsv', 'name\tvalue\nA\t1\nB\t2\n\nC\t3\n')).toBe(0)
  expect(look('a.txt', 'This is a text.\nIt has lines.\n\nAnd more of them.\n')).toBe(0)
  expect(look('a.conllu', '1\tA\ta\tNOUN\t_\t_\t0\troot\t_\t_\n2\tb\tb\tX\t_\t_\t1\tx\t_\t_\n\n')).toBe(0)
  expect(look('a.tsv', '#FORMAT=WebAnno TSV 3.3\n1-1\t0-4\tACME\tB-X\n')).toBe(0)
  expect(look('a.conll', '# global.columns = ID FORM NE\n1\tA\tB-X\n')).toBe(0)
  expect(look('a.txt', 'Am I. ')).toBe(0)
  expect(look('b.txt', 'This is what I\n')).toBe(0)
  expect(look('a.txt', 'A\tB-X\nb\tO\n\nc\tO\n')).toBeGreaterThan(0.7)
})

describe('our own export', () => {
  let fixture: FixtureWriter
  beforeAll(() => {
    fixture = openFixture()
  })
  afterAll(() => fixture.close())

  test.each(['bio', 'iob1', 'bioes', 'bilou'])(
    '%s comes back with its facts and entities',
    async (scheme) => {
      const texts = fixture.db.column<string>(
        'SELECT t.content FROM article a JOIN text t ON t.id = a.text_id ORDER BY a.id',
      )
      for (const offsetUnit of ['utf16', 'codepoint', 'byte']) {
        const { files } = await fixture.write('conll', { scheme, entityColumn: true, offsetUnit })
        const { documents, problems, records } = await readFiles(conll, { 'corpus.conll': files['']! })
        expect(problems).toEqual([])
        expect(documents).toHaveLength(5)
        expect(documents[0]).toMatchObject({
          id: 'article-0-0',
          title: 'Google steigt bei JD.com ein 🚀',
          language: 'de',
          publishedOn: '2018-06-18',
          status: 'done',
        })
        expect(documents.slice(2).map((it) => it.text)).toEqual(texts.slice(2))
        const squeezed = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ')
        documents.forEach((it, index) => {
          expect(squeezed(it.text)).toBe(squeezed(texts[index]!).trimEnd())
        })
        expect(named(documents[0]!)).toContain('company:US-Konzern Google')
        expect(documents[0]!.mentions[0]!.entity).toBe('entity-0')
        expect(records.find((it) => it.kind === 'entity' && it.id === 'entity-0')).toMatchObject({
          name: 'Google',
          outsideIds: [{ scheme: 'wikidata', value: 'Q95' }],
        })
      }
    },
  )

  test('as CoNLL-2003 it has four columns', async () => {
    const { files } = await fixture.write('conll', { layout: 'conll2003' })
    const lines = files['']!.split('\n')
    expect(lines.slice(0, 2)).toEqual(['-DOCSTART- -X- -X- O', ''])
    expect(lines.filter((it) => it !== '').every((it) => it.split(' ').length === 4)).toBe(true)
    const { documents } = await readFiles(conll, { 'corpus.conll': files['']! })
    expect(documents).toHaveLength(4)
    expect(named(documents[0]!)).toContain('company:US - Konzern Google')
  })
})

describe.skipIf(!existsSync(interop))('real files', () => {
  test.each([
    ['wnut17/emerging.dev.conll', 1, 0],
    ['doccano/import-tests/sequence_labeling/example.conll', 1, 0],
    ['doccano/import-tests/sequence_labeling/labeling.invalid.conll', 1, 1],
    ['doccano/import-tests/sequence_labeling/labeling.trailing.conll', 1, 0],
    ['inception/inception-io-json/conll/2000/chunk2000_test.conll', 1, 0],
  ])('%s', async (path, count, rowProblems) => {
    const { documents, problems } = await readPath(conll, join(interop, path))
    expect(documents).toHaveLength(count)
    expect(problems.filter((it) => it.notice.code === 'import.conll.row')).toHaveLength(rowProblems)
  })
})
