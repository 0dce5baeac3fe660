/**
 * Spans: pieces of a text. Every offset is a UTF-16 code unit, every span half-open: [start, end).
 */
import { graphemeEnd, graphemeStart } from './graphemes.ts'

/** Half-open piece of a text, UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number }

export type FragmentProblem = 'none' | 'invalid' | 'empty' | 'overlap'

/** `index` is the place of the offending fragment in the array as it was given. */
export type FragmentResult =
  | { readonly ok: true; readonly fragments: Span[] }
  | { readonly ok: false; readonly problem: FragmentProblem; readonly index: number }

const white = /[\s\u200b]/

export const spanLength = (span: Span): number => span.end - span.start

/** Order by start, then longer first, so that an outer span comes before those nested in it. */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** True when `inner` lies wholly in `outer`. */
export const containsSpan = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** True when the unit at `offset` (UTF-16) belongs to the span. */
export const containsOffset = (span: Span, offset: number): boolean =>
  span.start <= offset && offset < span.end

/** True when the spans share at least one unit; touching is not overlapping. */
export const overlaps = (a: Span, b: Span): boolean => Math.max(a.start, b.start) < Math.min(a.end, b.end)

/** What both spans share, or null when they share no unit. */
export function intersectSpans(a: Span, b: Span): Span | null {
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return start < end ? { start, end } : null
}

/** The smallest span that holds all given ones, or null for none. */
export function boundingSpan(spans: readonly Span[]): Span | null {
  const first = spans[0]
  if (!first) return null
  let { start, end } = first
  for (const span of spans) {
    if (span.start < start) start = span.start
    if (span.end > end) end = span.end
  }
  return { start, end }
}

/** The union of spans as sorted, disjoint spans; touching and overlapping ones become one. Empty ones vanish. */
export function unionSpans(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = []
  for (const span of [...spans].sort(compareSpans)) {
    if (span.start >= span.end) continue
    const last = result.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else result.push({ start: span.start, end: span.end })
  }
  return result
}

/** The span moved into [0, length]; never inverted. */
export function clampSpan(span: Span, length: number): Span {
  const start = Math.min(Math.max(span.start, 0), length)
  return { start, end: Math.min(Math.max(span.end, start), length) }
}

/**
 * Puts the fragments of a (possibly discontinuous) mention in order and makes touching ones one.
 * Refuses no fragments at all, offsets that are not non-negative integers, empty and overlapping fragments.
 */
export function normaliseFragments(fragments: readonly Span[]): FragmentResult {
  if (fragments.length === 0) return { ok: false, problem: 'none', index: -1 }
  for (const [index, { start, end }] of fragments.entries()) {
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start)
      return { ok: false, problem: 'invalid', index }
    if (start === end) return { ok: false, problem: 'empty', index }
  }
  const order = fragments.map((_, index) => index).sort((a, b) => compareSpans(fragments[a]!, fragments[b]!))
  const result: { start: number; end: number }[] = []
  for (const index of order) {
    const { start, end } = fragments[index]!
    const last = result.at(-1)
    if (last && start < last.end) return { ok: false, problem: 'overlap', index }
    if (last && start === last.end) last.end = end
    else result.push({ start, end })
  }
  return { ok: true, fragments: result }
}

/** The words of a mention: its fragments' texts, joined by one blank where it is discontinuous. */
export const textOf = (text: string, fragments: readonly Span[]): string =>
  fragments.map(({ start, end }) => text.slice(start, end)).join(' ')

/**
 * Grows a span to whole graphemes, so that no surrogate pair, accent or emoji sequence is cut.
 * An empty span moves to the start of the grapheme it stands in. Cost: the neighbourhood, not the text.
 */
export function snapToGraphemes(text: string, span: Span): Span {
  const { start, end } = clampSpan(span, text.length)
  const from = graphemeStart(text, start)
  return { start: from, end: start === end ? from : graphemeEnd(text, end) }
}

/**
 * Drops white space at both ends without cutting a grapheme (a blank that carries an accent stays).
 * A span of nothing but white space becomes empty at its start.
 */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = clampSpan(span, text.length)
  while (start < end && white.test(text[start]!)) start += 1
  while (end > start && white.test(text[end - 1]!)) end -= 1
  if (start === end) return { start: span.start, end: span.start }
  return snapToGraphemes(text, { start, end })
}
