import type { NetworkGraph } from '@shared/contract/network.ts'
import type { RelationType, Schema } from '@shared/model/schema.ts'
import { diameterOf, roomOf, widthOf } from './geometry.ts'
import type { LayoutGraph } from './layouts/graph.ts'
import type { Places } from './networkState.ts'

export type NetworkNode = NetworkGraph['nodes'][number]
export type NetworkEdge = NetworkGraph['edges'][number]

/** Entities without a relation left out, if so wished. Edges always have both ends among the nodes. */
export const shownGraph = (
  graph: NetworkGraph,
  onlyRelated: boolean,
): { nodes: NetworkNode[]; edges: NetworkEdge[] } => {
  if (!onlyRelated) return graph
  const related = new Set(graph.edges.flatMap((it) => [it.sourceId, it.targetId]))
  return { nodes: graph.nodes.filter((it) => related.has(it.id)), edges: graph.edges }
}

export type ShownGraph = ReturnType<typeof shownGraph>

/** How a node is drawn, as one comparable piece of data. */
export const nodeLook = (node: NetworkNode) => ({
  data: { label: node.name, size: diameterOf(node.mentions) },
  classes: [`type-${node.typeId}`, ...(node.pinned ? ['pinned'] : [])],
})

/** How an edge is drawn; `plain` for graphs so large that curves and arrows cost too much. */
export const edgeLook = (edge: NetworkEdge, type: RelationType | undefined, plain: boolean) => ({
  data: { label: edgeLabel(edge, type), size: widthOf(edge.evidence) },
  classes: [
    `type-${edge.typeId}`,
    ...(edge.status === '' ? [] : [edge.status]),
    ...(edge.evidence === 0 ? ['unproved'] : []),
    ...(plain ? ['plain'] : []),
  ],
})

/** `invests in · 4` */
export const edgeLabel = (edge: NetworkEdge, type: RelationType | undefined): string =>
  `${type?.name ?? ''} · ${edge.evidence}`

/** Where a node is to stand: where a person or a layout put it, else where the program found room for it before. */
export const knownPlace = (node: NetworkNode, places: Places): { x: number; y: number } | null =>
  node.x !== null && node.y !== null ? { x: node.x, y: node.y } : (places.get(node.id) ?? null)

/** The graph as layouts see it; node `i` is `nodes[i]`. */
export const layoutGraph = (
  { nodes, edges }: ShownGraph,
  at: (node: NetworkNode) => { x: number; y: number } | null,
  isFixed: (node: NetworkNode) => boolean,
  seed = 0,
): LayoutGraph => {
  const index = new Map(nodes.map((it, place) => [it.id, place] as const))
  const rooms = nodes.map((it) => roomOf(it.mentions, it.name))
  const positions = new Float32Array(2 * nodes.length)
  nodes.forEach((node, place) => {
    const known = at(node)
    positions[2 * place] = known?.x ?? Number.NaN
    positions[2 * place + 1] = known?.y ?? Number.NaN
  })
  return {
    widths: Float32Array.from(rooms, (it) => it.width),
    heights: Float32Array.from(rooms, (it) => it.height),
    positions,
    fixed: Uint8Array.from(nodes, (it) => (isFixed(it) && at(it) ? 1 : 0)),
    sources: Uint32Array.from(edges, (it) => index.get(it.sourceId)!),
    targets: Uint32Array.from(edges, (it) => index.get(it.targetId)!),
    weights: Float32Array.from(edges, (it) => 1 + Math.log1p(it.evidence)),
    seed,
  }
}

/** Relation types by id, for labels. */
export const relationTypesById = (schema: Schema): ReadonlyMap<number, RelationType> =>
  new Map(schema.relationTypes.map((it) => [it.id, it]))
