/** What a layout sees: nodes and edges by index, lengths in model pixels. Typed arrays cross to the worker by transfer. */
export interface LayoutGraph {
  /** Room each node needs, label included. */
  readonly widths: Float32Array
  readonly heights: Float32Array
  /** `x, y` per node; NaN where a node has no place yet. */
  readonly positions: Float32Array
  /** 1 where the node must stay where it is. */
  readonly fixed: Uint8Array
  /** Index of each edge's ends. */
  readonly sources: Uint32Array
  readonly targets: Uint32Array
  readonly weights: Float32Array
  /** The same graph with the same seed gives the same picture. */
  readonly seed: number
}

/** Where the nodes shall stand: `x, y` per node in model pixels, all finite. */
export type Positions = Float32Array

/** Lays a graph out, fixed nodes excepted. `deadline` is a moment of `performance.now()` to be done by. */
export type LayoutRun = (graph: LayoutGraph, deadline: number) => Positions

export const nodeCount = (graph: LayoutGraph): number => graph.fixed.length

/** Deterministic random numbers in [0, 1) (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The neighbours of every node, as indices. */
export const adjacency = (graph: LayoutGraph): number[][] => {
  const lists: number[][] = Array.from({ length: nodeCount(graph) }, () => [])
  for (let edge = 0; edge < graph.sources.length; edge++) {
    const source = graph.sources[edge]!
    const target = graph.targets[edge]!
    if (source === target) continue
    lists[source]!.push(target)
    lists[target]!.push(source)
  }
  return lists
}
