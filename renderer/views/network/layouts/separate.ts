import { type LayoutGraph, nodeCount, type Positions } from './graph.ts'

const gap = 10

/**
 * Pushes overlapping nodes apart, the fixed ones excepted, looking only at nodes in the same or a neighbouring cell of
 * a grid. Works in place; stops when nothing overlaps, after `rounds`, or at the deadline.
 */
export const separate = (
  graph: LayoutGraph,
  positions: Positions,
  rounds = 60,
  deadline = Number.POSITIVE_INFINITY,
): Positions => {
  const count = nodeCount(graph)
  let cell = 1
  for (let node = 0; node < count; node++)
    cell = Math.max(cell, graph.widths[node]! + gap, graph.heights[node]! + gap)

  for (let round = 0; round < rounds && performance.now() < deadline; round++) {
    const cells = new Map<string, number[]>()
    for (let node = 0; node < count; node++) {
      const key = `${Math.floor(positions[2 * node]! / cell)},${Math.floor(positions[2 * node + 1]! / cell)}`
      const there = cells.get(key)
      if (there) there.push(node)
      else cells.set(key, [node])
    }
    let moved = false
    const push = (one: number, other: number): void => {
      const dx = positions[2 * other]! - positions[2 * one]!
      const dy = positions[2 * other + 1]! - positions[2 * one + 1]!
      const overX = (graph.widths[one]! + graph.widths[other]!) / 2 + gap - Math.abs(dx)
      const overY = (graph.heights[one]! + graph.heights[other]!) / 2 + gap - Math.abs(dy)
      if (overX <= 0 || overY <= 0) return
      const free = Number(!graph.fixed[one]) + Number(!graph.fixed[other])
      if (free === 0) return
      // The shorter way out; nodes on the very same spot part by their order.
      const axis = overX < overY ? 0 : 1
      const direction = Math.sign(axis === 0 ? dx : dy) || 1
      const step = ((axis === 0 ? overX : overY) / free) * direction
      if (!graph.fixed[one]) positions[2 * one + axis]! -= step
      if (!graph.fixed[other]) positions[2 * other + axis]! += step
      moved = true
    }
    for (const [key, there] of cells) {
      if (performance.now() > deadline) return positions
      const [column, row] = key.split(',').map(Number) as [number, number]
      for (const [x, y] of [
        [0, 0],
        [1, 0],
        [-1, 1],
        [0, 1],
        [1, 1],
      ] as const) {
        const others = cells.get(`${column + x},${row + y}`)
        if (!others) continue
        for (let i = 0; i < there.length; i++)
          for (let j = others === there ? i + 1 : 0; j < others.length; j++) push(there[i]!, others[j]!)
      }
    }
    if (!moved) break
  }
  return positions
}
