import { exactFragments, type Facts, mentionFacts } from '../../files/commentFacts.ts'
import type { ReadFragment, ReadMention } from '../records.ts'
import type { Annotation, Annotations } from './annotations.ts'
import { labelFeature, shortName } from './header.ts'
import type { TsvText } from './text.ts'

export const namedEntity = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity'

/** The mentions of a document and how rows speak of them. */
export interface Mentions {
  readonly list: ReadMention[]
  readonly idOf: ReadonlyMap<Annotation, string>
  /** Ids by the number in brackets. */
  readonly byNumber: ReadonlyMap<number, string>
  readonly numberOf: ReadonlyMap<string, number>
  /** A mention of a bare word, for relations that join words; null for a unit that is not there. */
  word(unit: string, type: string): string | null
}

const fragment = (text: TsvText, units: Annotations['units'], at: Place): ReadFragment => {
  const { begin: start, end } = at
  if (start === end) return { start, end }
  if (text.isExact) return { start, end, quote: text.slice(start, end) }
  // The text and the words disagree: only a word of its own is stated by the file.
  const own = [...units.values()].find((it) => it.begin === start && it.end === end)
  return own ? { start, end, quote: own.form } : { start, end }
}

interface Place {
  readonly begin: number
  readonly end: number
}

/** The wider world's name of an entity in the feature `identifier`. */
const outsideIdOf = (identifier: string): ReadMention['outsideIds'] => {
  const wikidata = /wikidata\.org\/(?:entity|wiki)\/(Q\d+)$/.exec(identifier)?.[1]
  return wikidata ? [{ scheme: 'wikidata', value: wikidata }] : undefined
}

/** A chain is an entity of its document; the feature `identifier` names one of the whole set. */
const entityOf = (document: string, { chain, layer, features }: Annotation): Partial<ReadMention> => {
  if (chain) return { entity: `${document}#${shortName(layer.type)}-${chain.chain}` }
  const { identifier } = features
  if (!identifier) return {}
  const outsideIds = outsideIdOf(identifier)
  return { entity: identifier, ...(outsideIds && { outsideIds }) }
}

/** What the writer needs to put a mention back where it came from. */
const foreignOf = (it: Annotation, feature: string | null, label: string | null): Partial<ReadMention> => {
  const isPlain =
    it.layer.type === namedEntity && Object.keys(it.features).every((key) => /^(value|identifier)$/.test(key))
  if (isPlain) return {}
  return {
    foreign: {
      layer: it.layer.type,
      feature,
      label,
      features: { ...it.features },
    },
  }
}

export const mentionsOf = (
  document: string,
  annotator: string | undefined,
  text: TsvText,
  spans: readonly Annotation[],
  units: Annotations['units'],
  facts: Facts,
): Mentions => {
  const list: ReadMention[] = []
  const idOf = new Map<Annotation, string>()
  const byNumber = new Map<number, string>()
  const numberOf = new Map<string, number>()
  const words = new Map<string, string>()
  const by = annotator === undefined ? {} : { annotator }

  for (const it of spans) {
    const id = `s${list.length + 1}`
    idOf.set(it, id)
    const isFirst = it.number > 0 && !byNumber.has(it.number)
    if (isFirst) byNumber.set(it.number, id)
    if (it.number > 0) numberOf.set(id, it.number)
    const own = isFirst ? facts.mentions.get(it.number) : undefined
    const feature = it.layer.kind === 'CH' ? 'referenceType' : labelFeature(it.layer)
    const label = feature === null ? null : (it.features[feature] ?? null)
    const exact = own && text.unit === 'utf16' ? exactFragments(text.text, own) : null
    list.push({
      id,
      label: label ?? shortName(it.layer.type),
      fragments: exact ?? [fragment(text, units, it)],
      ...(own ? mentionFacts(own) : entityOf(document, it)),
      ...by,
      ...foreignOf(it, feature, label),
    })
  }

  const word = (unit: string, type: string): string | null => {
    const known = words.get(unit)
    if (known !== undefined) return known
    const found = units.get(unit)
    if (!found) return null
    const id = `w${unit}`
    words.set(unit, id)
    list.push({ id, label: shortName(type) || 'Token', fragments: [fragment(text, units, found)], ...by })
    return id
  }
  return { list, idOf, byNumber, numberOf, word }
}
