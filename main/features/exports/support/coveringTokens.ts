import { compareSpans, type Span, unionSpans } from '../../../../shared/text/span.ts'
import { firstWhere, sentencesAround, tokensOf } from './tokens.ts'

export interface TokenSentence extends Span {
  /** In text order, disjoint; what lies between them is blank. */
  readonly tokens: readonly Span[]
}

/** Sentences and spans as areas, joined where they overlap (not where they touch). */
const areasOf = (spans: readonly Span[]): Span[] => {
  const result: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort(compareSpans)) {
    const last = result.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

const sorted = (offsets: Iterable<number>): number[] => [...new Set(offsets)].sort((a, b) => a - b)

/**
 * Sentences and tokens such that every span begins and ends where a token does. With `blanks`, blanks that a span
 * begins or ends in are tokens too, and sentences reach over spans that no sentence holds; without, such spans have no
 * token there.
 */
export const coveringTokens = (
  text: string,
  spans: readonly Span[],
  language: string,
  blanks: boolean,
): TokenSentence[] => {
  const starts = sorted(spans.map((it) => it.start))
  const ends = sorted(spans.map((it) => it.end))
  const cuts = sorted([...starts, ...ends])
  const united = unionSpans(spans)
  const chunks = united.map((it) => ({ ...it, tag: '', entityUid: null }))
  const sentences = sentencesAround(text, chunks, language)

  /** Tokens over a blank stretch that a span begins or ends in. */
  const blankTokens = (start: number, end: number): Span[] => {
    const first = starts[firstWhere(starts, (it) => it >= start)]
    const last = ends[firstWhere(ends, (it) => it > start)]
    if (!((first !== undefined && first < end) || (last !== undefined && last <= end))) return []
    const result: Span[] = []
    let from = start
    for (let at = firstWhere(cuts, (it) => it > start); at < cuts.length && cuts[at]! < end; at += 1) {
      result.push({ start: from, end: cuts[at]! })
      from = cuts[at]!
    }
    if (from < end) result.push({ start: from, end })
    return result
  }

  return (blanks ? areasOf([...sentences, ...united]) : sentences).map((area) => {
    const words = tokensOf(text, area, language, cuts)
    if (!blanks) return { ...area, tokens: words }
    const tokens: Span[] = []
    let from = area.start
    for (const word of words) {
      tokens.push(...blankTokens(from, word.start), word)
      from = word.end
    }
    tokens.push(...blankTokens(from, area.end))
    return { ...area, tokens }
  })
}
