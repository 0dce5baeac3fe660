import { type LayoutGraph, type LayoutRun, nodeCount, type Positions } from './graph.ts'

const gap = 12

/**
 * Lays out only the nodes that have edges; the others line up in rows below the picture, where they take no room from
 * it.
 */
export const lonersApart =
  (run: LayoutRun): LayoutRun =>
  (graph, deadline) => {
    const tied = new Uint8Array(nodeCount(graph))
    for (let edge = 0; edge < graph.sources.length; edge++) {
      tied[graph.sources[edge]!] = 1
      tied[graph.targets[edge]!] = 1
    }
    const kept: number[] = []
    const loners: number[] = []
    for (let node = 0; node < nodeCount(graph); node++)
      if (tied[node] || graph.fixed[node]) kept.push(node)
      else loners.push(node)
    if (loners.length === 0 || kept.length === 0) return run(graph, deadline)

    const inner = run(part(graph, kept), deadline)
    const positions = new Float32Array(2 * nodeCount(graph))
    let [left, right, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
    kept.forEach((node, index) => {
      const [x, y] = [inner[2 * index]!, inner[2 * index + 1]!]
      positions[2 * node] = x
      positions[2 * node + 1] = y
      left = Math.min(left, x - graph.widths[node]! / 2)
      right = Math.max(right, x + graph.widths[node]! / 2)
      bottom = Math.max(bottom, y + graph.heights[node]! / 2)
    })
    lineUp(graph, loners, positions, { left, right, top: bottom + 60 })
    return positions
  }

/** Rows as wide as the picture, at least four nodes long. */
const lineUp = (
  graph: LayoutGraph,
  loners: readonly number[],
  positions: Positions,
  { left, right, top }: { left: number; right: number; top: number },
): void => {
  const widest = Math.max(...loners.map((it) => graph.widths[it]!)) + gap
  const tallest = Math.max(...loners.map((it) => graph.heights[it]!)) + gap
  const columns = Math.min(loners.length, Math.max(4, Math.floor((right - left) / widest)))
  const start = (left + right) / 2 - ((columns - 1) * widest) / 2
  loners.forEach((node, index) => {
    positions[2 * node] = start + (index % columns) * widest
    positions[2 * node + 1] = top + Math.floor(index / columns) * tallest
  })
}

/** The graph of some of the nodes and the edges between them. */
const part = (graph: LayoutGraph, nodes: readonly number[]): LayoutGraph => {
  const index = new Map(nodes.map((node, place) => [node, place]))
  const edges = Array.from(graph.sources, (_, edge) => edge).filter(
    (edge) => index.has(graph.sources[edge]!) && index.has(graph.targets[edge]!),
  )
  return {
    widths: Float32Array.from(nodes, (it) => graph.widths[it]!),
    heights: Float32Array.from(nodes, (it) => graph.heights[it]!),
    positions: Float32Array.from(
      nodes.flatMap((it) => [graph.positions[2 * it]!, graph.positions[2 * it + 1]!]),
    ),
    fixed: Uint8Array.from(nodes, (it) => graph.fixed[it]!),
    sources: Uint32Array.from(edges, (it) => index.get(graph.sources[it]!)!),
    targets: Uint32Array.from(edges, (it) => index.get(graph.targets[it]!)!),
    weights: Float32Array.from(edges, (it) => graph.weights[it]!),
    seed: graph.seed,
  }
}
