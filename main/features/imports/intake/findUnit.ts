import type { SourceUnit } from '../../../../shared/model/importSet.ts'
import type { AnnotationFormat } from '../formats/format.ts'
import type { ReadDocument } from '../formats/records.ts'
import { type Counter, type Counting, createCounter } from './units.ts'

export interface Found extends Counting {
  /** Spans with a quote, those the counting explains, and those for which countings differ. */
  readonly checked: number
  readonly fits: number
  readonly decisive: number
}

interface Tally {
  readonly counting: Counting
  fits: number
  /** Without quotes: spans outside the text or through a character; those that begin or end in blanks or inside words. */
  broken: number
  odd: number
}

const blank = /\s/u

/** Does a span look as no person would have drawn it? Scripts without blanks between words are no evidence. */
const isOdd = (text: string, start: number, end: number): boolean => {
  if (start >= end) return false
  if (blank.test(text[start]!) || blank.test(text[end - 1]!)) return true
  const latin = (at: number): boolean => /[A-Za-z\u00c0-\u024f]/.test(text[at] ?? '')
  return (latin(start - 1) && latin(start)) || (latin(end - 1) && latin(end))
}

const isCut = (text: string, at: number): boolean =>
  /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '')

/** The ways of counting a format may be written in, the declared one first. */
export const countingsOf = (format: Pick<AnnotationFormat, 'offsetUnit' | 'otherUnits'>): Counting[] => {
  const units = [...new Set<SourceUnit>([format.offsetUnit ?? 'utf16', ...format.otherUnits])]
  return [false, true].flatMap((crlfAsOne) => units.map((unit) => ({ unit, crlfAsOne })))
}

/**
 * Finds how a set counts its offsets: the counting under which the most spans cut exactly the quote stated for them;
 * without quotes the one that breaks no character and cuts the fewest words. Ties go to what the format declares.
 */
export const createUnitFinder = (countings: readonly Counting[]) => {
  const tallies: Tally[] = countings.map((counting) => ({ counting, fits: 0, broken: 0, odd: 0 }))
  let checked = 0
  let decisive = 0

  const look = (
    text: string,
    counter: Counter,
    start: number,
    end: number,
    quote: string | undefined,
  ): void => {
    const spans = tallies.map(({ counting }): readonly [number | null, number | null] => [
      counter.toUtf16(counting, start),
      counter.toUtf16(counting, end),
    ])
    if (quote !== undefined) {
      checked += 1
      if (spans.some(([a, b]) => a !== spans[0]![0] || b !== spans[0]![1])) decisive += 1
    }
    spans.forEach(([from, to], index) => {
      const tally = tallies[index]!
      if (from === null || to === null || from > to || isCut(text, from) || isCut(text, to)) tally.broken += 1
      else if (quote === undefined) tally.odd += isOdd(text, from, to) ? 1 : 0
      else if (text.slice(from, to) === quote) tally.fits += 1
    })
  }

  return {
    add: ({ text, mentions, unit }: ReadDocument): void => {
      // A document that states its own unit says nothing of the others.
      if (unit) return
      const counter = createCounter(text)
      for (const { fragments } of mentions) {
        for (const { start, end, quote } of fragments) {
          if (counter.isPlain) {
            if (quote === undefined) continue
            checked += 1
            const fits = start <= end && text.slice(start, end) === quote
            for (const tally of tallies) if (fits) tally.fits += 1
          } else look(text, counter, start, end, quote)
        }
      }
    },
    found: (): Found => {
      const best = tallies.reduce((a, b) =>
        b.fits > a.fits ||
        (b.fits === a.fits && b.broken < a.broken) ||
        (b.fits === a.fits && b.broken === a.broken && b.odd < a.odd)
          ? b
          : a,
      )
      return { ...best.counting, checked, fits: best.fits, decisive }
    },
  }
}
