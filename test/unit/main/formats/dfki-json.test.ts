import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { dfkiJson } from '../../../../main/features/imports/formats/dfki-json/format.ts'
import { interop, mismatches, readFiles, recognise } from '../../../support/readFormat.ts'

const text = '🚗 Alpha AG\nkauft Beta für 3 Mio. Euro.'

const concept = (id: string, type: string, quote: string, said = quote) => {
  const start = text.indexOf(quote)
  return {
    id,
    span: { start, end: start + quote.length, attributes: null },
    type,
    normalizedValue: { string: said },
    refids: null,
    attributes: { map: { annotatorId: 'A1' } },
    provenance: { array: [{ annotator: 'A1', score: { float: 1 } }] },
  }
}

const mentions = [
  concept('c1', 'organization-company', 'Alpha AG\nkauft', 'Alpha AG kauft'),
  concept('c2', 'organization-company', 'Beta'),
  concept('c3', 'number', '3 Mio. Euro'),
  concept('c4', 'trigger', 'kauft'),
]

const document = {
  id: 'http://x.example/1@2016',
  raw: '<xml/>',
  text: { string: text },
  uri: { string: 'http://x.example/1' },
  langCode: { string: 'de' },
  date: { string: '2016-02-03T14:11:00Z' },
  tokens: null,
  corefChains: null,
  conceptMentions: { array: mentions },
  relationMentions: {
    array: [
      {
        id: 'r1',
        span: { start: 3, end: 37 },
        name: 'Acquisition',
        args: {
          array: [
            { id: 'a1', role: 'trigger', conceptMention: mentions[3] },
            { id: 'a2', role: 'acquired', conceptMention: mentions[1] },
            { id: 'a3', role: 'buyer', conceptMention: mentions[0] },
            { id: 'a4', role: 'price', conceptMention: mentions[2] },
          ],
        },
        attributes: { map: { status: 'factual' } },
      },
    ],
  },
  title: null,
}
const pretty = (...it: unknown[]): string => it.map((one) => `${JSON.stringify(one, null, 2)}\n`).join('')

test('concatenated documents are recognised by their members', () => {
  const named = (content: string) => memoryFile('test.json', Buffer.from(content))
  expect(recognise(dfkiJson, named(pretty(document, document)))!.score).toBeGreaterThan(0.9)
  expect(recognise(dfkiJson, named(pretty({ id: '1', text: 'x', title: 'y' })))).toBeNull()
})

test('mentions in UTF-16, facts of the document, and many arguments as pairs', async () => {
  const { documents, problems } = await readFiles(dfkiJson, { 'test.json': pretty(document) })
  expect(problems).toEqual([])
  expect(mismatches(documents, 'utf16')).toEqual([])
  expect(documents[0]).toMatchObject({
    id: 'http://x.example/1@2016',
    text,
    language: 'de',
    publishedOn: '2016-02-03',
    sourceUrl: 'http://x.example/1',
  })
  expect(documents[0]!.mentions[0]).toMatchObject({
    id: 'c1',
    annotator: 'A1',
    fragments: [{ quote: 'Alpha AG\nkauft' }],
  })
  expect(documents[0]!.relations.map((it) => [it.label, it.source, it.target])).toEqual([
    ['Acquisition:trigger', 'c1', 'c4'],
    ['Acquisition:acquired', 'c1', 'c2'],
    ['Acquisition:price', 'c1', 'c3'],
  ])
  expect(documents[0]!.relations[0]).toMatchObject({
    passage: { start: 3, end: 37 },
    foreign: { relation: 'r1', attributes: { map: { status: 'factual' } } },
  })
})

test('the same without the wrappers of Avro unions; two of one role have no direction', async () => {
  const plain = {
    ...document,
    text,
    langCode: 'de',
    uri: null,
    conceptMentions: mentions.slice(0, 2),
    relationMentions: [
      {
        id: 'm',
        span: { start: 3, end: 22 },
        name: 'Merger',
        args: [
          { role: 'old', conceptMention: mentions[0] },
          { role: 'old', conceptMention: mentions[1] },
        ],
      },
    ],
    corefChains: [{ id: 'chain', canonicalName: 'Beta', mentions: [{ id: 'c2' }] }],
  }
  const { documents } = await readFiles(dfkiJson, { 'test.json': pretty(plain) })
  expect(documents[0]!.relations).toMatchObject([{ label: 'Merger:old', directed: false }])
  expect(documents[0]!.mentions[1]).toMatchObject({ entity: 'chain', entityName: 'Beta' })
})

test('what is wrong is told and left out', async () => {
  const bad = {
    ...document,
    conceptMentions: { array: [{ id: 'x', type: 't', span: { start: 5, end: 2 } }] },
  }
  const broken = {
    ...document,
    relationMentions: {
      array: [{ id: 'r', name: 'N', args: { array: [{ role: 'a', conceptMention: { id: '?' } }] } }],
    },
  }
  const { documents, problems } = await readFiles(dfkiJson, {
    'test.json': pretty(bad, broken, { ...document, text: null }),
  })
  expect(documents).toHaveLength(2)
  expect(problems.map((it) => it.notice.code)).toEqual([
    'import.record.span',
    'import.record.span',
    'import.record.relation',
    'import.record.no_text',
  ])
})

const corpus = join(interop, 'smartdata-de/v1_20180119/test.json.gz')

test.skipIf(!existsSync(corpus))('reads the SmartData corpus; only UTF-16 explains it', async () => {
  const json = gunzipSync(readFileSync(corpus))
  const { documents, problems } = await readFiles(dfkiJson, { 'test.json': json })
  expect(problems).toEqual([])
  expect(documents).toHaveLength(1192)
  expect(documents.flatMap((it) => it.mentions)).toHaveLength(10_083)
  expect(documents.flatMap((it) => it.relations)).toHaveLength(1854)
  expect(mismatches(documents, 'utf16')).toEqual([])
  expect(mismatches(documents, 'codepoint')).toHaveLength(20)
})
