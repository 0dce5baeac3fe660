/**
 * The drawing of mentions as flat, disjoint segments: wherever the set of covering mentions changes, a new segment
 * begins. One element per segment carries tints and underlines of all its lanes; nothing is nested.
 */
import { lanesOf } from './lanes.ts'
import { clusterStart, type MentionIndex, piecesIn } from './spanIndex.ts'

/** A piece that covers a segment, and the lane of its underline. */
export interface Layer {
  /** Number of the piece in the index. */
  readonly piece: number
  readonly lane: number
}

/** Half-open stretch of text (UTF-16) under the same mentions; `layers` in order of lane, nearest first. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly layers: readonly Layer[]
}

/** The segments within [from, to), cut off at its ends. */
export const segmentsIn = (index: MentionIndex, from: number, to: number): Segment[] => {
  const visible = piecesIn(index, from, to)
  if (visible.length === 0) return []
  // Lanes belong to clusters; the first one may begin, and the last one go on, outside the window.
  const first = clusterStart(index, visible[0]!)
  let last = visible.at(-1)!
  while (last + 1 < index.size && index.start[last + 1]! < index.reach[last]!) last += 1
  const spans = []
  for (let at = first; at <= last; at += 1) spans.push({ start: index.start[at]!, end: index.end[at]! })
  const lanes = lanesOf(spans)

  const cuts = new Set<number>()
  for (const at of visible) {
    cuts.add(Math.max(index.start[at]!, from))
    cuts.add(Math.min(index.end[at]!, to))
  }
  const edges = [...cuts].sort((a, b) => a - b)
  const segments: Segment[] = []
  let active: number[] = []
  let next = 0
  for (let edge = 0; edge + 1 < edges.length; edge += 1) {
    const begin = edges[edge]!
    const end = edges[edge + 1]!
    active = active.filter((at) => index.end[at]! > begin)
    while (next < visible.length && index.start[visible[next]!]! <= begin) active.push(visible[next++]!)
    if (active.length === 0) continue
    const layers = active.map((piece) => ({ piece, lane: lanes[piece - first]! }))
    segments.push({
      from: begin,
      to: end,
      layers: layers.sort((a, b) => a.lane - b.lane || a.piece - b.piece),
    })
  }
  return segments
}
