import { importedName, vizColour } from '../../../../../shared/formats/graph.ts'
import { isObject, type JsonObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ExportSink, ExportSource, TextFile } from '../../format.ts'
import { colours } from '../../support/colours.ts'
import {
  edgeAttributes,
  type GraphAttribute,
  type GraphValue,
  isLeftOut,
  keptWins,
  nodeAttributes,
  weightOf,
} from '../../support/graphAttributes.ts'
import { collectForeign, type ForeignType, foreignText } from '../../support/graphForeign.ts'
import { createXmlText } from '../../support/xml.ts'

interface Declared {
  readonly id: string
  readonly type: string
}

const gexfType: Readonly<Record<GraphAttribute<never>['type'] | ForeignType, string>> = {
  string: 'string',
  int: 'integer',
  double: 'double',
  boolean: 'boolean',
  strings: 'liststring',
}

/** Names of attributes that GEXF holds outside its list of attributes. */
const places = { node: new Set<string>(), edge: new Set(['weight', 'label']) }

const declare = <T>(
  file: TextFile,
  of: 'node' | 'edge',
  own: readonly GraphAttribute<T>[],
  kept: ReadonlyMap<string, ForeignType>,
  xml: (text: string) => string,
): Map<string, Declared> => {
  const declared = new Map<string, Declared>()
  for (const { name, type } of own) {
    const also = kept.get(name) ?? type
    const isNumber = type === 'int' && also === 'double'
    declared.set(name, { id: name, type: gexfType[also === type ? type : isNumber ? 'double' : 'string'] })
  }
  declared.set('uid', { id: 'uid', type: 'string' })
  declared.set(importedName, { id: importedName, type: 'liststring' })
  if (of === 'edge') declared.set('directed', { id: 'directed', type: 'boolean' })
  let number = 0
  for (const [name, type] of kept) {
    if (declared.has(name) || places[of].has(name)) continue
    number += 1
    declared.set(name, { id: `kept_${number}`, type: gexfType[type] })
  }
  file.write(`<attributes class="${of}">\n`)
  for (const [name, { id, type }] of declared)
    file.write(`<attribute id="${id}" title="${xml(name)}" type="${type}"/>\n`)
  file.write('</attributes>\n')
  return declared
}

const textOf = (value: JsonValue | GraphValue): string =>
  Array.isArray(value) ? JSON.stringify(value) : foreignText(value as JsonValue)

const isFit = (text: string, type: string): boolean =>
  !['integer', 'double'].includes(type) || Number.isFinite(Number(text))

const attvalues = (
  of: 'node' | 'edge',
  own: ReadonlyMap<string, GraphValue>,
  kept: ReadonlyMap<string, JsonValue>,
  ids: ReadonlyMap<string, Declared>,
  xml: (text: string) => string,
): string => {
  let result = ''
  for (const [name, { id, type }] of ids) {
    const [mine, theirs] = [own.get(name) ?? null, kept.get(name)]
    const isTheirs = theirs !== undefined && (isLeftOut(mine) || keptWins(of, name))
    if (!isTheirs && isLeftOut(mine)) continue
    const text = textOf(isTheirs ? theirs : mine)
    if (isFit(text, type)) result += `<attvalue for="${id}" value="${xml(text)}"/>`
  }
  return result === '' ? '' : `<attvalues>${result}</attvalues>`
}

const attributesText = (bag: JsonValue | undefined, xml: (text: string) => string): string =>
  isObject(bag)
    ? Object.entries(bag)
        .filter(([name, value]) => /^[A-Za-z][\w.-]*$/.test(name) && typeof value === 'string')
        .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
        .join('')
    : ''

const timesOf = ({ timeformat, timerepresentation, timezone }: JsonObject): JsonObject => ({
  ...{ timeformat, timerepresentation, timezone },
})

/** A colour the node came with is named among what was imported: the colours of types are ours. */
const withColour = (
  kept: ReadonlyMap<string, JsonValue>,
  viz: JsonValue | undefined,
): ReadonlyMap<string, JsonValue> => {
  if (!isObject(viz) || !isObject(viz.color)) return kept
  const named = kept.get(importedName)
  return new Map([
    ...kept,
    [importedName, [...(Array.isArray(named) ? (named as JsonValue[]) : []), vizColour]],
  ])
}

/**
 * GEXF 1.3 (gexf.net) with entities as nodes and relations as edges; `kind` keeps parallel edges of several types apart.
 * Lists are JSON, which is one of the notations of `liststring`. Option `mixed`: undirected edges beside directed ones are
 * marked as such (NetworkX refuses that); otherwise by an attribute.
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const file = sink.file('network.gexf')
  const xml = createXmlText((text) => sink.lose('exports.loss.controlCharacters', text))
  const foreign = collectForeign(source, 'gexf')
  const isMixed = foreign.hasUndirected && foreign.hasDirected
  const marks = isMixed && options.mixed === true
  const edgeDefault = foreign.hasUndirected && !foreign.hasDirected ? 'undirected' : 'directed'
  const typeColours = new Map(source.entityTypes.map((it) => [it.key, colours[it.colour]]))

  /** Gephi's own look where the node came with one, else the colour of its type. */
  const viz = (uid: string, colour: readonly number[] | undefined): string => {
    const { viz: kept } = foreign.rest(uid)
    const drawn = isObject(kept) ? kept : {}
    const parts = ['size', 'shape', 'thickness']
      .filter((it) => isObject(drawn[it]))
      .map((it) => `<viz:${it}${attributesText(drawn[it], xml)}/>`)
    if (isObject(drawn.color)) parts.unshift(`<viz:color${attributesText(drawn.color, xml)}/>`)
    else if (colour) parts.unshift(`<viz:color r="${colour[0]}" g="${colour[1]}" b="${colour[2]}"/>`)
    return parts.join('')
  }

  file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
  file.write('<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n')
  file.write(
    `<meta lastmodifieddate="${xml(source.project.madeAt.slice(0, 10))}"><creator>Ligature</creator>`,
  )
  file.write(`<description>${xml(source.project.name)}</description>`)
  const keywords = source.setParts('gexf').flatMap(({ data }) => (isObject(data) ? [data.keywords] : []))
  const words = keywords.filter((it) => typeof it === 'string' && it !== '')
  file.write(`${words.length > 0 ? `<keywords>${xml(words.join(', '))}</keywords>` : ''}</meta>\n`)
  const counted = source
    .setParts('gexf')
    .find(({ data }) => isObject(data) && typeof data.timeformat === 'string')
  const dynamic = counted && isObject(counted.data) ? counted.data : null
  const mode = dynamic ? `dynamic"${attributesText(timesOf(dynamic), xml)}` : 'static"'
  file.write(`<graph defaultedgetype="${edgeDefault}" mode="${mode} idtype="string">\n`)
  /** When a node or edge is there, in a graph that came with times; its attributes and its spells. */
  const timeOf = (uid: string): { attributes: string; spells: string } => {
    const { time } = foreign.rest(uid)
    if (!dynamic || !isObject(time)) return { attributes: '', spells: '' }
    const { spells, ...stated } = time
    const list = Array.isArray(spells) ? (spells as JsonValue[]) : []
    const all = list.map((it) => `<spell${attributesText(it, xml)}/>`).join('')
    return { attributes: attributesText(stated, xml), spells: all === '' ? '' : `<spells>${all}</spells>` }
  }
  const nodeIds = declare(file, 'node', nodeAttributes, foreign.nodeNames, xml)
  const edgeIds = declare(file, 'edge', edgeAttributes, foreign.edgeNames, xml)

  file.write('<nodes>\n')
  for (const entity of source.entities()) {
    const { uid, position } = entity
    const [id, time] = [foreign.node(uid), timeOf(uid)]
    const row = { ...entity, mentions: source.countMentions(entity.id) }
    const own = new Map(nodeAttributes.map((it) => [it.name, it.of(row)]))
    if (id !== uid) own.set('uid', uid)
    const kept = withColour(foreign.attributes('node', uid), foreign.rest(uid).viz)
    const place = position ? `<viz:position x="${position.x}" y="${position.y}" z="0"/>` : ''
    file.write(
      `<node id="${xml(id)}" label="${xml(entity.name)}"${attributesText(foreign.rest(uid).xml, xml)}${time.attributes}>` +
        `${attvalues('node', own, kept, nodeIds, xml)}${time.spells}${viz(uid, typeColours.get(entity.type))}${place}</node>\n`,
    )
  }
  file.write('</nodes>\n<edges>\n')
  for (const relation of source.relations()) {
    const { uid, type } = relation
    const [id, time] = [foreign.edge(uid), timeOf(uid)]
    const row = { ...relation, evidence: source.evidenceOf(relation.id) }
    const own = new Map(edgeAttributes.map((it) => [it.name, it.of(row)]))
    const kept = foreign.attributes('edge', uid)
    if (id !== uid) own.set('uid', uid)
    if (isMixed && !marks) own.set('directed', relation.directed)
    const [weight, label] = [kept.get('weight') ?? weightOf(row), kept.get('label') ?? type]
    const numeric = typeof weight === 'number' ? weight : weightOf(row)
    const isMutual = foreign.rest(uid).mutual === true && !relation.directed && marks
    const direction = marks
      ? ` type="${relation.directed ? 'directed' : isMutual ? 'mutual' : 'undirected'}"`
      : ''
    file.write(
      `<edge id="${xml(id)}" source="${xml(foreign.node(relation.sourceUid))}" target="${xml(foreign.node(relation.targetUid))}"` +
        `${direction} kind="${xml(type)}" label="${xml(foreignText(label))}" weight="${numeric}"${attributesText(foreign.rest(uid).xml, xml)}${time.attributes}>` +
        `${attvalues('edge', own, kept, edgeIds, xml)}${time.spells}${viz(uid, undefined)}</edge>\n`,
    )
  }
  file.write('</edges>\n</graph>\n</gexf>\n')
}
