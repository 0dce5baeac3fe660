import { featureText, type GateAnnotation, type GateDocument } from '../../../../../shared/formats/gate.ts'
import { createOffsetMap } from '../../../../../shared/text/offsets.ts'
import { canonicalOffsets } from '../../files/canonicalOffsets.ts'
import { isObject, type JsonValue } from '../../files/json.ts'
import type { Notice } from '../../reading/types.ts'
import {
  articleFactsIn,
  entityListsOf,
  factBag,
  isWebAddress,
  mentionFactsIn,
  outsideIdOf,
  relationFactsIn,
} from '../featureFacts.ts'
import type { ReadEntity, ReadFragment, ReadMention, ReadRecord, ReadRelation } from '../records.ts'

export interface GatePlace {
  readonly id: string
  readonly file: string
  readonly place: string
  problem(place: string, notice: Notice): void
  readonly entities: Set<string>
}

/** What GATE's own tools write about the text: kept, but nobody's mention. */
const frameTypes = new Set(['Token', 'SpaceToken', 'Sentence', 'Split', 'DEFAULT_TOKEN'])
const frameSets = new Set(['Original markups'])

const endNames: readonly (readonly [string, string])[] = [
  ['head', 'tail'],
  ['source', 'target'],
  ['arg1', 'arg2'],
]

const addressNames = ['inst', 'URI', 'uri', 'identifier']

const rest = (
  features: Readonly<Record<string, JsonValue>>,
  taken: ReadonlySet<string>,
): Record<string, JsonValue> =>
  Object.fromEntries(Object.entries(features).filter(([name]) => !taken.has(name)))

const bagOf = (features: Readonly<Record<string, JsonValue>>, taken: Set<string>) =>
  factBag((name) => (Object.hasOwn(features, name) ? featureText(features[name]) : undefined), taken)

/** `0-4 8-12`, in the document's unit; [] unless it spans exactly the annotation. */
const partsOf = (text: string, { start, end }: GateAnnotation): ReadFragment[] => {
  const parts = text
    .split(' ')
    .map((it) => /^(\d{1,9})-(\d{1,9})$/.exec(it))
    .map((it) => ({ start: Number(it?.[1] ?? -1), end: Number(it?.[2] ?? -1) }))
  const isOrdered = parts.every(
    (it, index) => it.start >= (parts[index - 1]?.end ?? start) && it.start < it.end,
  )
  return isOrdered && parts[0]!.start === start && parts.at(-1)!.end === end ? parts : []
}

const texts = (value: JsonValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((it) => typeof it === 'string') : []

const entitiesIn = (value: JsonValue | undefined): ReadEntity[] => {
  let list = value
  if (typeof value === 'string') {
    try {
      list = JSON.parse(value) as JsonValue
    } catch {
      return []
    }
  }
  if (!Array.isArray(list)) return []
  return list.flatMap((it): ReadEntity[] => {
    if (!isObject(it) || typeof it.id !== 'string' || typeof it.name !== 'string') return []
    return [
      {
        kind: 'entity',
        id: it.id,
        label: typeof it.type === 'string' ? it.type : 'Entity',
        name: it.name,
        ...entityListsOf(texts(it.aliases), texts(it.outsideIds)),
        ...(typeof it.note === 'string' && { note: it.note }),
      },
    ]
  })
}

/** From a GATE document to records, the same for both serialisations. */
export function* recordsOf(document: GateDocument, place: GatePlace): Generator<ReadRecord> {
  const { text, unit = 'utf16' } = document
  const map = createOffsetMap(text)
  const length = unit === 'codepoint' ? map.lengths.codepoint : text.length
  const moved = canonicalOffsets(text)
  const kept = (at: number): number =>
    at < 0 || at > length ? at : moved(unit === 'codepoint' ? map.fromCodePoint(at) : at)

  const mentions = new Map<string, ReadMention>()
  const relations: ReadRelation[] = []
  const left: { name: string; annotations: JsonValue[] }[] = []
  const joins: { set: string; it: GateAnnotation }[] = []
  let empty = 0
  const key = (set: string, id: string): string => (set === '' ? id : `${set}#${id}`)
  const annotatorOf = (set: string) => (set === '' ? {} : { annotator: set })

  for (const { name: set, annotations } of document.sets) {
    const others: JsonValue[] = []
    const keep = (it: GateAnnotation): void =>
      void others.push({ ...it, start: kept(it.start), end: kept(it.end) })
    for (const it of annotations) {
      const isFrame = frameSets.has(set) || frameTypes.has(it.type)
      if (!isFrame && (it.type === 'Relation' || endsIn(it))) {
        joins.push({ set, it })
        continue
      }
      if (isFrame || it.start >= it.end || it.start < 0 || it.end > length) {
        keep(it)
        if (!isFrame && it.start === it.end) empty += 1
        else if (!isFrame) place.problem(`annotation ${it.id}`, outside(it, place.file))
        continue
      }
      const taken = new Set<string>()
      const bag = bagOf(it.features, taken)
      const parts = bag.take('fragments', (one) => partsOf(one, it).length > 1)
      const facts = mentionFactsIn(bag)
      const address = addressNames.map((name) => bag.take(name, isWebAddress)).find((one) => one !== '') ?? ''
      const entity = bag.take('entity') || address
      const name = bag.take('entityName')
      const elsewhere = outsideIdOf(address)
      mentions.set(key(set, it.id), {
        id: key(set, it.id),
        label: it.type,
        fragments: parts ? partsOf(parts, it) : [{ start: it.start, end: it.end }],
        ...(entity && { entity }),
        ...(name && { entityName: name }),
        ...(elsewhere && { outsideIds: [elsewhere] }),
        ...facts,
        ...annotatorOf(set),
        foreign: { id: it.id, set, features: rest(it.features, taken) },
      })
    }
    if (others.length > 0) left.push({ name: set, annotations: others })
  }
  const find = (set: string, id: string): ReadMention | undefined =>
    mentions.get(key(set, id)) ??
    document.sets.map((one) => mentions.get(key(one.name, id))).find((one) => one)

  for (const { set, it } of joins) {
    const ends = endsIn(it)
    const [source, target] = [ends && find(set, ends.source), ends && find(set, ends.target)]
    if (!ends || !source || !target) {
      place.problem(`annotation ${it.id}`, lostEnd(it.id, place.file))
      const known = left.find((one) => one.name === set)
      const one = { ...it, start: kept(it.start), end: kept(it.end) }
      if (known) known.annotations.push(one)
      else left.push({ name: set, annotations: [one] })
      continue
    }
    const taken = new Set<string>(ends.names)
    const bag = bagOf(it.features, taken)
    const label = bag.take('label') || bag.take('relation') || it.type
    const isInside = it.start >= 0 && it.start < it.end && it.end <= length
    relations.push({
      id: key(set, it.id),
      label,
      source: source.id,
      target: target.id,
      ...relationFactsIn(bag),
      ...(isInside && { passage: { start: it.start, end: it.end } }),
      ...annotatorOf(set),
      foreign: { id: it.id, set, features: rest(it.features, taken) },
    })
  }
  for (const it of document.relations) {
    const [source, target, ...more] = it.members.map((id) => find(it.set, id))
    if (!source || !target || more.length > 0) {
      place.problem(`relation ${it.id}`, lostEnd(it.id, place.file))
      continue
    }
    relations.push({
      id: `relation-${key(it.set, it.id)}`,
      label: it.type,
      source: source.id,
      target: target.id,
    })
  }
  if (empty > 0) place.problem('', zeroLength(empty, place.file))

  const taken = new Set<string>()
  const entities = entitiesIn(document.features.entities)
  if (entities.length > 0) taken.add('entities')
  for (const it of entities) {
    if (place.entities.has(it.id)) continue
    place.entities.add(it.id)
    yield it
  }
  const bag = bagOf(document.features, taken)
  const facts = articleFactsIn(bag)
  const address = facts.sourceUrl ? '' : bag.take('gate.SourceURL', isWebAddress)
  yield {
    kind: 'document',
    id: place.id,
    place: place.place,
    file: place.file,
    text,
    ...(document.unit && { unit: document.unit }),
    ...facts,
    ...(address && { sourceUrl: address }),
    mentions: [...mentions.values()],
    relations,
    foreign: { features: rest(document.features, taken), sets: left },
  }
}

/** The two annotations that an annotation's features name. */
const endsIn = (it: GateAnnotation): { source: string; target: string; names: readonly string[] } | null => {
  for (const names of endNames) {
    const [source, target] = names.map((name) => featureText(it.features[name]))
    if (/^\d{1,15}$/.test(source ?? '') && /^\d{1,15}$/.test(target ?? ''))
      return { source: source!, target: target!, names }
  }
  return null
}

const outside = (it: GateAnnotation, file: string): Notice => ({
  code: 'import.gate_outside',
  message: `${file}: annotation ${it.id} (${it.start}–${it.end}) lies outside the text. It is no mention and was kept for export.`,
  params: { id: it.id },
})

const lostEnd = (id: string, file: string): Notice => ({
  code: 'import.gate_end',
  message: `${file}: relation ${id} does not join two annotations of the text. It was left out as a relation.`,
  params: { id },
})

const zeroLength = (count: number, file: string): Notice => ({
  code: 'import.zero_length',
  message: `${file}: ${count} annotations cover no character at all. They are no mentions and were kept for export.`,
  params: { count },
})
