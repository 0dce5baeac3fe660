import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeText, escapeValue } from '../../../../../main/features/exports/formats/webanno-tsv/escapes.ts'
import { webannoTsv as writer } from '../../../../../main/features/exports/formats/webanno-tsv/format.ts'
import {
  splitCell,
  splitSuffix,
  unescapeText,
  unescapeValue,
} from '../../../../../main/features/imports/formats/webanno-tsv/escapes.ts'
import { webannoTsv as reader } from '../../../../../main/features/imports/formats/webanno-tsv/format.ts'
import { fullArticle, type OneArticle, type Piece, written } from '../../../../support/oneArticle.ts'
import { readFiles } from '../../../../support/readFormat.ts'

const signs = fc.constantFrom(...'\\[]|_->;*\t\n tnfr.1aé🚀\u0001\u000b\r京'.match(/./gsu)!)
const wild = fc.string({ unit: signs, maxLength: 30 })

test('a text survives its escapes', () => {
  fc.assert(
    fc.property(wild, (text) => {
      expect(unescapeText(escapeText(text), 3)).toBe(text)
    }),
  )
})

test('a value survives its escapes, stacked and numbered', () => {
  const value = wild.filter((it) => !it.includes('\r') && it !== '')
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), (values) => {
      const cell = values.map((it, index) => `${escapeValue(it)}[${index + 1}]`).join('|')
      const parts = splitCell(cell, '|').map(splitSuffix)
      expect(parts.map((it) => unescapeValue(it.value))).toEqual(values)
      expect(parts.map((it) => it.numbers)).toEqual(values.map((_, index) => [index + 1]))
    }),
  )
})

const back = async (given: OneArticle) => {
  const { files } = written(writer, given)
  const { documents, problems, records } = await readFiles(reader, files)
  expect(problems).toEqual([])
  expect(documents).toHaveLength(1)
  return { document: documents[0]!, records }
}

const envelope = ({ spans }: Piece): [number, number] => [spans[0]![0], spans.at(-1)![1]]

test('an article comes back: text, places, facts, relations', async () => {
  const { document, records } = await back(fullArticle)
  expect(document.text).toBe(fullArticle.text)
  expect(document).toMatchObject({
    title: 'One & <only>',
    language: 'de',
    status: 'done',
    note: 'article note',
  })
  const mentions = [...document.mentions].sort((a, b) => a.fragments[0]!.start - b.fragments[0]!.start)
  expect(mentions.map(({ fragments: [it], label }) => [it!.start, it!.end, label])).toEqual(
    fullArticle.mentions!.map((it) => [...envelope(it), it.type]),
  )
  expect(document.mentions.find((it) => it.label === 'money')!.value).toEqual({
    kind: 'money',
    amount: 5_000_000,
    currency: 'USD',
  })
  expect(document.relations).toMatchObject([
    {
      label: 'owns_share',
      relation: 'relation-0',
      status: 'announced',
      amount: '550000000',
      passage: { start: 0, end: 61 },
      evidenceNote: 'why',
    },
  ])
  expect(records.filter((it) => it.kind === 'entity')).toMatchObject([
    { id: 'entity-g', outsideIds: [{ scheme: 'wikidata', value: 'Q42' }] },
    { id: 'entity-j' },
  ])
})

const texts = fc.string({
  unit: fc.constantFrom(...'ab. \n\t🚀京é-\u0301_\r\u00a0#'.match(/./gsu)!),
  minLength: 1,
  maxLength: 60,
})
const articles = texts.chain((text) => {
  // Places between whole characters: no span cuts a pair of surrogates.
  const places = [0]
  for (const sign of text) places.push(places.at(-1)! + sign.length)
  const at = fc.nat({ max: places.length - 1 })
  const span = fc
    .tuple(at, at)
    .filter(([a, b]) => a !== b)
    .map(([a, b]): Piece => {
      const [start, end] = [places[Math.min(a, b)]!, places[Math.max(a, b)]!]
      return { spans: [[start, end]], type: 'company', entity: `entity-${start % 3}` }
    })
  return fc.record({ text: fc.constant(text), mentions: fc.array(span, { maxLength: 5 }) })
})

test('any text and any spans come back exactly', async () => {
  await fc.assert(
    fc.asyncProperty(articles, async (given) => {
      const { document } = await back(given)
      expect(document.text).toBe(given.text)
      const key = (it: readonly (number | string | undefined)[]): string => it.join(' ')
      expect(
        document.mentions.map(({ fragments: [it], entity }) => key([it!.start, it!.end, entity])).sort(),
      ).toEqual(given.mentions.map((it) => key([...envelope(it), it.entity])).sort())
    }),
    { numRuns: 300 },
  )
})
