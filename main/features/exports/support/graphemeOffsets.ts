import type { Span } from '../../../../shared/text/span.ts'
import { firstWhere } from './tokens.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Spans of one text counted in graphemes (Unicode UAX #29). A span that cuts one takes it in wholly; `cut` is told then.
 */
export const createGraphemeSpans = (text: string, cut: (span: Span) => void): ((span: Span) => Span) => {
  const starts: number[] = []
  for (const { index } of segmenter.segment(text)) starts.push(index)
  starts.push(text.length)
  return (span) => {
    const after = firstWhere(starts, (it) => it > span.start)
    const start = after - 1
    const end = firstWhere(starts, (it) => it >= span.end)
    if (starts[start] !== span.start || starts[end] !== span.end) cut(span)
    return { start, end }
  }
}
