import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conllu as writer } from '../../../../../main/features/exports/formats/conllu/format.ts'
import { escapeSpaces } from '../../../../../main/features/exports/formats/conllu/sentences.ts'
import { conllu as reader } from '../../../../../main/features/imports/formats/conllu/format.ts'
import { unescapeSpaces } from '../../../../../main/features/imports/formats/conllu/surface.ts'
import { fullArticle, type OneArticle, type Piece, written } from '../../../../support/oneArticle.ts'
import { mismatches, readFiles } from '../../../../support/readFormat.ts'

test('white space survives its escapes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r', '\\', '|', 's', 'p') }), (text) => {
      const cell = escapeSpaces(text)
      expect(cell).not.toMatch(/[\s|]/)
      expect(unescapeSpaces(cell)).toBe(text)
    }),
  )
})

const back = async (given: OneArticle) => {
  const { files } = written(writer, given)
  const { documents, problems, records } = await readFiles(reader, files)
  expect(problems).toEqual([])
  expect(documents).toHaveLength(1)
  expect(mismatches(documents, 'utf16')).toEqual([])
  return { document: documents[0]!, records, content: files['corpus.conllu']!.toString() }
}

test('an article comes back: text, places, facts, relations', async () => {
  const { document, records, content } = await back(fullArticle)
  expect(document.text).toBe(fullArticle.text)
  expect(document.textIsBuilt).toBeUndefined()
  expect(document.foreign).toBeUndefined()
  expect(document).toMatchObject({ title: 'One & <only>', publishedOn: '2018-06-18', status: 'done' })
  const places = document.mentions.map(({ fragments, label }) => [
    label,
    ...fragments.map((it) => [it.start, it.end]),
  ])
  expect(places.sort()).toEqual(fullArticle.mentions!.map((it) => [it.type, ...it.spans]).sort())
  expect(document.relations).toMatchObject([
    { label: 'owns_share', relation: 'relation-0', amount: '550000000', passage: { start: 0, end: 61 } },
  ])
  expect(records.filter((it) => it.kind === 'entity').map((it) => it.id)).toEqual(['entity-g', 'entity-j'])
  expect(content).toContain('Entity=(e1[1/2]-company-1-n:5)')
  for (const line of content.split('\n')) {
    if (line !== '' && !line.startsWith('#')) expect(line.split('\t')).toHaveLength(10)
  }
})

const texts = fc.string({
  unit: fc.constantFrom(...'abc. \n\t🚀京é-\u0301_\r\u00a0#|=()\u0001'.match(/./gsu)!),
  minLength: 1,
  maxLength: 60,
})
const articles = texts
  .filter((it) => /[abc]/.test(it))
  .chain((text) => {
    const places = [0]
    for (const sign of text) places.push(places.at(-1)! + sign.length)
    const at = fc.nat({ max: places.length - 1 })
    const piece = fc.uniqueArray(at, { minLength: 2, maxLength: 4 }).map((list): Piece => {
      const ends = list.slice(0, list.length & ~1).sort((a, b) => a - b)
      const spans: [number, number][] = []
      for (let index = 0; index < ends.length; index += 2)
        spans.push([places[ends[index]!]!, places[ends[index + 1]!]!])
      return { spans, type: 'company', entity: `entity-${ends[0]! % 2}` }
    })
    return fc.record({ text: fc.constant(text), mentions: fc.array(piece, { maxLength: 5 }) })
  })

test('any text and any spans, crossing and in parts, come back exactly', async () => {
  await fc.assert(
    fc.asyncProperty(articles, async (given) => {
      const { document } = await back(given)
      expect(document.text).toBe(given.text)
      const read = document.mentions.map(({ fragments, entity }) =>
        JSON.stringify([entity, fragments.map((it) => [it.start, it.end])]),
      )
      expect(read.sort()).toEqual(given.mentions.map((it) => JSON.stringify([it.entity, it.spans])).sort())
    }),
    { numRuns: 300 },
  )
})
