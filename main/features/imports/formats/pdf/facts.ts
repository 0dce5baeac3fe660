import { propertyGuesses, titleProperty } from '../../files/documentFacts.ts'
import type { Guesses } from '../../reading/types.ts'
import type { Composed } from './compose.ts'

/** What the library tells of a document besides its pages. */
export interface Metadata {
  readonly info: object
  readonly metadata: { get(name: string): unknown } | null
}

const textOf = (value: unknown): string =>
  (Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '')
    .replace(/\s+/g, ' ')
    .trim()

/** The largest type on the first page, if it stands out: what a reader takes for the title. */
const largestLines = ({ text, pages }: Composed): string | null => {
  const runs = pages[0]?.runs ?? []
  const sizes = runs.flatMap(([start, end, , , , , size]) =>
    Array<number>(Math.min(200, end - start)).fill(size),
  )
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
  const isTitle = (start: number, end: number): boolean =>
    /\p{L}.*\p{L}/su.test(text.slice(start, end)) && end - start > 3
  const largest = Math.max(0, ...runs.filter(([start, end]) => isTitle(start, end)).map((it) => it[6]))
  if (largest < 1.15 * usual) return null
  const first = runs.findIndex((it) => it[6] === largest && isTitle(it[0], it[1]))
  let last = first
  while (runs[last + 1] && Math.abs(runs[last + 1]![6] - largest) < 0.05 * largest) last += 1
  const title = text.slice(runs[first]![0], runs[last]![1]).replace(/\s+/g, ' ').trim()
  return title.length > 250 ? null : title
}

/** What a document says of itself, its properties before XMP before its first page. */
export const factsOf = ({ info, metadata }: Metadata, composed: Composed): Guesses => {
  const property = (name: string): string => textOf((info as Record<string, unknown>)[name])
  const xmp = (name: string): string => textOf(metadata?.get(name))
  const first = (...values: string[]): string => values.find((it) => it !== '') ?? ''
  const guesses = propertyGuesses(
    {
      title: titleProperty(property('Title')) ?? xmp('dc:title'),
      author: first(property('Author'), xmp('dc:creator')),
      language: first(property('Language'), xmp('dc:language')),
      made: first(property('CreationDate'), xmp('xmp:createdate')),
    },
    composed.text,
  )
  const largest = guesses.title ? null : largestLines(composed)
  if (largest) guesses.title = { value: largest, from: 'largest line', confidence: 'likely' }
  return guesses
}
