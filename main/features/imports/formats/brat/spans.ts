import { createOffsetMap, type OffsetMap, type OffsetUnit } from '../../../../../shared/text/offsets.ts'
import type { ReadFragment } from '../records.ts'
import type { BratSpan } from './lines.ts'

/** Units found in files: brat's own, then those of tools that count otherwise. */
const units: readonly OffsetUnit[] = ['codepoint', 'utf16', 'byte']

/** White space of any kind and length is one blank: the text column has no line ends. */
const squeezed = (text: string): string => text.replace(/\s+/g, ' ')

const place = (map: OffsetMap, unit: OffsetUnit, offset: number): number => {
  try {
    return map.from(unit, offset)
  } catch {
    return -1
  }
}

export interface Cutter {
  readonly text: string
  /** What the spans cut out, in one of the units; null where one of them is no place of the text. */
  cut(unit: OffsetUnit, spans: readonly BratSpan[]): string[] | null
}

export const createCutter = (text: string): Cutter => {
  let map: OffsetMap | null = null
  return {
    text,
    cut: (unit, spans) => {
      map ??= createOffsetMap(text)
      const pieces: string[] = []
      for (const { start, end } of spans) {
        const [from, to] = [place(map, unit, start), place(map, unit, end)]
        if (from === -1 || to === -1) return null
        pieces.push(text.slice(from, to))
      }
      return pieces
    },
  }
}

/** Pieces stand in the text column joined by one blank, before brat 1.3 by nothing. */
const says = (tail: string, pieces: readonly string[]): boolean =>
  tail === pieces.join(' ') || tail === pieces.join('')

/** Does the text column say in any unit what the spans cut out, blanks for line ends allowed? */
export const fits = (cutter: Cutter, spans: readonly BratSpan[], tail: string): boolean =>
  units.some((unit) => {
    const pieces = cutter.cut(unit, spans)
    return pieces !== null && (says(tail, pieces) || squeezed(tail) === squeezed(pieces.join(' ')))
  })

/**
 * The fragments of a span line with their quotes. The text column is cut up by the unit that explains it; where a line
 * end stands as a blank in it, the quote is what stands in the text. A column that no unit explains goes to the first
 * fragment as it is, so that it is found to be wrong.
 */
export const fragmentsOf = (cutter: Cutter, spans: readonly BratSpan[], tail: string): ReadFragment[] => {
  const quoted = (pieces: readonly string[]): ReadFragment[] =>
    spans.map((it, index) => ({ ...it, quote: pieces[index]! }))
  const sorted = (fragments: ReadFragment[]): ReadFragment[] => fragments.sort((a, b) => a.start - b.start)
  if (tail === '') return sorted(spans.map((it) => ({ ...it })))
  const cuts = units.map((unit) => cutter.cut(unit, spans))
  const exact = cuts.find((pieces) => pieces !== null && says(tail, pieces))
  if (exact) return sorted(quoted(exact))
  const loose = cuts.find((pieces) => {
    if (pieces === null) return false
    const said = squeezed(tail)
    return said === squeezed(pieces.join(' ')) || said === squeezed(pieces.join(''))
  })
  if (loose) return sorted(quoted(loose))
  return sorted(spans.map((it, index) => (index === 0 ? { ...it, quote: tail } : { ...it })))
}

const lineEnd = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/

/** Joins fragments that nothing but blanks and a line end parts: brat cuts a span drawn over line ends there. */
export const joinedOverLines = (cutter: Cutter, fragments: readonly ReadFragment[]): ReadFragment[] => {
  const result: ReadFragment[] = []
  for (const fragment of fragments) {
    const last = result.at(-1)
    const gap =
      last && last.end <= fragment.start
        ? cutter.cut('codepoint', [{ start: last.end, end: fragment.start }])?.[0]
        : undefined
    if (!last || gap === undefined || gap.trim() !== '' || !lineEnd.test(gap)) {
      result.push(fragment)
      continue
    }
    const quotes = [last.quote, fragment.quote]
    result[result.length - 1] = {
      start: last.start,
      end: fragment.end,
      ...(quotes.every((it) => it !== undefined) && { quote: quotes.join(gap) }),
    }
  }
  return result
}
