import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { conllu as writer } from '../../../../../main/features/exports/formats/conllu/format.ts'
import { conllu } from '../../../../../main/features/imports/formats/conllu/format.ts'
import { written } from '../../../../support/oneArticle.ts'
import { interop, mismatches, readFiles, readPath } from '../../../../support/readFormat.ts'

/** Rows given with blanks for TABs. */
const rows = (text: string): string =>
  text
    .split('\n')
    .map((it) => (it.startsWith('#') ? it : it.trim().replace(/ +/g, '\t')))
    .join('\n')

const german = rows(`# newdoc id = a1
# global.Entity = eid-etype-head-other
# sent_id = 1
# text = Er kam zum Chef.
1 Er er PRON _ _ 2 nsubj _ Entity=(e1-person-1)
2 kam kommen VERB _ _ 0 root _ _
3-4 zum _ _ _ _ _ _ _ _
3 zu zu ADP _ _ 5 case _ _
4 dem der DET _ _ 5 det _ Entity=(e2-person-2
5 Chef Chef NOUN _ _ 2 obl _ Entity=e2)|SpaceAfter=No|Bridge=e1<e2:sub
5.1 leer _ _ _ _ _ _ _ _
6 . . PUNCT _ _ 2 punct _ _

# newpar
# sent_id = 2
# text = Die ersten und letzten Tage
1 Die _ _ _ _ _ _ _ Entity=(e3[1/2]-time-1
2 ersten _ _ _ _ _ _ _ Entity=e3[1/2])
3 und _ _ _ _ _ _ _ _
4 letzten _ _ _ _ _ _ _ Entity=(e4-time-2
5 Tage _ _ _ _ _ _ _ Entity=e4)(e3[2/2]-time-1)

# newdoc id = a2
# sent_id = 3
1 _ _ _ _ _ _ _ _ SpaceAfter=No
2 b _ _ _ _ _ _ _ SpacesAfter=\\t\\s
3 c _ _ _ _ _ _ _ Entity=e9)

`)

test('entities, ranges, empty nodes, parts, paragraphs and built texts', async () => {
  const { documents, problems } = await readFiles(conllu, { 'x.txt': german })
  expect(documents.map((it) => [it.id, it.text, it.textIsBuilt])).toEqual([
    ['a1', 'Er kam zum Chef.\n\nDie ersten und letzten Tage', undefined],
    ['a2', '_b\t c', true],
  ])
  expect(mismatches(documents, 'utf16')).toEqual([])
  expect(documents[0]!.mentions.map((it) => [it.label, it.entity, it.fragments.map((f) => f.quote)])).toEqual(
    [
      ['person', 'a1#e1', ['Er']],
      ['person', 'a1#e2', ['zum Chef']],
      ['time', 'a1#e3', ['Die ersten', 'Tage']],
      ['time', 'a1#e4', ['letzten Tage']],
    ],
  )
  expect(problems.map((it) => [it.place, it.notice.code])).toEqual([['line 27', 'import.conllu_entity']])
})

test('CoNLL-U Plus with a column of tags', async () => {
  const plus = rows(`# global.columns = ID FORM X:NE PARSEME:MWE
# text = Ada Lovelace rechnet
1 Ada B-PER *
2 Lovelace I-PER 1:VID
3 rechnet O _

`)
  const { documents, problems } = await readFiles(conllu, { 'x.conllup': plus })
  expect(problems).toEqual([])
  expect(documents[0]!.mentions).toMatchObject([
    { label: 'PER', fragments: [{ start: 0, end: 12, quote: 'Ada Lovelace' }] },
  ])
})

test('what is no CoNLL-U is not taken for it, damaged lines are told', async () => {
  const { documents } = await readFiles(conllu, { 'a.conllu': 'one\ttwo\n', 'b.tsv': '1\t2\t3\n' })
  expect(documents).toEqual([])
  const damaged = german.replace('2\tkam', 'x\tkam')
  const { problems } = await readFiles(conllu, { 'a.conllu': `${german}${damaged}` })
  expect(problems.map((it) => it.notice.code)).toContain('import.conllu_line')
})

test('columns come back, and a word that a mention cuts is cut', async () => {
  const { documents } = await readFiles(conllu, { 'x.conllu': german })
  const { text, foreign } = documents[0]!
  const given = (spans: [number, number][]) =>
    written(writer, {
      text,
      mentions: [{ spans, type: 'person', entity: 'entity-p' }],
      foreign: { 'article-1': foreign! },
    }).files['corpus.conllu']!.toString()
  const whole = given([[7, 15]])
  expect(whole).toContain('1\tEr\ter\tPRON\t_\t_\t2\tnsubj\t_\t_\n')
  expect(whole).toContain('3-4\tzum\t')
  expect(whole).toContain('4\tdem\tder\tDET\t_\t_\t5\tdet\t_\t_\n')
  expect(whole).toContain('5.1\tleer\t')
  const again = await readFiles(conllu, { 'x.conllu': whole })
  expect(again.problems).toEqual([])
  expect(again.documents[0]!.text).toBe(text)
  const cut = await readFiles(conllu, { 'x.conllu': given([[1, 2]]) })
  expect(cut.documents[0]!.text).toBe(text)
  expect(cut.documents[0]!.mentions[0]!.fragments).toEqual([{ start: 1, end: 2, quote: 'r' }])
})

const folder = join(interop, 'conllu')
describe.skipIf(!existsSync(folder))('real files', () => {
  test('texts, entities and places', async () => {
    const { documents, problems } = await readPath(conllu, folder)
    expect(problems).toEqual([])
    expect(mismatches(documents, 'utf16')).toEqual([])
    expect(documents).toHaveLength(3)
    const counts = documents.map((it) => it.mentions.length)
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 1, 10])
  })
})
