import { isObject, type JsonObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { EntityRow, ExportSource, MentionRow } from '../../format.ts'
import { envelopeOf, type MentionRelation } from '../../support/mentionRelations.ts'
import { entityLayer, type Layer, relationLayer } from './layers.ts'

/** A link of a slot, to the item of a number. */
export interface Slot {
  readonly feature: string
  readonly role: string | null
  readonly target: number
}

/** An annotation of a layer. `number`: unique in the document, from 1. */
export interface Item {
  readonly layer: Layer
  readonly number: number
  readonly start: number
  readonly end: number
  /** Null for `*`. */
  readonly features: Readonly<Record<string, string | null>>
  readonly slots: Slot[]
  /** Chain and place in it, from 1. */
  readonly chain: readonly [number, number] | null
}

/** A relation, from item to item; 0 and a span for a bare word. */
export interface Link {
  readonly layer: Layer
  readonly features: Readonly<Record<string, string | null>>
  readonly source: End
  readonly target: End
}

export interface End {
  readonly number: number
  readonly start: number
}

/** As labels become keys: only then is a label of the file still the mention's type. */
const keyOf = (label: string): string => label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_')
const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1)
const textOr = (it: JsonValue | undefined): string | null => (typeof it === 'string' ? it : null)

const featuresIn = (foreign: JsonObject): Record<string, string | null> =>
  isObject(foreign.features)
    ? Object.fromEntries(Object.entries(foreign.features).map(([key, it]) => [key, textOr(it)]))
    : {}

/** The layer something came from, and its features with the type in the place of the label; null if it fits no more. */
const placed = (
  foreign: JsonValue | null,
  type: string,
  layers: readonly Layer[],
): { layer: Layer; features: Record<string, string | null> } | null => {
  if (!isObject(foreign)) return null
  const layer = layers.find((it) => it.type === foreign.layer)
  if (!layer) return null
  const [label, feature] = [textOr(foreign.label), textOr(foreign.feature)]
  const kept = featuresIn(foreign)
  if (keyOf(label ?? shortName(layer.type)) === type) return { layer, features: kept }
  return feature === null ? null : { layer, features: { ...kept, [feature]: type } }
}

const wikidata = 'http://www.wikidata.org/entity/'

/** What the tool takes for an entity: an address where there is one, else our uid. */
const identifierOf = ({ uid, outsideIds }: EntityRow): string => {
  const id = outsideIds.find((it) => it.scheme === 'wikidata' && /^Q\d+$/.test(it.value))
  return id ? wikidata + id.value : uid
}

export const itemsOf = (
  source: ExportSource,
  formatId: string,
  mentions: readonly MentionRow[],
  layers: readonly Layer[],
): Item[] => {
  const chains = new Map<string, { number: number; links: number }>()
  return mentions.map((it, index) => {
    const found = placed(source.foreign(formatId, it.uid), it.type, layers)
    const like = found && found.layer.kind !== 'RL' ? found : null
    const layer = like?.layer ?? layers.find((other) => other.type === entityLayer.type)!
    const identifier = it.entityUid === null ? null : identifierOf(source.entity(it.entityUid))
    const features: Record<string, string | null> = like ? { ...like.features } : { value: it.type }
    if (layer.columns.some(({ kind, name }) => kind === 'value' && name === 'identifier'))
      features.identifier = identifier
    let chain: Item['chain'] = null
    if (layer.kind === 'CH') {
      const key = `${layer.type} ${it.entityUid ?? it.uid}`
      const known = chains.get(key) ?? { number: chains.size + 1, links: 0 }
      known.links += 1
      chains.set(key, known)
      chain = [known.number, known.links]
    }
    return { layer, number: index + 1, ...envelopeOf(it), features, slots: [], chain }
  })
}

/** Relations as rows of their layers; those that were slots become slots of their source again. */
export const linksOf = (
  source: ExportSource,
  formatId: string,
  relations: readonly MentionRelation[],
  itemOf: (mention: MentionRow) => Item,
  layers: readonly Layer[],
): Link[] =>
  relations.flatMap((it) => {
    const [from, to] = [itemOf(it.source), itemOf(it.target)]
    const foreign = source.foreign(formatId, it.evidence.uid)
    const slot = isObject(foreign) && foreign.layer === from.layer.type ? textOr(foreign.slot) : null
    if (slot !== null && from.layer.columns.some(({ kind, name }) => kind === 'role' && name === slot)) {
      const label = textOr((foreign as JsonObject).label)
      const role = keyOf(label ?? slot) === it.relation.type ? label : it.relation.type
      from.slots.push({ feature: slot, role, target: to.number })
      return []
    }
    const found = placed(foreign, it.relation.type, layers)
    const like =
      found?.layer.kind === 'RL' ? found : { layer: relationLayer, features: { value: it.relation.type } }
    return [{ ...like, source: from, target: to }]
  })

/** Annotations of single words that the file once had and the project does not know. */
export const wordItems = (
  foreign: JsonValue | null,
  layers: readonly Layer[],
  length: number,
  firstNumber: number,
): Item[] => {
  const kept = isObject(foreign) && Array.isArray(foreign.annotations) ? foreign.annotations : []
  return kept.flatMap((it, index) => {
    if (!isObject(it)) return []
    const [{ start, end }, layer] = [it, layers.find(({ type, kind }) => type === it.layer && kind === 'SP')]
    if (!layer || !Number.isInteger(start) || !Number.isInteger(end)) return []
    const [from, to] = [start as number, end as number]
    if (from < 0 || from >= to || to > length) return []
    return [
      {
        layer,
        number: firstNumber + index,
        start: from,
        end: to,
        features: featuresIn(it),
        slots: [],
        chain: null,
      },
    ]
  })
}

/** Relations between bare words that the file once had. */
export const wordLinks = (foreign: JsonValue | null, layers: readonly Layer[], length: number): Link[] => {
  const kept = isObject(foreign) && Array.isArray(foreign.links) ? foreign.links : []
  return kept.flatMap((it) => {
    const layer = isObject(it)
      ? layers.find(({ type, kind }) => type === it.layer && kind === 'RL')
      : undefined
    if (!isObject(it) || !layer) return []
    const start = (end: JsonValue | undefined): number => (Array.isArray(end) ? Number(end[0]) : -1)
    const [from, to] = [start(it.source), start(it.target)]
    if (!(from >= 0 && to >= 0 && from < length && to < length)) return []
    return [
      {
        layer,
        features: featuresIn(it),
        source: { number: 0, start: from },
        target: { number: 0, start: to },
      },
    ]
  })
}
