import { isObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import {
  type EdgeRow,
  edgeAttributes,
  type GraphAttribute,
  type GraphValue,
  isLeftOut,
  keptWins,
  type NodeRow,
  nodeAttributes,
  weightOf,
} from '../../support/graphAttributes.ts'
import { collectForeign, type ForeignType, foreignText } from '../../support/graphForeign.ts'
import { listText } from '../../support/graphLists.ts'
import { createXmlText } from '../../support/xml.ts'

const nodeKeys: readonly GraphAttribute<NodeRow>[] = [
  { name: 'label', type: 'string', of: (it) => it.name },
  ...nodeAttributes,
  { name: 'x', type: 'double', of: (it) => it.position?.x ?? null },
  { name: 'y', type: 'double', of: (it) => it.position?.y ?? null },
]

const edgeKeys: readonly GraphAttribute<EdgeRow>[] = [
  { name: 'label', type: 'string', of: (it) => it.type },
  { name: 'weight', type: 'double', of: weightOf },
  ...edgeAttributes,
]

const textOf = (value: GraphValue): string => (Array.isArray(value) ? listText(value) : String(value))

interface Declared {
  readonly id: string
  readonly type: string
}

/**
 * GraphML (graphml.graphdrawing.org) with entities as nodes and relations as edges, parallel ones kept apart by id.
 * Lists are joined by ` | `, or written as JSON where a member holds a separator. Option `mixed`: undirected edges of a
 * graph that has directed ones too are marked as the format says; NetworkX refuses such files, so that otherwise an
 * attribute `directed` tells them apart.
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const file = sink.file('network.graphml')
  const xml = createXmlText((text) => sink.lose('exports.loss.controlCharacters', text))
  const foreign = collectForeign(source, 'graphml')
  const edgeDefault = foreign.hasUndirected && !foreign.hasDirected ? 'undirected' : 'directed'
  const isMixed = foreign.hasUndirected && foreign.hasDirected

  file.write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
  )
  const declare = <T>(
    of: 'node' | 'edge',
    own: readonly GraphAttribute<T>[],
    kept: ReadonlyMap<string, ForeignType>,
  ): Map<string, Declared> => {
    const declared = new Map<string, Declared>()
    for (const { name, type } of own) {
      const also = kept.get(name) ?? type
      const isNumber = ['int', 'double'].includes(type) && also === 'double'
      const common = also === type ? type : isNumber ? 'double' : 'string'
      declared.set(name, { id: `${of}_${name}`, type: common === 'strings' ? 'string' : common })
    }
    declared.set('uid', { id: `${of}_uid`, type: 'string' })
    if (of === 'edge') declared.set('directed', { id: 'edge_directed', type: 'boolean' })
    let number = 0
    for (const [name, type] of kept) {
      if (declared.has(name)) continue
      number += 1
      declared.set(name, { id: `${of}_kept_${number}`, type: type === 'strings' ? 'string' : type })
    }
    for (const [name, { id, type }] of declared)
      file.write(`<key id="${id}" for="${of}" attr.name="${xml(name)}" attr.type="${type}"/>\n`)
    return declared
  }
  file.write('<key id="generator" for="graph" attr.name="generator" attr.type="string"/>\n')
  const graphData = new Map<string, JsonValue>()
  for (const { data: part } of source.setParts('graphml')) {
    if (!isObject(part)) continue
    for (const [name, value] of Object.entries(part))
      if (value !== undefined && value !== null && !graphData.has(name)) graphData.set(name, value)
  }
  for (const [index, name] of [...graphData.keys()].entries())
    file.write(
      `<key id="graph_kept_${index + 1}" for="graph" attr.name="${xml(name)}" attr.type="string"/>\n`,
    )
  const nodeIds = declare('node', nodeKeys, foreign.nodeNames)
  const edgeIds = declare('edge', edgeKeys, foreign.edgeNames)

  /** Attributes of one element: ours, and those it came with, which win over what is only derived. */
  const data = (
    of: 'node' | 'edge',
    own: ReadonlyMap<string, GraphValue>,
    kept: ReturnType<typeof foreign.attributes>,
    ids: ReadonlyMap<string, Declared>,
  ): string => {
    let result = ''
    for (const [name, { id, type }] of ids) {
      const [mine, theirs] = [own.get(name) ?? null, kept.get(name)]
      let text = isLeftOut(mine) || (theirs !== undefined && keptWins(of, name)) ? null : textOf(mine)
      if (text === null && theirs !== undefined) {
        const isList = Array.isArray(theirs) && theirs.every((it) => typeof it === 'string')
        text = isList ? listText(theirs as string[]) : foreignText(theirs)
      }
      // A word among the numbers of a column would make the file unreadable for others.
      if (text === null || (type !== 'string' && type !== 'boolean' && !Number.isFinite(Number(text))))
        continue
      result += `<data key="${id}">${xml(text)}</data>`
    }
    return result
  }
  const others = (uid: string): string => {
    const { xml: kept } = foreign.rest(uid)
    if (!isObject(kept)) return ''
    return Object.entries(kept)
      .filter(([name, value]) => /^[A-Za-z][\w.-]*$/.test(name) && typeof value === 'string')
      .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
      .join('')
  }
  const description = (uid: string): string => {
    const { desc } = foreign.rest(uid)
    return typeof desc === 'string' ? `<desc>${xml(desc)}</desc>` : ''
  }
  const valuesOf = <T>(keys: readonly GraphAttribute<T>[], it: T): Map<string, GraphValue> =>
    new Map(keys.map((key) => [key.name, key.of(it)]))

  file.write(`<graph id="${xml(source.project.uid)}" edgedefault="${edgeDefault}">\n`)
  file.write('<data key="generator">Ligature</data>\n')
  for (const [index, value] of [...graphData.values()].entries())
    file.write(`<data key="graph_kept_${index + 1}">${xml(foreignText(value))}</data>\n`)
  for (const entity of source.entities()) {
    const [{ uid }, id] = [entity, foreign.node(entity.uid)]
    const own = valuesOf(nodeKeys, { ...entity, mentions: source.countMentions(entity.id) })
    if (id !== uid) own.set('uid', uid)
    const values = data('node', own, foreign.attributes('node', uid), nodeIds)
    file.write(`<node id="${xml(id)}"${others(uid)}>${description(uid)}${values}</node>\n`)
  }
  for (const relation of source.relations()) {
    const [{ uid }, id] = [relation, foreign.edge(relation.uid)]
    const own = valuesOf(edgeKeys, { ...relation, evidence: source.evidenceOf(relation.id) })
    if (id !== uid) own.set('uid', uid)
    let direction = ''
    if (isMixed && options.mixed === true) direction = ` directed="${relation.directed}"`
    else if (isMixed) own.set('directed', relation.directed)
    const ends = `source="${xml(foreign.node(relation.sourceUid))}" target="${xml(foreign.node(relation.targetUid))}"`
    const values = data('edge', own, foreign.attributes('edge', uid), edgeIds)
    file.write(
      `<edge id="${xml(id)}" ${ends}${direction}${others(uid)}>${description(uid)}${values}</edge>\n`,
    )
  }
  file.write('</graph>\n</graphml>\n')
}
