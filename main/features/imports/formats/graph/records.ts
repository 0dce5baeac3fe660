import { derivedNames, importedName } from '../../../../../shared/formats/graph.ts'
import type { JsonValue } from '../../files/json.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadEntity, ReadEntityRelation, ReadRecord, ReadSetPart } from '../records.ts'
import {
  asText,
  createPicker,
  folded,
  nameNames,
  type Picker,
  takeAliases,
  takeDirected,
  takeEdgeLabel,
  takeFacts,
  takeLabel,
  takeNote,
  takeOutsideIds,
  takePinned,
  takePosition,
  typeNames,
} from './customary.ts'
import { listOf } from './lists.ts'
import type { Attributes, Graph, GraphEdge, GraphNode } from './model.ts'

/** Labels of what states no type: the analyst chooses what it becomes. */
const unknown = { node: 'node', edge: 'edge' }

/** Attributes without those Ligature derived itself, if Ligature wrote the file. */
const dataOf = (of: 'node' | 'edge', attributes: Attributes, own: boolean): Attributes => {
  if (!own) return attributes
  const kept = new Set(listOf(attributes.get(importedName)))
  return new Map([...attributes].filter(([name]) => !derivedNames[of].has(name) || kept.has(name)))
}

const leftOf = (
  { id, foreign }: GraphNode | GraphEdge,
  picker: Picker,
  keepsId: boolean,
): JsonValue | undefined => {
  const attributes = Object.fromEntries(
    [...picker.left].filter(([, value]) => value !== null && value !== ''),
  )
  const bag = {
    ...(keepsId && id !== null && { id }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...foreign,
  }
  return Object.keys(bag).length > 0 ? bag : undefined
}

/**
 * Graphs of labelled properties have names in `name` and classes in `label`: so where no attribute names a type, and few
 * labels stand on many nodes that have a name too.
 */
const labelIsType = (nodes: readonly GraphNode[]): boolean => {
  const labels = new Set<string>()
  let counted = 0
  for (const { attributes, label } of nodes) {
    const has = new Map([...attributes].map(([name, value]) => [folded(name), value]))
    if (label !== undefined || typeNames.some((it) => has.has(it))) return false
    const [name, text] = [asText(has.get('name') ?? ''), asText(has.get('label') ?? '')]
    if (name === null || text === null) continue
    labels.add(text)
    counted += 1
  }
  return counted > 2 && labels.size <= Math.min(50, counted / 2)
}

const entityOf = (node: GraphNode, id: string, own: boolean, types: readonly string[]): ReadEntity => {
  const picker = createPicker(dataOf('node', node.attributes, own))
  const label = node.label ?? takeLabel(picker, types)
  // Programs that need a name for every node repeat its id: another attribute then says more.
  const given = node.name?.trim() === node.id ? undefined : node.name?.trim()
  const name =
    given ||
    (picker.take(nameNames, (value) => (asText(value) === node.id ? null : asText(value))) ??
      node.name?.trim())
  // The same name, or the id, under several attributes says nothing more.
  for (const other of nameNames)
    picker.take([other], (value) => ([name, node.id].includes(asText(value) ?? undefined) ? true : null))
  const aliases = takeAliases(picker)
  const outsideIds = takeOutsideIds(picker)
  const note = takeNote(picker)
  const place = node.position ?? takePosition(picker)
  const stated = place ? takePinned(picker) : null
  const pinned = place?.pinned ?? stated
  const foreign = leftOf(node, picker, !own || node.attributes.has('uid'))
  return {
    kind: 'entity',
    id,
    label: label ?? unknown.node,
    name: name || (node.id ?? id),
    ...(aliases.length > 0 && { aliases }),
    ...(outsideIds.length > 0 && { outsideIds }),
    ...(note !== null && { note }),
    ...(place && { position: { x: place.x, y: place.y, ...(pinned !== null && { pinned }) } }),
    ...(foreign !== undefined && { foreign }),
  }
}

const relationOf = (
  edge: GraphEdge,
  ids: { id: string; source: string; target: string },
  own: boolean,
): ReadEntityRelation => {
  const picker = createPicker(dataOf('edge', edge.attributes, own))
  const label = edge.label ?? takeEdgeLabel(picker)
  for (const name of ['label', 'sharedinteraction', 'interaction', 'type'])
    picker.take([name], (value) => (asText(value) === label ? true : null))
  const stated = takeDirected(picker)
  const directed = stated ?? edge.directed
  const facts = takeFacts(picker)
  const foreign = leftOf(edge, picker, !own || edge.attributes.has('uid'))
  return {
    kind: 'relation',
    ...ids,
    label: label ?? unknown.edge,
    ...(directed !== undefined && { directed }),
    ...facts,
    ...(foreign !== undefined && { foreign }),
  }
}

/** Ids over all graphs of a set: several files may use the same ones for different things. */
interface GraphIds {
  /** Before every id of this file; '' where the set has one file only. */
  readonly prefix: string
  readonly nodes: Set<string>
  readonly edges: Set<string>
}

const createGraphIds = (prefix: string): GraphIds => ({ prefix, nodes: new Set(), edges: new Set() })

/** `number` is another one for every element, so that many of one id do not search for long. */
const free = (taken: ReadonlySet<string>, wanted: string, number: number): string => {
  let id = wanted
  for (let next = number; taken.has(id); next += 1) id = `${wanted} (${next})`
  return id
}

/**
 * Nodes as entities, then edges as relations. Problems `import.graph_duplicate` (the second of one id is left out) and
 * `import.graph_missing_node` (an edge whose end is no node is left out).
 */
function* graphRecords(
  graph: Graph,
  file: SetFile,
  context: ReadContext,
  { prefix, nodes, edges }: GraphIds,
): Generator<ReadRecord> {
  const told = (place: string, code: string, message: string, params: Record<string, string>): void =>
    context.problem(file, place, { code, message: `${file.path}, ${place}: ${message}`, params })
  const types = labelIsType(graph.nodes) ? ['label'] : typeNames
  const names = new Set(graph.nodes.map((it) => it.id).filter((it) => it !== null))
  const own = new Set<string>()

  for (const [index, node] of graph.nodes.entries()) {
    const id = node.id ?? free(names, `node ${index + 1}`, index)
    if (own.has(id)) {
      const message = 'another node before it has the same id; this one was left out.'
      told(`node ${id}`, 'import.graph_duplicate', message, { id })
      continue
    }
    own.add(id)
    if (nodes.has(prefix + id)) continue
    nodes.add(prefix + id)
    yield entityOf(node, prefix + id, graph.own, types)
  }

  const edgeNames = new Set(graph.edges.map((it) => it.id).filter((it) => it !== null))
  for (const [index, edge] of graph.edges.entries()) {
    const place = `edge ${edge.id ?? index + 1}`
    const missing = [edge.source, edge.target].find((it) => !own.has(it))
    if (missing !== undefined) {
      const message = `there is no node "${missing}" it could join; the edge was left out.`
      told(place, 'import.graph_missing_node', message, { edge: edge.id ?? String(index + 1), node: missing })
      continue
    }
    // Parallel edges of one id occur (networkx numbers them per pair of nodes): each is an edge of its own.
    const name = edge.id ?? free(edgeNames, `edge ${index + 1}`, index)
    if (graph.own && edges.has(prefix + name)) continue
    const id = free(edges, prefix + name, index)
    edges.add(id)
    yield relationOf(edge, { id, source: prefix + edge.source, target: prefix + edge.target }, graph.own)
  }
}

/**
 * The graphs of all files of a set, one after the other; ids get their file's path where there are several.
 * @throws Unreadable when the only file cannot be read; one of several that cannot is a problem and the others go on
 */
export function* readGraphs(
  set: FileSet,
  context: ReadContext,
  graphOf: (file: SetFile) => { graph: Graph; part: ReadSetPart | null },
): Generator<ReadRecord> {
  const areMany = set.files.length > 1
  for (const file of set.files) {
    try {
      const { graph, part } = graphOf(file)
      if (part && !graph.own) yield part
      yield* graphRecords(graph, file, context, createGraphIds(areMany ? `${file.path}#` : ''))
    } catch (thrown) {
      if (!areMany || !(thrown instanceof Unreadable)) throw thrown
      context.problem(file, 'file', thrown.notice)
    }
  }
}
