import { importedName, vizColour } from '../../../../../shared/formats/graph.ts'
import type { JsonObject, JsonValue } from '../../files/json.ts'
import type { SetFile } from '../../files/setFile.ts'
import { xmlText } from '../../files/text.ts'
import { childrenNamed, elementsOf, innerText, type XmlElement } from '../../files/xml.ts'
import { readXmlPieces } from '../../files/xmlPieces.ts'
import type { FileSet, ReadContext } from '../format.ts'
import { attributeValue, listOf, typedValue } from '../graph/lists.ts'
import type { Attributes, Graph, GraphEdge, GraphNode } from '../graph/model.ts'
import { readGraphs } from '../graph/records.ts'
import type { ReadRecord } from '../records.ts'

interface Key {
  readonly name: string
  readonly type: string
  readonly fallback: string | null
}

const structure = new Set(['id', 'label', 'source', 'target', 'type', 'kind', 'weight'])
/** How a dynamic graph counts its times. */
const graphTimes = ['timeformat', 'timerepresentation', 'timezone']

const times = ['start', 'end', 'startopen', 'endopen', 'timestamp']

/** What only dynamic graphs have: kept, but a network here is of no time. */
const timesOf = (element: XmlElement): JsonObject | null => {
  const stated = Object.entries(element.attributes).filter(([name]) => times.includes(name))
  const spells = ['spells', 'slices']
    .flatMap((it) => childrenNamed(element, it))
    .flatMap(elementsOf)
    .map((it): JsonObject => ({ ...it.attributes }))
  if (stated.length === 0 && spells.length === 0) return null
  return { ...Object.fromEntries(stated), ...(spells.length > 0 && { spells }) }
}

/** Colour, size, shape and thickness of Gephi's viz module; its position is read by itself. */
const drawnOf = (element: XmlElement, isOurs: boolean): JsonObject => {
  const result: Record<string, JsonValue> = {}
  for (const it of elementsOf(element)) {
    if (isOurs && it.name === 'color') continue
    if (['color', 'size', 'shape', 'thickness'].includes(it.name)) result[it.name] = { ...it.attributes }
  }
  return result
}

const positionOf = (element: XmlElement): { x: number; y: number } | null => {
  const place = childrenNamed(element, 'position')[0]?.attributes
  if (place?.x === undefined || place.y === undefined) return null
  const [x, y] = [Number(place.x), Number(place.y)]
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null
}

const isUndirected = (word: string | undefined): boolean => ['undirected', 'mutual'].includes(word ?? '')

/** Everything of one file. @throws Unreadable `import.xml` and what decoding throws */
const graphOf = (file: SetFile, context: ReadContext): { graph: Graph; meta: JsonObject } => {
  const keys = { node: new Map<string, Key>(), edge: new Map<string, Key>() }
  const pieces: { element: XmlElement; inside: string | null; directed: string | undefined }[] = []
  const meta: Record<string, JsonValue> = {}
  const undeclared = new Set<string>()
  let isDynamic = false
  const told = (place: string, code: string, sentence: string, params: Record<string, string> = {}): void =>
    context.problem(file, place, { code, message: `${file.path}, ${place}: ${sentence}`, params })

  const wanted = new Set(['attributes', 'node', 'edge', 'meta'])
  readXmlPieces(xmlText(file), file.path, wanted, (element, ancestors) => {
    if (element.name === 'meta') {
      for (const it of elementsOf(element)) meta[it.name] = innerText(it).trim()
    } else if (element.name === 'attributes') {
      const of = element.attributes.class === 'edge' ? keys.edge : keys.node
      for (const it of childrenNamed(element, 'attribute')) {
        const fallback = childrenNamed(it, 'default')[0]
        const { id = '', title, type = 'string' } = it.attributes
        of.set(id, { name: title ?? id, type, fallback: fallback ? innerText(fallback) : null })
      }
    } else {
      const inside = ancestors.findLast((it) => it.name === 'node')?.attributes.id ?? null
      const graph = ancestors.findLast((it) => it.name === 'graph')?.attributes
      const directed = graph?.defaultedgetype
      if (graph?.mode === 'dynamic') {
        for (const name of graphTimes) if (graph[name] !== undefined) meta[name] = graph[name]
      }
      pieces.push({ element, inside, directed })
    }
  })

  const attributesOf = (element: XmlElement): { attributes: Attributes; dated: JsonValue[] } => {
    const declared = element.name === 'edge' ? keys.edge : keys.node
    const attributes: Attributes = new Map()
    const dated: JsonValue[] = []
    for (const { name, type, fallback } of declared.values())
      if (fallback !== null) attributes.set(name, attributeValue(name, fallback, type))
    const given = new Set<string>()
    for (const it of childrenNamed(element, 'attvalues').flatMap((list) => childrenNamed(list, 'attvalue'))) {
      const id = it.attributes.for ?? it.attributes.id ?? ''
      const key = declared.get(id)
      if (!key && !undeclared.has(`${element.name} ${id}`)) {
        undeclared.add(`${element.name} ${id}`)
        const sentence = `the attribute "${id}" is not declared; its values were read as text of that name.`
        told(`attribute ${id}`, 'import.graph_undeclared', sentence, { attribute: id })
      }
      // An attribute may have several values of several times: the first one counts, all are kept.
      const hasTime = times.some((name) => it.attributes[name] !== undefined)
      if (hasTime) dated.push({ ...it.attributes })
      if (hasTime && given.has(id)) continue
      given.add(id)
      attributes.set(
        key?.name ?? id,
        attributeValue(key?.name ?? id, it.attributes.value ?? innerText(it), key?.type ?? 'string'),
      )
    }
    return { attributes, dated }
  }

  const isOwn = meta.creator === 'Ligature'
  const nodes: GraphNode[] = []
  const edges: GraphEdge[] = []
  for (const { element, inside, directed: inherited } of pieces) {
    const { attributes, dated } = attributesOf(element)
    const { id = null, label, kind, type, weight, source = '', target = '' } = element.attributes
    const isOurs = isOwn && !listOf(attributes.get(importedName)).includes(vizColour)
    const [time, viz] = [timesOf(element), drawnOf(element, isOurs)]
    if (time || dated.length > 0) isDynamic = true
    const parent = element.attributes.pid ?? inside
    const others = Object.entries(element.attributes).filter(
      ([name]) =>
        !structure.has(name) && !times.includes(name) && name !== 'pid' && !name.startsWith('xmlns'),
    )
    const foreign = {
      ...(time && { time }),
      ...(dated.length > 0 && { dated }),
      ...(Object.keys(viz).length > 0 && { viz }),
      ...(others.length > 0 && { xml: Object.fromEntries(others) }),
    }
    if (element.name === 'node') {
      const position = positionOf(element)
      nodes.push({
        ...{ id, attributes, foreign: parent === null ? foreign : { ...foreign, parent } },
        ...(label !== undefined && { name: label }),
        ...(position && { position }),
      })
      continue
    }
    if (weight !== undefined && !attributes.has('weight'))
      attributes.set('weight', typedValue(weight, 'double'))
    if (label !== undefined && !attributes.has('label')) attributes.set('label', label)
    // The default of GEXF itself is undirected, and files without any word on it mean that.
    const stated = type ?? inherited ?? 'undirected'
    const known = type === 'mutual' ? { ...foreign, mutual: true } : foreign
    edges.push({
      ...{ id, attributes, foreign: known, source, target, directed: !isUndirected(stated) },
      ...(kind !== undefined && kind.trim() !== '' && { label: kind.trim() }),
    })
  }
  if (isDynamic) {
    const sentence =
      'nodes, edges or values have times; the network has none. Times of nodes and edges are kept for GEXF; of values at several times the first one counts.'
    told('graph', 'import.graph_dynamic', sentence)
  }
  return { graph: { own: isOwn, nodes, edges }, meta }
}

export const read = (set: FileSet, context: ReadContext): Generator<ReadRecord> =>
  readGraphs(set, context, (file) => {
    const { graph, meta } = graphOf(file, context)
    const has = Object.keys(meta).length > 0
    return { graph, part: has ? { kind: 'setPart', name: `meta ${file.path}`, data: meta } : null }
  })
