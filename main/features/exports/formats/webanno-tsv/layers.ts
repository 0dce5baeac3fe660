import { isObject, type JsonValue } from '../../../../../shared/model/json.ts'

/** As in imports/formats/webanno-tsv/header.ts. */
export interface Column {
  readonly kind: 'placeholder' | 'value' | 'role' | 'target' | 'base' | 'element' | 'link'
  readonly name: string
  readonly type: string
}

export interface Layer {
  readonly kind: 'SP' | 'CH' | 'RL'
  readonly type: string
  readonly columns: readonly Column[]
}

const value = (name: string): Column => ({ kind: 'value', name, type: '' })

/** Built into the tool, with these two features. */
export const entityLayer: Layer = {
  kind: 'SP',
  type: 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
  columns: [value('identifier'), value('value')],
}

/** A layer of ours, which a project of the tool must have before it takes the file in. */
export const relationLayer: Layer = {
  kind: 'RL',
  type: 'webanno.custom.Relation',
  columns: [value('value'), { kind: 'base', name: '', type: entityLayer.type }],
}

const header = ({ kind, type, columns }: Layer): string => {
  const cells = columns.map((it) => {
    if (it.kind === 'role') return `ROLE_${type}:${it.name}_${it.type}`
    if (it.kind === 'target') return it.type
    return it.kind === 'base' ? `BT_${it.type}` : it.name
  })
  return `#T_${kind}=${[type, ...cells].join('|')}\n`
}

/** The lines above the sentences; the order of layers is the columns' order. */
export const headerLines = (layers: readonly Layer[]): string =>
  `#FORMAT=WebAnno TSV 3.3\n${layers.map(header).join('')}\n\n`

const kinds = ['placeholder', 'value', 'role', 'target', 'base', 'element', 'link'] as const

const isColumn = (it: JsonValue): boolean =>
  isObject(it) &&
  kinds.includes(it.kind as Column['kind']) &&
  typeof it.name === 'string' &&
  typeof it.type === 'string' &&
  !/[|\n\r\t]/.test(it.name + it.type)

const isLayer = (it: JsonValue): boolean =>
  isObject(it) &&
  (it.kind === 'SP' || it.kind === 'CH' || it.kind === 'RL') &&
  typeof it.type === 'string' &&
  !/[|\n\r\t]/.test(it.type) &&
  Array.isArray(it.columns) &&
  it.columns.every(isColumn)

/**
 * The layers of an article: those its file once had, with ours among them, in the order of the format (spans, chains,
 * relations).
 */
export const layersOf = (foreign: JsonValue | null): Layer[] => {
  const given = isObject(foreign) && Array.isArray(foreign.layers) ? foreign.layers.filter(isLayer) : []
  const layers = given as unknown as Layer[]
  // Features that ours has must be there; others of the same layer stay.
  const others = layers.filter((it) => it.type !== entityLayer.type && it.type !== relationLayer.type)
  const same = layers.find((it) => it.type === entityLayer.type)
  const extra = (same?.columns ?? []).filter(
    (it) => !entityLayer.columns.some(({ name }) => name === it.name),
  )
  const entity = { ...entityLayer, columns: [...entityLayer.columns, ...extra] }
  const of = (kind: Layer['kind']): Layer[] => others.filter((it) => it.kind === kind)
  return [entity, ...of('SP'), ...of('CH'), ...of('RL'), relationLayer]
}
