import { isObject, type JsonObject, type JsonValue, jsonOf } from '../../files/json.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { FileSet, ReadContext } from '../format.ts'
import { asText } from '../graph/customary.ts'
import type { Attributes, Graph, GraphEdge, GraphNode } from '../graph/model.ts'
import { readGraphs } from '../graph/records.ts'
import type { ReadRecord } from '../records.ts'

interface Element {
  readonly group: 'nodes' | 'edges'
  readonly value: JsonValue
}

const listOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : []

/** Elements of `{nodes, edges}` or of one flat list, where an element with ends is an edge. */
const elementsOf = (value: JsonValue | undefined): Element[] | null => {
  if (Array.isArray(value)) {
    return value.map((it: JsonValue): Element => {
      const data = isObject(it) && isObject(it.data) ? it.data : {}
      const isEdge =
        isObject(it) && typeof it.group === 'string' ? it.group === 'edges' : data.source !== undefined
      return { group: isEdge ? 'edges' : 'nodes', value: it }
    })
  }
  if (!isObject(value) || (!Array.isArray(value.nodes) && !Array.isArray(value.edges))) return null
  return (['nodes', 'edges'] as const).flatMap((group) =>
    listOf(value[group]).map((it) => ({ group, value: it })),
  )
}

const ownKeys = new Set(['group', 'data', 'position', 'locked', 'classes'])

/** What the program keeps of itself: state of the view, numbers of the session. */
const passing = new Set([
  'style',
  'css',
  'selected',
  'selectable',
  'grabbable',
  'pannable',
  'renderedPosition',
  'scratch',
])

const attributesOf = (data: JsonObject, structure: ReadonlySet<string>): Attributes =>
  new Map(
    Object.entries(data).filter(
      (entry): entry is [string, JsonValue] =>
        entry[1] !== undefined && entry[1] !== null && !structure.has(entry[0]),
    ),
  )

const foreignOf = (element: JsonObject): Record<string, JsonValue> => {
  const others = Object.entries(element).filter(([name]) => !ownKeys.has(name) && !passing.has(name))
  const { classes } = element
  return {
    ...(classes !== undefined && classes !== null && classes !== '' && { classes }),
    ...(others.length > 0 && { element: Object.fromEntries(others) }),
  }
}

const nodeKeys = new Set(['id', 'parent'])
const edgeKeys = new Set(['id', 'source', 'target'])

/** cytoscape.js takes a class as what an element is where nothing else says it. */
const classOf = (classes: JsonValue | undefined): string | undefined => {
  const first = Array.isArray(classes)
    ? classes[0]
    : typeof classes === 'string'
      ? classes.trim().split(/\s+/)[0]
      : ''
  return typeof first === 'string' && first !== '' ? first : undefined
}

const graphOf = (file: SetFile, context: ReadContext): { graph: Graph; data: JsonObject } => {
  const root = jsonOf(file)
  const whole = isObject(root) ? root : {}
  const elements = elementsOf(isObject(root) ? (root.elements ?? root) : root)
  if (!elements) {
    const message = `${file.path} has no "elements" with nodes or edges. Export the network as Cytoscape JSON again.`
    throw new Unreadable('import.graph_no_elements', message)
  }
  // NetworkX says so for the whole graph.
  const directed = typeof whole.directed === 'boolean' ? { directed: whole.directed } : {}
  const nodes: GraphNode[] = []
  const edges: GraphEdge[] = []
  for (const [index, { group, value }] of elements.entries()) {
    const place = `element ${index + 1}`
    const data = isObject(value) && isObject(value.data) ? value.data : null
    if (!data || !isObject(value)) {
      const message = `${file.path}, ${place}: it has no "data"; it was left out.`
      context.problem(file, place, { code: 'import.graph_no_data', message })
      continue
    }
    const id = asText(data.id ?? null)
    const known = foreignOf(value)
    if (group === 'edges') {
      const [source, target] = [asText(data.source ?? null) ?? '', asText(data.target ?? null) ?? '']
      const attributes = attributesOf(data, edgeKeys)
      // "A (owns) B": made of the ends and the interaction.
      if (
        /^.+ \(.*\) .+$/s.test(asText(attributes.get('name') ?? '') ?? '') &&
        attributes.has('interaction')
      ) {
        attributes.delete('name')
        attributes.delete('shared_name')
        attributes.delete('shared name')
      }
      edges.push({ id, attributes, foreign: known, source, target, ...directed })
      continue
    }
    const { position, locked } = value
    const has = isObject(position) && typeof position.x === 'number' && typeof position.y === 'number'
    const parent = asText(data.parent ?? null)
    const attributes = attributesOf(data, nodeKeys)
    const label = classOf(value.classes)
    if (label !== undefined && !['type', 'kind', 'category', 'class'].some((it) => attributes.has(it)))
      attributes.set('classes', label)
    nodes.push({
      ...{ id, attributes, foreign: parent === null ? known : { ...known, parent } },
      ...(has && {
        position: {
          x: position.x as number,
          y: position.y as number,
          ...(typeof locked === 'boolean' && { pinned: locked }),
        },
      }),
    })
  }
  const isOwn = typeof whole.generated_by === 'string' && whole.generated_by === 'Ligature'
  return { graph: { own: isOwn, nodes, edges }, data: isObject(whole.data) ? whole.data : {} }
}

export const read = (set: FileSet, context: ReadContext): Generator<ReadRecord> =>
  readGraphs(set, context, (file) => {
    const { graph, data } = graphOf(file, context)
    const has = Object.keys(data).length > 0
    return { graph, part: has ? { kind: 'setPart', name: `data ${file.path}`, data: data } : null }
  })
