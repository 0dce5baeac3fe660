import {
  type Cas,
  type FeatureValue,
  itemsOf,
  offsetOf,
  refOf,
  type Sofa,
  type Structure,
  textOfFeature,
} from '../../../../../shared/formats/cas.ts'
import { canonicalOffsets } from '../../files/canonicalOffsets.ts'
import type { JsonValue } from '../../files/json.ts'
import type { Notice } from '../../reading/types.ts'
import { entityListsOf, factBag, mentionFactsIn, outsideIdOf, relationFactsIn } from '../featureFacts.ts'
import type {
  ReadDocument,
  ReadEntity,
  ReadFragment,
  ReadMention,
  ReadRecord,
  ReadRelation,
} from '../records.ts'
import { metadataOf, shiftStructure } from './document.ts'
import { createRoles, endsOf, labelOf, linksIn } from './roles.ts'

/** Where a CAS stands among the files of its set. */
export interface CasPlace {
  readonly file: string
  /** Id of the document, unique within the set. */
  readonly id: string
  readonly annotator?: string
  problem(place: string, notice: Notice): void
  /** Entities given already, by id: the same entity stands in every document it is mentioned in. */
  readonly entities: Set<string>
}

/** Features left of a structure once those named are understood. */
const rest = (it: Structure, understood: ReadonlySet<string>): Record<string, FeatureValue> =>
  Object.fromEntries(Object.entries(it.features).filter(([name]) => !understood.has(name)))

const bagOf = (it: Structure, taken: Set<string>) =>
  factBag((name) => textOfFeature(it.features[name]), taken)

const entityOf = (it: Structure): ReadEntity => {
  const text = (name: string): string => textOfFeature(it.features[name]) ?? ''
  const id = text('identifier') || it.id
  return {
    kind: 'entity',
    id,
    label: text('value') || 'Entity',
    name: text('name') || id,
    ...entityListsOf(itemsOf(it.features.aliases), itemsOf(it.features.outsideIds)),
    ...(text('note') && { note: text('note') }),
  }
}

/** From feature structures to records, one document per Sofa with a text; the same for every serialisation. */
export function* recordsOf(cas: Cas, place: CasPlace): Generator<ReadRecord> {
  const roleOf = createRoles(cas)
  const first = cas.sofas.find((it) => it.text !== null) ?? cas.sofas[0]
  if (!first) return
  for (const it of cas.structures) {
    if (roleOf(it) !== 'entity') continue
    const entity = entityOf(it)
    if (place.entities.has(entity.id)) continue
    place.entities.add(entity.id)
    yield entity
  }
  for (const sofa of cas.sofas) {
    if (sofa.text === null) continue
    const own = cas.structures.filter((it) => {
      if (it.sofa !== '') return it.sofa === sofa.id
      const holders = cas.sofas.filter((one) => one.members.has(it.id))
      return holders.length > 0 ? holders.includes(sofa) : sofa === first
    })
    const id = sofa === first ? place.id : `${place.id}#${sofa.name}`
    yield documentOf(cas, { ...sofa, text: sofa.text }, own, roleOf, { ...place, id })
  }
}

const documentOf = (
  cas: Cas,
  sofa: Sofa & { readonly text: string },
  structures: readonly Structure[],
  roleOf: ReturnType<typeof createRoles>,
  place: CasPlace,
): ReadDocument => {
  const byId = new Map(structures.map((it) => [it.id, it]))
  const text = sofa.text
  const where = (it: Structure): string => `${it.type} ${it.id}`
  const empty: string[] = []

  const chainOf = new Map<string, string>()
  for (const it of structures) {
    if (roleOf(it) !== 'chain') continue
    let at = refOf(it.features.first)
    while (at !== null && byId.has(at) && !chainOf.has(at)) {
      chainOf.set(at, `${place.id}#chain-${it.id}`)
      at = refOf(byId.get(at)!.features.next)
    }
  }

  const consumed = new Set<string>()
  const fragmentsOf = (it: Structure): ReadFragment[] | null => {
    const spans = [
      it,
      ...linksIn(it, byId).flatMap(({ feature, target }) => (feature === 'parts' ? [byId.get(target)!] : [])),
    ]
      .filter((part) => part !== undefined)
      .map((part) => ({ start: offsetOf(part.features.begin)!, end: offsetOf(part.features.end)! }))
    const [whole, ...parts] = spans
    const fragments = parts.length > 0 ? parts.sort((a, b) => a.start - b.start) : [whole!]
    if (fragments.some(({ start, end }) => start > end || end > text.length)) {
      place.problem(where(it), outside(where(it), place.file))
      return null
    }
    if (fragments.some(({ start, end }) => start === end)) {
      empty.push(where(it))
      return null
    }
    return fragments
  }

  const mentions = new Map<string, ReadMention>()
  const addMention = (it: Structure): ReadMention | null => {
    const before = mentions.get(it.id)
    if (before) return before
    const fragments = fragmentsOf(it)
    if (!fragments) return null
    const { label, feature } = labelOf(it, cas.types)
    const taken = new Set(['begin', 'end'])
    if (feature) taken.add(feature)
    const facts = mentionFactsIn(bagOf(it, taken))
    const identifier = feature === 'identifier' ? '' : (textOfFeature(it.features.identifier) ?? '')
    if (identifier) taken.add('identifier')
    const outside = outsideIdOf(identifier)
    const links = linksIn(it, byId)
    for (const link of links) taken.add(link.feature)
    for (const { feature: slot, link, target } of links) {
      if (slot !== 'parts') continue
      consumed.add(link.id)
      consumed.add(target)
    }
    const entity = identifier || chainOf.get(it.id)
    const mention: ReadMention = {
      id: it.id,
      label,
      fragments,
      ...(entity && { entity }),
      ...(outside && { outsideIds: [outside] }),
      ...facts,
      ...(place.annotator && { annotator: place.annotator }),
      foreign: { id: it.id, type: it.type, label: feature, features: rest(it, taken) } as JsonValue,
    }
    consumed.add(it.id)
    mentions.set(it.id, mention)
    return mention
  }
  for (const it of structures) if (roleOf(it) === 'span') addMention(it)

  const relations: ReadRelation[] = []
  const endOf = (id: string): ReadMention | null => {
    const it = byId.get(id)
    if (!it || offsetOf(it.features.begin) === null || offsetOf(it.features.end) === null) return null
    const kept = consumed.has(id)
    const mention = addMention(it)
    // A token that a relation stands on is a mention and stays a token.
    if (mention && !kept && roleOf(it) === 'frame') consumed.delete(id)
    return mention
  }
  const addRelation = (
    it: Structure,
    label: { label: string; feature: string },
    ends: { source: string; target: string },
    understood: readonly string[],
    given: { ends?: readonly string[]; slot?: JsonValue },
  ): void => {
    const [source, target] = [endOf(ends.source), endOf(ends.target)]
    if (!source || !target) {
      place.problem(where(it), lostEnd(where(it), place.file))
      return
    }
    const taken = new Set([...understood, ...(label.feature ? [label.feature] : [])])
    const facts = relationFactsIn(bagOf(it, taken))
    const [start, end] = [offsetOf(it.features.passageBegin), offsetOf(it.features.passageEnd)]
    const hasPassage = start !== null && end !== null && start < end && end <= text.length
    for (const name of hasPassage ? ['passageBegin', 'passageEnd'] : []) taken.add(name)
    relations.push({
      id: it.id,
      label: label.label,
      source: source.id,
      target: target.id,
      ...facts,
      ...(hasPassage && { passage: { start, end } }),
      ...(place.annotator && { annotator: place.annotator }),
      foreign: {
        id: it.id,
        type: it.type,
        label: label.feature,
        features: rest(it, taken),
        ...given,
      } as JsonValue,
    })
    consumed.add(it.id)
  }
  for (const it of structures) {
    const role = roleOf(it)
    if (role === 'relation') {
      const ends = endsOf(it, (id) => byId.has(id))
      if (ends)
        addRelation(it, labelOf(it, cas.types), ends, ['begin', 'end', ...ends.features], {
          ends: ends.features,
        })
      else place.problem(where(it), lostEnd(where(it), place.file))
    }
    if (role !== 'span' || !mentions.has(it.id)) continue
    for (const { feature, link, target, role: name } of linksIn(it, byId)) {
      if (feature === 'parts') continue
      const ends = { source: it.id, target }
      const label = { label: name, feature: link.features.role === undefined ? '' : 'role' }
      addRelation(link, label, ends, ['target'], { slot: feature })
    }
  }
  if (empty.length > 0) place.problem(empty[0]!, zeroLength(empty.length, place.file))

  const metadata = metadataOf(structures)
  const left = structures.filter((it) => !consumed.has(it.id) && roleOf(it) !== 'entity')
  const moved = canonicalOffsets(text)
  return {
    kind: 'document',
    id: place.id,
    place: sofa.name === '_InitialView' ? place.file : `${place.file}, ${sofa.name}`,
    file: place.file,
    text,
    ...metadata,
    mentions: [...mentions.values()],
    relations,
    foreign: {
      sofa: { name: sofa.name, mimeType: sofa.mimeType },
      structures: left.map((it) => shiftStructure(it, moved)),
    } as unknown as JsonValue,
  }
}

const outside = (what: string, file: string): Notice => ({
  code: 'import.uima_outside',
  message: `${file}: ${what} lies outside its text. It was left out as a mention and kept for export.`,
  params: { what },
})

const lostEnd = (what: string, file: string): Notice => ({
  code: 'import.uima_end',
  message: `${file}: ${what} does not join two annotations of the text. It was left out as a relation and kept for export.`,
  params: { what },
})

const zeroLength = (count: number, file: string): Notice => ({
  code: 'import.zero_length',
  message: `${file}: ${count} annotations cover no character at all. They are no mentions and were kept for export.`,
  params: { count },
})
