/// <reference path="./untyped.d.ts" />
import iterate from 'graphology-layout-forceatlas2/iterate.js'
import { type LayoutRun, nodeCount, seededRandom } from './graph.ts'
import { separate } from './separate.ts'

/** An edge between two nodes of middling degree settles at about this length. */
const restLength = 110
const mostIterations = 400

/** Fields per node and edge in the matrices of the library (its helpers.js); indices of edges count fields. */
const nodeFields = 10
const edgeFields = 3
const [x, y, mass, convergence, size, isFixed] = [0, 1, 6, 7, 8, 9]

/** ForceAtlas2 with Barnes-Hut (Jacomy et al. 2014, doi 10.1371/journal.pone.0098679), then overlaps pushed apart. */
export const forceAtlas: LayoutRun = (graph, deadline) => {
  const count = nodeCount(graph)
  const edges = graph.sources.length
  const random = seededRandom(graph.seed + count)
  const spread = restLength * Math.sqrt(count)

  const nodeMatrix = new Float32Array(count * nodeFields)
  for (let node = 0; node < count; node++) {
    const known = Number.isFinite(graph.positions[2 * node]!)
    const at = node * nodeFields
    nodeMatrix[at + x] = known ? graph.positions[2 * node]! : (random() - 0.5) * spread
    nodeMatrix[at + y] = known ? graph.positions[2 * node + 1]! : (random() - 0.5) * spread
    nodeMatrix[at + mass] = 1
    nodeMatrix[at + convergence] = 1
    nodeMatrix[at + size] = 1
    nodeMatrix[at + isFixed] = graph.fixed[node]!
  }
  const edgeMatrix = new Float32Array(edges * edgeFields)
  for (let edge = 0; edge < edges; edge++) {
    const source = graph.sources[edge]! * nodeFields
    const target = graph.targets[edge]! * nodeFields
    // A relation of a thing to itself pulls nowhere.
    const weight = source === target ? 0 : graph.weights[edge]!
    edgeMatrix.set([source, target, weight], edge * edgeFields)
    nodeMatrix[source + mass]! += weight
    nodeMatrix[target + mass]! += weight
  }

  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    // Attraction grows with distance, repulsion is ratio × mass × mass / distance; mass is 1 + degree.
    scalingRatio: (restLength / (1 + (2 * edges) / Math.max(1, count))) ** 2,
    strongGravityMode: false,
    gravity: restLength / 4,
    slowDown: 1 + Math.log(Math.max(2, count)),
    barnesHutOptimize: count > 300,
    barnesHutTheta: 0.6,
  }
  // A third of the time is kept for pushing nodes apart.
  const until = deadline - (deadline - performance.now()) / 3
  for (let round = 0; round < mostIterations && performance.now() < until; round++)
    iterate(settings, nodeMatrix, edgeMatrix)

  const positions = new Float32Array(2 * count)
  for (let node = 0; node < count; node++) {
    positions[2 * node] = nodeMatrix[node * nodeFields + x]!
    positions[2 * node + 1] = nodeMatrix[node * nodeFields + y]!
  }
  if (!graph.fixed.includes(1)) spreadEvenly(positions, count)
  return separate(graph, positions, 60, deadline)
}

/** Scales the picture about its middle so that a node has on average the room of a square of `restLength`. */
const spreadEvenly = (positions: Float32Array, count: number): void => {
  let [middleX, middleY, square] = [0, 0, 0]
  for (let node = 0; node < count; node++) {
    middleX += positions[2 * node]! / count
    middleY += positions[2 * node + 1]! / count
  }
  for (let node = 0; node < count; node++)
    square += ((positions[2 * node]! - middleX) ** 2 + (positions[2 * node + 1]! - middleY) ** 2) / count
  // A filled disc of radius r has a mean square distance of r² / 2 from its middle.
  const factor = square > 0 ? (restLength * Math.sqrt(count / Math.PI)) / Math.sqrt(2 * square) : 1
  for (let node = 0; node < count; node++) {
    positions[2 * node] = middleX + (positions[2 * node]! - middleX) * factor
    positions[2 * node + 1] = middleY + (positions[2 * node + 1]! - middleY) * factor
  }
}
