import { expect, test } from 'vitest'
import { webannoTsv as writer } from '../../../../../main/features/exports/formats/webanno-tsv/format.ts'
import { unescapeText } from '../../../../../main/features/imports/formats/webanno-tsv/escapes.ts'
import { webannoTsv } from '../../../../../main/features/imports/formats/webanno-tsv/format.ts'
import { written } from '../../../../support/oneArticle.ts'
import { mismatches, readFiles } from '../../../../support/readFormat.ts'

/** Rows given with blanks for TABs, which end with a TAB. */
const rows = (text: string): string =>
  text
    .split('\n')
    .map((it) => (it === '' || it.startsWith('#') ? it : `${it.trim().replace(/ +/g, '\t')}\t`))
    .join('\n')

const layers = rows(`#FORMAT=WebAnno TSV 3.2
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_SP=webanno.custom.Deal|ROLE_webanno.custom.Deal:the_parties_webanno.custom.DealLink|uima.tcas.Annotation|kind
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceRelation|referenceType
#T_RL=webanno.custom.Owns|value|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity


#Text=ACME Corp owns Beta \\\\ .
1-1 0-4 ACME NN _ _ _ *[1]|*[4] ORG[1]|LOC[4] *->1-1 nom[1] _ _
1-2 5-9 Corp NN _ _ _ *[1] ORG[1] *->1-1 nom[1] _ _
1-3 10-14 owns VB buyer;* 1-1[1];1-4[2] sale[3] _ _ _ _ _ _
1-4 15-19 Beta NN _ _ _ http://www.wikidata.org/entity/Q1[2] ORG[2] _ _ owns 1-1[1_2]
1-5 20-21 \\ _ _ _ _ _ _ _ _ _ _
1-6 22-23 . _ _ _ _ _ _ _ _ _ _

#Text=It
2-1 24-26 It _ _ _ _ _ _ *->1-2 pro[1] _ _
`)

test('stacks, slots, chains, relations and layers of words', async () => {
  const { documents, problems } = await readFiles(webannoTsv, { 'a.tsv': layers })
  expect(problems).toEqual([])
  expect(mismatches(documents, 'utf16')).toEqual([])
  const [{ text, mentions, relations }] = documents as [(typeof documents)[0]]
  expect(text).toBe('ACME Corp owns Beta \\ .\nIt')
  expect(mentions.map((it) => [it.label, it.fragments[0]!.quote, it.entity])).toEqual([
    ['ORG', 'ACME Corp', undefined],
    ['LOC', 'ACME', undefined],
    ['nom', 'ACME Corp', 'a#CoreferenceLink-1'],
    ['Deal', 'owns', undefined],
    ['ORG', 'Beta', 'http://www.wikidata.org/entity/Q1'],
    ['pro', 'It', 'a#CoreferenceLink-1'],
  ])
  const quote = (id: string) => mentions.find((it) => it.id === id)!.fragments[0]!.quote
  expect(relations.map((it) => [it.label, quote(it.source), quote(it.target)])).toEqual([
    ['owns', 'ACME Corp', 'Beta'],
    ['buyer', 'owns', 'ACME Corp'],
    ['the_parties', 'owns', 'Beta'],
  ])
  const { documents: all } = await readFiles(webannoTsv, { 'a.tsv': layers }, { words: true })
  expect(all[0]!.mentions.filter((it) => /^(NN|VB)$/.test(it.label))).toHaveLength(4)
})

test('layers of words come back on export', async () => {
  const { documents } = await readFiles(webannoTsv, { 'a.tsv': layers })
  const { text, foreign } = documents[0]!
  const { files } = written(writer, { text, foreign: { 'article-1': foreign! } })
  const file = Object.entries(files)
    .find(([name]) => name.endsWith('.tsv'))![1]
    .toString()
  const again = await readFiles(webannoTsv, { 'b.tsv': file }, { words: true })
  expect(again.problems).toEqual([])
  expect(again.documents[0]!.text).toBe(text)
  expect(again.documents[0]!.mentions.map((it) => it.label)).toEqual(['NN', 'NN', 'VB', 'NN'])
})

test('offsets in code points are noticed, damaged rows and lost references told', async () => {
  const astral = rows(`#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Span|value
#T_RL=webanno.custom.Rel|value|BT_webanno.custom.Span


#Text=🚀 ab
1-1 0-1 🚀 _ _ _
1-2 2-4 ab X * 1-9
broken
`)
  const { documents, problems } = await readFiles(webannoTsv, { 'a.tsv': astral })
  expect(documents[0]).toMatchObject({ text: '🚀 ab', unit: 'codepoint' })
  expect(documents[0]!.mentions[0]!.fragments).toEqual([{ start: 2, end: 4, quote: 'ab' }])
  expect(problems.map((it) => it.notice.code)).toEqual(['import.tsv_line', 'import.tsv_reference'])
})

test('annotators from the folders of a project', async () => {
  const { documents } = await readFiles(webannoTsv, {
    'p/annotation/a.txt/ada.tsv': layers,
    'p/annotation/a.txt/bea.tsv': layers,
    'p/other.tsv': layers,
  })
  expect(documents.map((it) => [it.id, it.mentions[0]!.annotator])).toEqual([
    ['p/a.txt', 'ada'],
    ['p/a.txt', 'bea'],
    ['p/other', undefined],
  ])
})

test('version 2 gives words and spans', async () => {
  const old =
    '#id=1\n#text=Ada Lovelace rechnet\n1-1\tAda\tB-PER\t_\t\n1-2\tLovelace\tI-PER\t_\t\n1-3\trechnet\tO\tx\t\n\n'
  const { documents, problems } = await readFiles(webannoTsv, { 'a.tsv': old })
  expect(documents[0]!.mentions).toMatchObject([{ label: 'PER', fragments: [{ start: 0, end: 12 }] }])
  expect(problems.map((it) => it.notice.code)).toEqual(['import.tsv_old'])
})

test('older texts are escaped as in Java', () => {
  expect(unescapeText('a\\u00e9\\n\\"\\\\n', 1)).toBe('aé\n"\\n')
  expect(unescapeText('a\\u00e9\\n\\\\n', 2)).toBe('a\\u00e9\n\\n')
})
