import type { JsonValue } from '../../files/json.ts'
import type { SetFile } from '../../files/setFile.ts'
import { xmlText } from '../../files/text.ts'
import { childrenNamed, elementsOf, innerText, type XmlElement } from '../../files/xml.ts'
import { readXmlPieces } from '../../files/xmlPieces.ts'
import type { FileSet, ReadContext } from '../format.ts'
import { attributeValue } from '../graph/lists.ts'
import type { Attributes, Graph, GraphEdge, GraphNode } from '../graph/model.ts'
import { readGraphs } from '../graph/records.ts'
import type { ReadRecord } from '../records.ts'
import { yEdLabel, yEdPosition } from './yEd.ts'

interface Key {
  readonly name: string
  readonly type: string
  /** `node`, `edge`, `graph`, `all` … */
  readonly on: string
  readonly fallback: string | null
  /** Drawings of yEd: elements, no value. */
  readonly isDrawing: boolean
}

const keyOf = (element: XmlElement): Key => {
  const { attributes } = element
  const fallback = childrenNamed(element, 'default')[0]
  return {
    name: attributes['attr.name'] ?? attributes['yfiles.type'] ?? attributes.id ?? '',
    type: attributes['attr.type'] ?? 'string',
    on: attributes.for ?? 'all',
    fallback: fallback && elementsOf(fallback).length === 0 ? innerText(fallback) : null,
    isDrawing:
      attributes['yfiles.type']?.endsWith('graphics') === true || attributes['yfiles.type'] === 'resources',
  }
}

/** Elements of GraphML that no network here can hold, refused by their names. */
const refused = new Set(['hyperedge', 'port', 'graph'])
const structure = new Set(['id', 'source', 'target', 'directed', 'labels', 'label'])

const isNested = (ancestors: readonly XmlElement[]): boolean =>
  ancestors.some((it) => it.name === 'node' || it.name === 'edge')

/** Everything of one file, told of what is refused. @throws Unreadable `import.xml` and what decoding throws */
const graphOf = (file: SetFile, context: ReadContext): { graph: Graph; data: Attributes } => {
  const keys = new Map<string, Key>()
  const pieces: { element: XmlElement; directed: boolean | undefined }[] = []
  const undeclared = new Set<string>()
  const data: Attributes = new Map()
  const graphData: XmlElement[] = []
  const told = (place: string, code: string, sentence: string, params: Record<string, string>): void =>
    context.problem(file, place, { code, message: `${file.path}, ${place}: ${sentence}`, params })

  readXmlPieces(
    xmlText(file),
    file.path,
    new Set(['key', 'node', 'edge', ...refused]),
    (element, ancestors) => {
      const { name, attributes } = element
      // An inner graph is refused as a whole when it ends; what stands in it is part of that.
      const depth = ancestors.filter((it) => it.name === 'node' || it.name === 'edge').length
      if (name === 'key') keys.set(attributes.id ?? '', keyOf(element))
      else if (name === 'graph' && !isNested(ancestors)) graphData.push(element)
      else if (refused.has(name)) {
        // What stands inside a refused graph is refused with it.
        const outer = ancestors.findIndex((it) => it.name === 'node' || it.name === 'edge')
        if (outer >= 0 && ancestors.slice(outer).some((it) => it.name === 'graph')) return
        const where = ancestors.at(-1)?.attributes.id
        const place = where === undefined ? name : `${name} of ${where}`
        const sentence = `a <${name}> of GraphML has no place in a network of entities and was left out.`
        told(place, 'import.graph_refused', sentence, { element: name })
      } else if (depth === 0) {
        const inherited = ancestors.findLast((it) => it.name === 'graph')?.attributes.edgedefault
        const stated = attributes.directed?.trim().toLowerCase() ?? inherited?.trim().toLowerCase()
        const directed = stated === undefined ? undefined : !['undirected', 'false', '0'].includes(stated)
        pieces.push({ element, directed })
      }
    },
  )

  const attributesOf = (element: XmlElement): { attributes: Attributes; drawings: XmlElement[] } => {
    const attributes: Attributes = new Map()
    const drawings: XmlElement[] = []
    for (const key of keys.values()) {
      const isMeant = key.on === element.name || key.on === 'all'
      if (isMeant && key.fallback !== null && !key.isDrawing)
        attributes.set(key.name, attributeValue(key.name, key.fallback, key.type))
    }
    for (const it of childrenNamed(element, 'data')) {
      const id = it.attributes.key ?? ''
      const key = keys.get(id)
      if (!key && !undeclared.has(id)) {
        undeclared.add(id)
        const sentence = `the key "${id}" is not declared; its values were read as text of that name.`
        told(`key ${id}`, 'import.graph_undeclared', sentence, { attribute: id })
      }
      if (key?.isDrawing || elementsOf(it).length > 0) drawings.push(...elementsOf(it))
      else
        attributes.set(key?.name ?? id, attributeValue(key?.name ?? id, innerText(it), key?.type ?? 'string'))
    }
    // Neo4j writes labels as attributes of the elements themselves.
    for (const name of ['labels', 'label']) {
      const value = element.attributes[name]
      if (value !== undefined && !attributes.has(name)) attributes.set(name, value)
    }
    return { attributes, drawings }
  }

  const othersOf = (element: XmlElement): Record<string, JsonValue> => {
    const others = Object.entries(element.attributes).filter(
      ([name]) => !structure.has(name) && !name.startsWith('xmlns'),
    )
    const description = childrenNamed(element, 'desc').map(innerText)
    return {
      ...(others.length > 0 && { xml: Object.fromEntries(others) }),
      ...(description.length > 0 && { desc: description.join('\n') }),
    }
  }

  const nodes: GraphNode[] = []
  const edges: GraphEdge[] = []
  for (const { element, directed } of pieces) {
    const { attributes, drawings } = attributesOf(element)
    const id = element.attributes.id ?? null
    const foreign = othersOf(element)
    const drawn = yEdLabel(drawings)
    const hasName = ['label', 'name', 'title'].some((it) => attributes.has(it))
    if (element.name === 'node') {
      const position = yEdPosition(drawings)
      nodes.push({
        ...{ id, attributes, foreign },
        ...(drawn !== null && !hasName && { name: drawn }),
        ...(position && { position }),
      })
      continue
    }
    const { source = '', target = '' } = element.attributes
    if (drawn !== null && !attributes.has('label')) attributes.set('label', drawn)
    edges.push({
      ...{ id, attributes, foreign, source, target },
      ...(directed !== undefined && { directed }),
    })
  }
  for (const element of graphData)
    for (const [name, value] of attributesOf(element).attributes) data.set(name, value)
  return { graph: { own: data.get('generator') === 'Ligature', nodes, edges }, data }
}

export const read = (set: FileSet, context: ReadContext): Generator<ReadRecord> =>
  readGraphs(set, context, (file) => {
    const { graph, data } = graphOf(file, context)
    const has = data.size > 0
    return {
      graph,
      part: has ? { kind: 'setPart', name: `graph ${file.path}`, data: Object.fromEntries(data) } : null,
    }
  })
