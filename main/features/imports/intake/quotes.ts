import type { ReadFragment } from '../formats/records.ts'
import type { Counter, Counting } from './units.ts'

/** UTF-16, half-open, in the text as given. */
export interface PlacedFragment {
  readonly start: number
  readonly end: number
}

export type Placed =
  | { readonly ok: true; readonly fragments: readonly PlacedFragment[]; readonly repaired: boolean }
  | {
      readonly ok: false
      readonly said: string
      readonly found: string
      /** Where the quote stands instead. */
      readonly place: PlacedFragment | null
    }

/** How far from where it should be a quote may stand to be the one that was meant; UTF-16 code units. */
const near = 200

/** Longer quotes are looked for exactly as they are said only; UTF-16 code units. */
const longestLoose = 5000

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Places of a quote in a text, one after the other: exactly as said. */
function* exactPlaces(text: string, quote: string): Generator<PlacedFragment> {
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + quote.length))
    yield { start, end: start + quote.length }
}

/** The same with other white space. */
function* loosePlaces(text: string, quote: string): Generator<PlacedFragment> {
  if (quote.length > longestLoose) return
  const pattern = squeezed(quote)
    .split(' ')
    .map((it) => literal(it))
    .join('\\s+')
  for (const { index, 0: found } of text.matchAll(new RegExp(pattern, 'g')))
    yield { start: index, end: index + found.length }
}

/**
 * The place of a quote nearest to `at`: exactly as said, else with other white space. Two places equally near are no
 * answer.
 */
const placeOf = (text: string, quote: string, at: number): PlacedFragment | null => {
  if (quote.trim() === '') return null
  const from = Math.max(0, at - near)
  const window = text.slice(from, at + near + quote.length)
  for (const places of [exactPlaces, loosePlaces]) {
    let best: PlacedFragment | null = null
    let distance = Number.POSITIVE_INFINITY
    let tie = false
    for (const { start, end } of places(window, quote)) {
      const away = Math.abs(from + start - at)
      if (away === distance) tie = true
      if (away >= distance) continue
      best = { start: from + start, end: from + end }
      distance = away
      tie = false
    }
    if (best && !tie) return best
  }
  return null
}

/**
 * Turns the fragments of a mention into UTF-16 and checks every quote. What does not cut its quote is moved only with
 * `repair`, and only to a near and unambiguous place.
 */
export const placeFragments = (
  text: string,
  counter: Counter,
  counting: Counting,
  fragments: readonly ReadFragment[],
  repair: boolean,
): Placed => {
  const placed: PlacedFragment[] = []
  let repaired = false
  for (const { start, end, quote } of fragments) {
    const from = counter.toUtf16(counting, start)
    const to = counter.toUtf16(counting, end)
    const found = from === null || to === null ? '' : text.slice(from, to)
    const isThere =
      from !== null &&
      to !== null &&
      from < to &&
      found.isWellFormed() &&
      (quote === undefined || found === quote)
    if (isThere) {
      placed.push({ start: from, end: to })
      continue
    }
    const place = quote === undefined ? null : placeOf(text, quote, from ?? Math.min(start, text.length))
    if (!repair || !place) {
      return { ok: false, said: quote ?? '', found: found.slice(0, 200), place }
    }
    placed.push(place)
    repaired = true
  }
  return { ok: true, fragments: placed, repaired }
}
