import { certainty } from '../../../../shared/model/provenance.ts'
import { relationStatus } from '../../../../shared/model/relation.ts'
import { type Value, value as valueSchema } from '../../../../shared/values/value.ts'
import type { ReadDocument, ReadEntity, ReadMention, ReadRelation, RelationFacts } from './records.ts'

/*
 * Facts in free features (UIMA, GATE), under the names of exports/support/featureFacts.ts. Features of other tools may have the
 * same names: one counts only where its content fits, and stays with the format otherwise.
 */

/** Takes a feature's text; '' where it is not there. What was taken is no foreign feature any more. */
export interface FactBag {
  /** The text under this name if `fits`, which is then taken out. */
  take(name: string, fits?: (text: string) => boolean): string
}

/** A bag over texts by name; `taken` gathers the names that were understood. */
export const factBag = (text: (name: string) => string | undefined, taken: Set<string>): FactBag => ({
  take: (name, fits = () => true) => {
    const found = text(name)
    if (found === undefined || found === '' || !fits(found)) return ''
    taken.add(name)
    return found
  },
})

type Writable<T> = { -readonly [K in keyof T]: T[K] }

const decimal = /^-?\d{1,40}(\.\d{1,40})?$/
export const partialIsoDate = /^\d{4}(-\d{2}(-\d{2})?)?$/
const isCertainty = (text: string): boolean => certainty.safeParse(text).success
const isDate = (text: string): boolean => partialIsoDate.test(text)
const isDecimal = (text: string): boolean => decimal.test(text)

/** A value written as JSON; null for anything else. */
const valueIn = (text: string): Value | null => {
  try {
    return valueSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export const mentionFactsIn = (bag: FactBag): Pick<ReadMention, 'certainty' | 'note' | 'value'> => {
  const sure = bag.take('certainty', isCertainty)
  const note = bag.take('note') || bag.take('comment')
  const value = bag.take('normalised', (it) => valueIn(it) !== null)
  return {
    ...(sure && { certainty: certainty.parse(sure) }),
    ...(note && { note }),
    ...(value && { value: valueIn(value)! }),
  }
}

export const relationFactsIn = (
  bag: FactBag,
): RelationFacts & Pick<ReadRelation, 'relation' | 'evidenceNote' | 'directed'> => {
  const result: Writable<RelationFacts & Pick<ReadRelation, 'relation' | 'evidenceNote' | 'directed'>> = {}
  const status = bag.take('status', (it) => relationStatus.safeParse(it).success)
  if (status) result.status = relationStatus.parse(status)
  const sure = bag.take('certainty', isCertainty)
  if (sure) result.certainty = certainty.parse(sure)
  for (const name of ['validFrom', 'validTo'] as const) {
    const date = bag.take(name, isDate)
    if (date) result[name] = date
  }
  for (const name of ['amount', 'share'] as const) {
    const number = bag.take(name, isDecimal)
    if (number) result[name] = number
  }
  const currency = bag.take('currency', (it) => /^[A-Z]{3}$/.test(it))
  if (currency) result.currency = currency
  const note = bag.take('note') || bag.take('comment')
  if (note) result.note = note
  const evidenceNote = bag.take('evidenceNote')
  if (evidenceNote) result.evidenceNote = evidenceNote
  const relation = bag.take('relationId')
  if (relation) result.relation = relation
  if (bag.take('directed', (it) => it === 'false')) result.directed = false
  return result
}

const statuses = ['unread', 'in_progress', 'done', 'reviewed', 'set_aside'] as const

export const isStatus = (text: string): text is (typeof statuses)[number] =>
  (statuses as readonly string[]).includes(text)

/** `x-unspecified` is what UIMA writes for no language at all. */
const isLanguage = (text: string): boolean => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/.test(text)

export type ArticleFacts = Partial<
  Pick<ReadDocument, 'title' | 'language' | 'publishedOn' | 'publisher' | 'sourceUrl' | 'status' | 'note'>
>

export const articleFactsIn = (bag: FactBag): ArticleFacts => {
  const result: Writable<ArticleFacts> = {}
  const text = (name: 'title' | 'publisher' | 'note'): void => {
    const found = bag.take(name)
    if (found) result[name] = found
  }
  text('title')
  text('publisher')
  text('note')
  const language = bag.take('language', isLanguage)
  if (language) result.language = language
  const published = bag.take('publishedOn', isDate)
  if (published) result.publishedOn = published
  const address = bag.take('sourceUrl')
  if (address) result.sourceUrl = address
  const status = bag.take('status', isStatus)
  if (isStatus(status)) result.status = status
  return result
}

export const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text)

/** `first:second`, the first percent-encoded; null for anything else. */
const pairOf = (text: string): [string, string] | null => {
  const colon = text.indexOf(':')
  if (colon < 0) return null
  try {
    return [decodeURIComponent(text.slice(0, colon)), text.slice(colon + 1)]
  } catch {
    return null
  }
}

const pairs = (texts: readonly string[]): [string, string][] => texts.map(pairOf).filter((it) => it !== null)

export const entityListsOf = (
  aliases: readonly string[],
  outsideIds: readonly string[],
): Pick<ReadEntity, 'aliases' | 'outsideIds'> => ({
  aliases: pairs(aliases).map(([language, text]) => ({ language, text })),
  outsideIds: pairs(outsideIds).map(([scheme, value]) => ({ scheme, value })),
})

/** What an address in a knowledge base says: its scheme and id there; null for what is no web address. */
export const outsideIdOf = (iri: string): { scheme: string; value: string } | null => {
  const wikidata = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/([QPL]\d+)$/.exec(iri)
  if (wikidata) return { scheme: 'wikidata', value: wikidata[1]! }
  return isWebAddress(iri) ? { scheme: 'url', value: iri } : null
}
