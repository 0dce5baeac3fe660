import { occurrencesOf } from '../../../shared/text/boundary.ts'
import { containsSpan, type Span } from '../../../shared/text/span.ts'
import type { SampleMention } from './corpus.ts'

/** A mention of the sample at its place: pieces as UTF-16 spans of the final text. */
export interface Place {
  mention: SampleMention
  fragments: Span[]
}

const spansOf = (text: string, quote: string): Span[] =>
  occurrencesOf(text, quote).map((start) => ({ start, end: start + quote.length }))

const needed = (found: Span | undefined, what: string): Span => {
  if (!found) throw new Error(`The sample corpus mentions "${what}", which its text does not hold there.`)
  return found
}

const discontinuous = (text: string, mention: SampleMention): Span[] => {
  const [first, ...others] = mention.fragments!
  const pieces = [needed(spansOf(text, first!)[(mention.nth ?? 1) - 1], first!)]
  for (const piece of others) {
    const start = text.indexOf(piece, pieces.at(-1)!.end)
    pieces.push(needed(start < 0 ? undefined : { start, end: start + piece.length }, piece))
  }
  return pieces
}

/** Finds where the listed mentions stand, by the rules of the sample's README. */
export const placesOf = (text: string, mentions: readonly SampleMention[]): Place[] => {
  const quotes = [...new Set(mentions.flatMap((it) => it.quote ?? []))]
  const spans = new Map(quotes.map((quote) => [quote, spansOf(text, quote)]))
  const singled = new Map<string, Set<number>>()
  for (const { quote, nth } of mentions) {
    if (quote === undefined || nth === undefined) continue
    singled.set(quote, (singled.get(quote) ?? new Set()).add(nth - 1))
  }
  const insideLonger = (quote: string, span: Span): boolean =>
    quotes.some(
      (other) => other.length > quote.length && spans.get(other)!.some((outer) => containsSpan(outer, span)),
    )

  return mentions.flatMap((mention): Place[] => {
    const { quote, nth } = mention
    if (quote === undefined) return [{ mention, fragments: discontinuous(text, mention) }]
    const all = spans.get(quote)!
    if (nth !== undefined) return [{ mention, fragments: [needed(all[nth - 1], `${quote} (${nth})`)] }]
    return all
      .filter((span, index) => !singled.get(quote)?.has(index) && !insideLonger(quote, span))
      .map((span) => ({ mention, fragments: [span] }))
  })
}
