import type { Cut } from '@shared/contract/imports.ts'

/** A stretch of the draft's full text under one cut, or under none: UTF-16 code units, half-open. */
export interface Segment {
  start: number
  end: number
  /** Index into the cuts; -1 where nothing is proposed. */
  cut: number
  /** Whether the stretch will be missing from the article. */
  gone: boolean
}

/** Splits a text at the edges of its cuts. Where cuts overlap, a switched-on one speaks, then the last. */
export const segmentsOf = (length: number, cuts: readonly Cut[]): Segment[] => {
  const inside = (offset: number) => Math.max(0, Math.min(length, offset))
  const edges = [...new Set([0, length, ...cuts.flatMap((it) => [inside(it.start), inside(it.end)])])].sort(
    (a, b) => a - b,
  )
  const segments: Segment[] = []
  for (let index = 0; index + 1 < edges.length; index++) {
    const start = edges[index]!
    const end = edges[index + 1]!
    const covers = (it: Cut) => it.start < end && it.end > start
    const on = cuts.findLastIndex((it) => it.on && covers(it))
    const cut = on >= 0 ? on : cuts.findLastIndex(covers)
    const last = segments.at(-1)
    if (last && last.cut === cut) last.end = end
    else segments.push({ start, end, cut, gone: on >= 0 })
  }
  return segments
}

/** The reason of a cut that a person made. */
export const byHand = 'by_hand'

/** Switches a cut. One made by hand goes away when it is switched off: nobody else proposed it. */
export const toggleCut = (cuts: readonly Cut[], index: number): Cut[] => {
  const cut = cuts[index]
  if (!cut) return [...cuts]
  if (cut.on && cut.reason === byHand) return cuts.filter((_, at) => at !== index)
  return cuts.map((it, at) => (at === index ? { ...it, on: !it.on } : it))
}

/** Adds a cut by hand; cuts by hand that it touches become one with it. */
export const addCut = (cuts: readonly Cut[], start: number, end: number): Cut[] => {
  if (start >= end) return [...cuts]
  const touches = (it: Cut) => it.reason === byHand && it.start <= end && it.end >= start
  const merged = cuts.filter(touches)
  return [
    ...cuts.filter((it) => !touches(it)),
    {
      start: Math.min(start, ...merged.map((it) => it.start)),
      end: Math.max(end, ...merged.map((it) => it.end)),
      reason: byHand,
      on: true,
    },
  ].sort((a, b) => a.start - b.start || a.end - b.end)
}
