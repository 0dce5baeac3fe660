import type { Cut } from './types.ts'

/** A stretch of the full text that stands in the final one: UTF-16 offsets. */
export type Piece = { full: number; final: number; length: number }

/** The final text and where each of its stretches comes from. The final text is the pieces, joined. */
export type CutMap = { text: string; fullLength: number; pieces: Piece[] }

/**
 * Removes the switched-on cuts. At each seam the widest of the line breaks around it remains, at most one blank
 * line; white space at both ends of the text goes. Cuts may overlap and stand in any order.
 */
export function applyCuts(text: string, cuts: readonly Cut[]): string {
  return cutMap(text, cuts).text
}

/** The same with the map between both texts. Offsets: UTF-16 code units, half-open. */
export function cutMap(text: string, cuts: readonly Cut[]): CutMap {
  const kept = trimEnds(text, joinSeams(text, keptSpans(text, cuts)))
  const pieces: Piece[] = []
  let final = 0
  for (const { start, end } of kept) {
    if (start === end) continue
    pieces.push({ full: start, final, length: end - start })
    final += end - start
  }
  return {
    text: kept.map(({ start, end }) => text.slice(start, end)).join(''),
    fullLength: text.length,
    pieces,
  }
}

type Span = { start: number; end: number }

/** What the cuts leave, in order; spans of no length stay out. */
function keptSpans(text: string, cuts: readonly Cut[]): Span[] {
  const on = cuts
    .filter((cut) => cut.on && cut.end > cut.start)
    .map(({ start, end }) => ({ start: snap(text, start), end: snap(text, end) }))
    .sort((a, b) => a.start - b.start)
  const kept: Span[] = []
  let at = 0
  for (const { start, end } of on) {
    if (start > at) kept.push({ start: at, end: start })
    at = Math.max(at, end)
  }
  if (at < text.length) kept.push({ start: at, end: text.length })
  return kept
}

/** Into the text, and never between the halves of a surrogate pair. */
function snap(text: string, offset: number): number {
  const inside = Math.max(0, Math.min(text.length, offset))
  const low = text.charCodeAt(inside)
  const high = text.charCodeAt(inside - 1)
  return low >= 0xdc00 && low < 0xe000 && high >= 0xd800 && high < 0xdc00 ? inside - 1 : inside
}

const isSpace = (text: string, at: number) => /\s/.test(text.charAt(at))

function trimmedStart(text: string, { start, end }: Span): number {
  let at = start
  while (at < end && isSpace(text, at)) at++
  return at
}

function trimmedEnd(text: string, { start, end }: Span): number {
  let at = end
  while (at > start && isSpace(text, at - 1)) at--
  return at
}

/** Between two kept stretches of text: of all the white space left at the seam, the widest run, at most two breaks. */
function joinSeams(text: string, kept: Span[]): Span[] {
  const out: Span[] = []
  let seam: Span[] = []
  for (const span of kept) {
    const start = trimmedStart(text, span)
    if (out.length === 0 && seam.length === 0 && start < span.end) {
      out.push(span)
      continue
    }
    if (start === span.end) {
      seam.push(span)
      continue
    }
    const before = out.at(-1)
    if (before) {
      const end = trimmedEnd(text, before)
      seam.unshift({ start: end, end: before.end })
      before.end = end
    }
    seam.push({ start: span.start, end: start })
    out.push(widest(text, seam), { start, end: span.end })
    seam = []
  }
  return out
}

function widest(text: string, runs: Span[]): Span {
  const breaks = (run: Span) => text.slice(run.start, run.end).split('\n').length - 1
  const best = runs.reduce((a, b) =>
    breaks(b) > breaks(a) || (breaks(b) === breaks(a) && breaks(a) === 0 && b.end - b.start > a.end - a.start)
      ? b
      : a,
  )
  if (breaks(best) === 0) return best
  const first = text.indexOf('\n', best.start)
  const second = text.indexOf('\n', first + 1)
  return { start: first, end: second >= 0 && second < best.end ? second + 1 : first + 1 }
}

function trimEnds(text: string, spans: Span[]): Span[] {
  const filled = spans.filter((span) => trimmedStart(text, span) < span.end)
  const first = filled[0]
  const last = filled.at(-1)
  if (first === undefined || last === undefined) return []
  const inner = spans.slice(spans.indexOf(first), spans.lastIndexOf(last) + 1)
  first.start = trimmedStart(text, first)
  last.end = trimmedEnd(text, last)
  return inner
}

/** The last index whose key is ≤ value; -1 if there is none. */
function lastAtMost(pieces: readonly Piece[], key: 'full' | 'final', value: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]![key] <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Full text → final text. An offset inside a cut falls on its seam; `exact` tells the two cases apart. */
export function toFinal(map: CutMap, fullOffset: number): { offset: number; exact: boolean } {
  const piece = map.pieces[lastAtMost(map.pieces, 'full', fullOffset)]
  if (piece === undefined) return { offset: 0, exact: false }
  const into = fullOffset - piece.full
  return { offset: piece.final + Math.min(into, piece.length), exact: into <= piece.length }
}

/**
 * Final text → full text. On a seam the start of a span belongs to the stretch behind it, the end to the one before.
 */
export function toFull(map: CutMap, finalOffset: number, side: 'start' | 'end' = 'start'): number {
  const index = lastAtMost(map.pieces, 'final', side === 'end' ? finalOffset - 1 : finalOffset)
  const piece = map.pieces[Math.max(0, index)]
  if (piece === undefined) return 0
  return piece.full + Math.max(0, Math.min(finalOffset - piece.final, piece.length))
}

/** Maps the parts of a span that outlived the cuts: full-text span → final-text span; undefined when all of it is cut. */
export function spanToFinal(map: CutMap, start: number, end: number): Span | undefined {
  const from = toFinal(map, start)
  const to = toFinal(map, end)
  return to.offset > from.offset ? { start: from.offset, end: to.offset } : undefined
}
