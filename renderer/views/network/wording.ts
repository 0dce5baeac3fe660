import type { RelationType, Schema } from '@shared/model/schema.ts'
import type { Translate } from '../../state/i18n.ts'
import type { NetworkEdge, ShownGraph } from './drawn.ts'

/** What a relation says seen from one of its ends: `invests in`, from the other `is financed by`. */
export const relationPhrase = (type: RelationType | undefined, outgoing: boolean): string => {
  if (!type) return '?'
  if (outgoing || !type.directed) return type.name
  return type.inverseName || `← ${type.name}`
}

/** Finds things of a graph by id, made once per graph. */
export const indexGraph = ({ nodes, edges }: ShownGraph, schema: Schema) => {
  const node = new Map(nodes.map((it) => [it.id, it]))
  const edge = new Map(edges.map((it) => [it.id, it]))
  const entityType = new Map(schema.entityTypes.map((it) => [it.id, it]))
  const relationType = new Map(schema.relationTypes.map((it) => [it.id, it]))
  const relations = new Map<number, NetworkEdge[]>()
  for (const it of edges)
    for (const end of new Set([it.sourceId, it.targetId])) {
      const list = relations.get(end)
      if (list) list.push(it)
      else relations.set(end, [it])
    }
  return { node, edge, entityType, relationType, relationsOf: (id: number) => relations.get(id) ?? [] }
}
export type GraphIndex = ReturnType<typeof indexGraph>

/** `Google, company, 14 relations` */
export const nodeWords = (index: GraphIndex, entityId: number, t: Translate): string => {
  const node = index.node.get(entityId)
  if (!node) return ''
  return t('network.say.node', {
    name: node.name,
    type: index.entityType.get(node.typeId)?.name ?? '',
    count: index.relationsOf(entityId).length,
  })
}

/** `3 of 14: invests in JD.com, 4 passages` */
export const spokeWords = (
  index: GraphIndex,
  from: number,
  relationId: number,
  place: number,
  total: number,
  t: Translate,
): string => {
  const edge = index.edge.get(relationId)
  if (!edge) return ''
  const outgoing = edge.sourceId === from
  return t('network.say.spoke', {
    place: place + 1,
    total,
    relation: relationPhrase(index.relationType.get(edge.typeId), outgoing),
    name: index.node.get(outgoing ? edge.targetId : edge.sourceId)?.name ?? '',
    count: edge.evidence,
  })
}

/** `Google invests in JD.com` */
export const edgeWords = (index: GraphIndex, edge: NetworkEdge): string =>
  [
    index.node.get(edge.sourceId)?.name,
    index.relationType.get(edge.typeId)?.name,
    index.node.get(edge.targetId)?.name,
  ].join(' ')

/** The best proved relation of an entity that has a passage to show. */
export const strongestEdge = (index: GraphIndex, entityId: number): NetworkEdge | undefined => {
  let best: NetworkEdge | undefined
  for (const it of index.relationsOf(entityId))
    if (it.quote !== '' && (!best || it.evidence > best.evidence)) best = it
  return best
}
