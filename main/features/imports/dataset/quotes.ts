import {
  createOffsetMap,
  OffsetError,
  type OffsetMap,
  type OffsetUnit,
  spanFrom,
} from '../../../../shared/text/offsets.ts'
import type { Span } from '../../../../shared/text/span.ts'

type Quoted = Span & { readonly quote: string }

/**
 * Turns quoted spans of one text into UTF-16 and checks that each cuts exactly its quote, in order and without overlap.
 * Answers the reason when one does not; nothing is ever moved to where the quote might have been.
 */
export type QuoteCheck = (spans: readonly Quoted[]) => readonly Quoted[] | string

export const createQuoteCheck = (text: string, unit: OffsetUnit): QuoteCheck => {
  let map: OffsetMap | null = null
  const toUtf16 = (span: Quoted): Quoted | string => {
    if (unit === 'utf16') return span
    map ??= createOffsetMap(text)
    try {
      return { ...spanFrom(map, unit, span), quote: span.quote }
    } catch (thrown) {
      if (thrown instanceof OffsetError) return thrown.message
      throw thrown
    }
  }
  return (spans) => {
    const result: Quoted[] = []
    let last = 0
    for (const given of spans) {
      const span = toUtf16(given)
      if (typeof span === 'string') return span
      const { start, end, quote } = span
      if (start < last)
        return `the span ${given.start}–${given.end} overlaps the one before it or is out of order`
      if (end - start !== quote.length || !text.startsWith(quote, start) || !quote.isWellFormed()) {
        return `${unit} ${given.start}–${given.end} of the text is not "${quote.slice(0, 100)}"`
      }
      last = end
      result.push(span)
    }
    return result
  }
}
