import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { type LayoutRun, nodeCount, seededRandom } from './graph.ts'
import { separate } from './separate.ts'

/** An edge between two nodes of middling degree settles at about this length. */
const restLength = 110

/** ForceAtlas2 with Barnes-Hut (Jacomy et al. 2014, doi 10.1371/journal.pone.0098679), then overlaps pushed apart. */
export const forceAtlas: LayoutRun = (graph, deadline) => {
  const count = nodeCount(graph)
  const random = seededRandom(count)
  const spread = restLength * Math.sqrt(count)
  const model = new Graph({ type: 'directed', multi: true, allowSelfLoops: false })
  for (let node = 0; node < count; node++) {
    const fixed = graph.fixed[node] === 1
    const known = Number.isFinite(graph.positions[2 * node]!)
    model.addNode(node, {
      x: known ? graph.positions[2 * node] : (random() - 0.5) * spread,
      y: known ? graph.positions[2 * node + 1] : (random() - 0.5) * spread,
      fixed,
    })
  }
  for (let edge = 0; edge < graph.sources.length; edge++) {
    const [source, target] = [graph.sources[edge]!, graph.targets[edge]!]
    if (source !== target) model.addEdge(source, target, { weight: graph.weights[edge] })
  }
  const settings = {
    barnesHutOptimize: count > 300,
    barnesHutTheta: 0.6,
    // Attraction grows with distance, repulsion is ratio × mass × mass / distance; mass is 1 + degree.
    scalingRatio: (restLength / (1 + (2 * model.size) / Math.max(1, count))) ** 2,
    gravity: restLength / 4,
    slowDown: 1 + Math.log(Math.max(2, count)),
  }
  // A third of the time is kept for pushing nodes apart.
  const until = deadline - (deadline - performance.now()) / 3
  for (let round = 0; round < 40 && performance.now() < until; round++)
    forceAtlas2.assign(model, { iterations: 10, settings, getEdgeWeight: 'weight' })

  const positions = new Float32Array(2 * count)
  model.forEachNode((node, at) => {
    positions[2 * Number(node)] = at.x
    positions[2 * Number(node) + 1] = at.y
  })
  if (!graph.fixed.includes(1)) spreadEvenly(positions, count)
  return separate(graph, positions, 60, deadline)
}

/** Scales the picture about its middle so that a node has on average the room of a square of `restLength`. */
const spreadEvenly = (positions: Float32Array, count: number): void => {
  let [x, y, square] = [0, 0, 0]
  for (let node = 0; node < count; node++) {
    x += positions[2 * node]! / count
    y += positions[2 * node + 1]! / count
  }
  for (let node = 0; node < count; node++)
    square += ((positions[2 * node]! - x) ** 2 + (positions[2 * node + 1]! - y) ** 2) / count
  // A filled disc of radius r has a mean square distance of r² / 2 from its middle.
  const factor = square > 0 ? (restLength * Math.sqrt(count / Math.PI)) / Math.sqrt(2 * square) : 1
  for (let node = 0; node < count; node++) {
    positions[2 * node] = x + (positions[2 * node]! - x) * factor
    positions[2 * node + 1] = y + (positions[2 * node + 1]! - y) * factor
  }
}
