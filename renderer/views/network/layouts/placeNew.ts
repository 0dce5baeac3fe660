import { adjacency, type LayoutGraph, nodeCount, type Positions } from './graph.ts'
import { separate } from './separate.ts'

const distance = 90
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/**
 * Gives places to nodes that have none, near their neighbours; whoever has a place keeps it. New nodes are taken in
 * order of how many placed neighbours they have; those without any line up below the picture.
 */
export const placeNew = (graph: LayoutGraph): Positions => {
  const count = nodeCount(graph)
  const positions = Float32Array.from(graph.positions)
  const placed = new Uint8Array(count)
  const fresh = new Set<number>()
  for (let node = 0; node < count; node++) {
    if (Number.isFinite(positions[2 * node]!) && Number.isFinite(positions[2 * node + 1]!)) placed[node] = 1
    else fresh.add(node)
  }
  if (fresh.size === 0) return positions

  const neighbours = adjacency(graph)
  const put = (node: number, x: number, y: number): void => {
    positions[2 * node] = x
    positions[2 * node + 1] = y
    placed[node] = 1
  }

  const queue = [...fresh].filter((node) => neighbours[node]!.some((it) => placed[it]))
  const queued = new Set(queue)
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!
    const anchors = neighbours[node]!.filter((it) => placed[it])
    const x = anchors.reduce((sum, it) => sum + positions[2 * it]!, 0) / anchors.length
    const y = anchors.reduce((sum, it) => sum + positions[2 * it + 1]!, 0) / anchors.length
    if (anchors.length > 1) put(node, x, y)
    else {
      const angle = freestAngle(neighbours[anchors[0]!]!, placed, positions, x, y, node)
      put(node, x + distance * Math.cos(angle), y + distance * Math.sin(angle))
    }
    for (const next of neighbours[node]!)
      if (!placed[next] && !queued.has(next)) {
        queued.add(next)
        queue.push(next)
      }
  }

  const alone = [...fresh].filter((node) => !placed[node])
  if (alone.length > 0) {
    const box = boundsOf(positions, placed)
    const perRow = Math.max(4, Math.ceil(Math.sqrt(alone.length * 2)))
    const columnWidth = Math.max(...alone.map((node) => graph.widths[node]!)) + 16
    const rowHeight = Math.max(...alone.map((node) => graph.heights[node]!)) + 16
    const left = (box.left + box.right) / 2 - ((Math.min(perRow, alone.length) - 1) * columnWidth) / 2
    alone.forEach((node, index) => {
      put(
        node,
        left + (index % perRow) * columnWidth,
        box.bottom + distance + Math.floor(index / perRow) * rowHeight,
      )
    })
  }

  const fixed = new Uint8Array(count).fill(1)
  for (const node of fresh) fixed[node] = 0
  return separate({ ...graph, fixed }, positions)
}

/** The middle of the widest gap between the directions in which a node's placed neighbours lie, in radians. */
const freestAngle = (
  neighbours: readonly number[],
  placed: Uint8Array,
  positions: Positions,
  x: number,
  y: number,
  seed: number,
): number => {
  const angles = neighbours
    .filter((it) => placed[it])
    .map((it) => Math.atan2(positions[2 * it + 1]! - y, positions[2 * it]! - x))
    .sort((a, b) => a - b)
  if (angles.length === 0) return seed * goldenAngle
  let best = 0
  let widest = -1
  for (let index = 0; index < angles.length; index++) {
    const from = angles[index]!
    const to = index + 1 < angles.length ? angles[index + 1]! : angles[0]! + 2 * Math.PI
    if (to - from > widest) {
      widest = to - from
      best = from + (to - from) / 2
    }
  }
  return best
}

const boundsOf = (positions: Positions, placed: Uint8Array) => {
  let [left, right, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let node = 0; node < placed.length; node++) {
    if (!placed[node]) continue
    left = Math.min(left, positions[2 * node]!)
    right = Math.max(right, positions[2 * node]!)
    bottom = Math.max(bottom, positions[2 * node + 1]!)
  }
  return Number.isFinite(left) ? { left, right, bottom } : { left: 0, right: 0, bottom: -distance }
}
