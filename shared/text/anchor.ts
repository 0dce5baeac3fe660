/**
 * Anchors that survive a change of the text: position and quote with context, after the TextPositionSelector and
 * TextQuoteSelector of the W3C Web Annotation Data Model. Offsets are UTF-16 code units, half-open.
 */
import { isInsidePair } from './offsets.ts'
import type { Span } from './span.ts'

/** Up to 32 units of context either side; `quote` is exactly `text.slice(start, end)` of the text it was made on. */
export type Anchor = {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/** `score` is 0 … 1: how much of the context still stands, with a little weight on how far the quote moved. */
export type Reanchored =
  | { readonly span: Span; readonly how: 'position' | 'quote'; readonly score: number }
  | { readonly span: null; readonly how: 'none'; readonly score: 0 }

const CONTEXT = 32

export function makeAnchor(text: string, span: Span): Anchor {
  const { start, end } = span
  let from = Math.max(0, start - CONTEXT)
  if (isInsidePair(text, from)) from += 1
  let to = Math.min(text.length, end + CONTEXT)
  if (isInsidePair(text, to)) to -= 1
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(from, start),
    suffix: text.slice(end, to),
  }
}

/** Share of the anchor's context that surrounds [start, end) in the text, 0 … 1. */
function contextAt(text: string, anchor: Anchor, start: number, end: number): number {
  const { prefix, suffix } = anchor
  const total = prefix.length + suffix.length
  if (total === 0) return 1
  let before = 0
  while (before < prefix.length && prefix[prefix.length - 1 - before] === text[start - 1 - before])
    before += 1
  let after = 0
  while (after < suffix.length && suffix[after] === text[end + after]) after += 1
  return (before + after) / total
}

/**
 * Finds where an anchor stands in a changed text. Its position counts only where the quote is still there; a
 * quote found elsewhere wins over it when its context fits better. Otherwise every exact occurrence of the
 * quote is scored by context and distance.
 */
export function reanchor(text: string, anchor: Anchor): Reanchored {
  const { start, quote } = anchor
  const none = { span: null, how: 'none', score: 0 } as const
  if (quote === '') return none
  const scoreAt = (at: number): number =>
    0.9 * contextAt(text, anchor, at, at + quote.length) + 0.1 / (1 + Math.abs(at - start) / 1000)

  let best = -1
  let score = -1
  if (text.startsWith(quote, start)) {
    best = start
    score = scoreAt(start)
    if (contextAt(text, anchor, start, start + quote.length) === 1)
      return { span: { start, end: anchor.end }, how: 'position', score }
  }
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const candidate = scoreAt(at)
    if (candidate > score) {
      best = at
      score = candidate
    }
  }
  if (best === -1) return none
  return {
    span: { start: best, end: best + quote.length },
    how: best === start ? 'position' : 'quote',
    score,
  }
}
