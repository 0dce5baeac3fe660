import { isObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import {
  edgeAttributes,
  type GraphAttribute,
  type GraphValue,
  isLeftOut,
  keptWins,
  nodeAttributes,
  weightOf,
} from '../../support/graphAttributes.ts'
import { collectForeign } from '../../support/graphForeign.ts'

/** A column of numbers holds numbers; digits that a number would lose stand beside it as text. */
const numberOf = (name: string, text: string): Record<string, JsonValue> => {
  const number = Number(text)
  return String(number) === text
    ? { [name]: number }
    : { [name]: number, [`${name.split('_')[0]}_text`]: text }
}

const dataOf = <T>(
  of: 'node' | 'edge',
  attributes: readonly GraphAttribute<T>[],
  row: T,
  kept: ReadonlyMap<string, JsonValue>,
): Record<string, JsonValue> => {
  const result: Record<string, JsonValue> = {}
  for (const attribute of attributes) {
    const { name, type } = attribute
    const value: GraphValue = attribute.of(row)
    if (isLeftOut(value)) continue
    if (type === 'double' && typeof value === 'string') Object.assign(result, numberOf(name, value))
    else result[name] = value as JsonValue
  }
  for (const [name, value] of kept) if (!(name in result) || keptWins(of, name)) result[name] = value
  return result
}

/**
 * CYJS as Cytoscape 3 writes it, which cytoscape.js reads as its `elements`. Nodes are named by `name` and `shared_name`,
 * edges by `interaction`; ids are unique over both. Direction is an attribute: in Cytoscape it is only drawn.
 */
export const write = (source: ExportSource, sink: ExportSink): void => {
  const file = sink.file('network.cyjs')
  const foreign = collectForeign(source, 'cytoscape')
  const nodeIds = new Set<string>()

  const elementOf = (uid: string): Record<string, JsonValue> => {
    const { element, classes } = foreign.rest(uid)
    const others = isObject(element) ? (element as Record<string, JsonValue>) : {}
    return { ...others, ...(classes !== undefined && { classes }) }
  }
  const put = (isFirst: boolean, element: Record<string, JsonValue>): void =>
    file.write(`${isFirst ? '\n' : ',\n'}${JSON.stringify(element)}`)

  for (const { uid } of source.entities()) nodeIds.add(foreign.node(uid))
  const head = { format_version: '1.0', generated_by: 'Ligature', target_cytoscapejs_version: '~2.1' }
  const { name, uid: projectUid } = source.project
  const parts = source.setParts('cytoscape').map((it) => it.data)
  const kept = Object.assign({}, ...parts.filter(isObject))
  const data = { ...kept, shared_name: name, name, uid: projectUid, selected: true }
  file.write(`${JSON.stringify({ ...head, data }).slice(0, -1)},"elements":{"nodes":[`)
  let isFirst = true
  for (const entity of source.entities()) {
    const { uid, position } = entity
    const id = foreign.node(uid)
    const { parent } = foreign.rest(uid)
    const row = { ...entity, mentions: source.countMentions(entity.id) }
    const attributes = dataOf('node', nodeAttributes, row, foreign.attributes('node', uid))
    put(isFirst, {
      ...elementOf(uid),
      data: {
        id,
        ...(id !== uid && { uid }),
        ...(typeof parent === 'string' && parent !== id && nodeIds.has(parent) && { parent }),
        name: entity.name,
        shared_name: entity.name,
        ...attributes,
      },
      ...(position && { position: { x: position.x, y: position.y } }),
      ...(position?.pinned && { locked: true }),
    })
    isFirst = false
  }
  file.write('\n],"edges":[')
  isFirst = true
  for (const relation of source.relations()) {
    const { uid, type, directed } = relation
    const wanted = foreign.edge(uid)
    const id = nodeIds.has(wanted) ? uid : wanted
    const row = { ...relation, evidence: source.evidenceOf(relation.id) }
    put(isFirst, {
      ...elementOf(uid),
      data: {
        id,
        ...(id !== uid && { uid }),
        source: foreign.node(relation.sourceUid),
        target: foreign.node(relation.targetUid),
        interaction: type,
        shared_interaction: type,
        name: `${relation.sourceName} (${type}) ${relation.targetName}`,
        directed,
        weight: weightOf(row),
        ...dataOf('edge', edgeAttributes, row, foreign.attributes('edge', uid)),
      },
    })
    isFirst = false
  }
  file.write('\n]}}\n')
}
