import { isObject, type JsonValue } from '../../files/json.ts'
import type { AnnotationFormat, Probe } from '../format.ts'

const hasData = (value: JsonValue | undefined): boolean => isObject(value) && isObject(value.data)

const isEdge = (value: JsonValue | undefined): boolean =>
  isObject(value) &&
  isObject(value.data) &&
  value.data.source !== undefined &&
  value.data.target !== undefined

/** A list of elements: the first ones have `data`, and a group, or ends as edges do. */
const isFlatList = (values: readonly JsonValue[]): boolean =>
  values.length > 0 &&
  values.every(hasData) &&
  values.some((it) => isEdge(it) || (isObject(it) && (it.group === 'nodes' || it.group === 'edges')))

const shapeOf = ({ json, text }: Probe): string | null => {
  const [first] = json
  if (!isObject(first)) return null
  if (text.trimStart().startsWith('[')) return isFlatList(json) ? 'its members are elements of a graph' : null
  const elements = first.elements ?? first
  if (Array.isArray(elements))
    return isFlatList(elements as JsonValue[]) ? 'its elements are of a graph' : null
  if (!isObject(elements)) return null
  const nodes = elements.nodes
  if (Array.isArray(nodes)) {
    if (nodes.length === 0 && first.elements === undefined) return null
    return nodes.every(hasData) ? 'its nodes have data as those of Cytoscape' : null
  }
  return Array.isArray(elements.edges) && elements.edges.length > 0 && elements.edges.every(isEdge)
    ? 'its edges have data as those of Cytoscape'
    : null
}

/** Cytoscape's network JSON (.cyjs) and the elements of cytoscape.js, as object or list. */
export const cytoscape: AnnotationFormat = {
  kind: 'annotations',
  id: 'cytoscape',
  name: 'Cytoscape JSON',
  extensions: ['cyjs', 'json'],
  mediaTypes: ['application/json'],
  offsetUnit: null,
  otherUnits: [],
  options: [],
  recognise: (probe) => {
    const isNamed = /\.cyjs$/i.test(probe.name)
    const why = shapeOf(probe)
    if (why !== null)
      return { score: isNamed || /"target_cytoscapejs_version"/.test(probe.text) ? 0.97 : 0.88, why }
    // The style may come first and be longer than what is looked at.
    if (/"target_cytoscapejs_version"\s*:/.test(probe.text))
      return { score: 0.9, why: 'it names a version of cytoscape.js' }
    return isNamed && /^\s*[[{]/.test(probe.text) ? { score: 0.5, why: 'the name ends with .cyjs' } : null
  },
  async *read(set, context) {
    const { read } = await import('./read.ts')
    yield* read(set, context)
  },
}
