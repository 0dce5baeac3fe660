import { adjacency, type LayoutRun, nodeCount, type Positions } from './graph.ts'

const gap = 24

/** Nodes by how many ties they have, the most first; equals keep the order of the graph. */
const byTies = (graph: Parameters<LayoutRun>[0]): number[] => {
  const ties = adjacency(graph).map((it) => it.length)
  return ties.map((_, node) => node).sort((a, b) => ties[b]! - ties[a]! || a - b)
}

const keepFixed = (graph: Parameters<LayoutRun>[0], positions: Positions): Positions => {
  for (let node = 0; node < nodeCount(graph); node++)
    if (graph.fixed[node]) {
      positions[2 * node] = graph.positions[2 * node]!
      positions[2 * node + 1] = graph.positions[2 * node + 1]!
    }
  return positions
}

const widest = (lengths: Float32Array): number => lengths.reduce((most, it) => Math.max(most, it), 0)

/** Rings around the best connected node, each filled before the next begins. */
export const concentric: LayoutRun = (graph) => {
  const positions = new Float32Array(2 * nodeCount(graph))
  const room = Math.max(widest(graph.widths), widest(graph.heights)) + gap
  const order = byTies(graph)
  let next = 1
  for (let ring = 1; next < order.length; ring++) {
    const radius = ring * room * 1.15
    const places = Math.max(1, Math.floor((2 * Math.PI * radius) / room))
    const taken = Math.min(places, order.length - next)
    for (let place = 0; place < taken; place++) {
      const angle = (2 * Math.PI * place) / taken - Math.PI / 2
      positions[2 * order[next + place]!] = radius * Math.cos(angle)
      positions[2 * order[next + place]! + 1] = radius * Math.sin(angle)
    }
    next += taken
  }
  return keepFixed(graph, positions)
}

/** Rows and columns, the best connected node first. */
export const grid: LayoutRun = (graph) => {
  const count = nodeCount(graph)
  const positions = new Float32Array(2 * count)
  const width = widest(graph.widths) + gap
  const height = widest(graph.heights) + gap
  const columns = Math.max(1, Math.ceil(Math.sqrt((count * height * 1.3) / width)))
  byTies(graph).forEach((node, index) => {
    positions[2 * node] = (index % columns) * width
    positions[2 * node + 1] = Math.floor(index / columns) * height
  })
  return keepFixed(graph, positions)
}
