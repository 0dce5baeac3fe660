import type { GateAnnotation } from '../../../../../shared/formats/gate.ts'
import { isObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { ArticleRow, ExportSource } from '../../format.ts'
import { articleFacts, entityLists, mentionFacts, relationFacts } from '../../support/featureFacts.ts'
import { envelopeOf, mentionRelations } from '../../support/mentionRelations.ts'

type Features = Record<string, JsonValue>

export interface BuiltAnnotation extends Omit<GateAnnotation, 'id'> {
  /** Unique in the whole document. */
  readonly id: number
}

export interface BuiltDocument {
  readonly text: string
  readonly features: Features
  /** By set name, the default set first. Offsets in UTF-16. */
  readonly sets: ReadonlyMap<string, readonly BuiltAnnotation[]>
}

interface Kept {
  readonly id: string
  readonly set: string
  readonly features: Features
}

const keptOf = (value: JsonValue | null): Kept | null =>
  isObject(value) && typeof value.id === 'string' && typeof value.set === 'string' && isObject(value.features)
    ? (value as unknown as Kept)
    : null

/** An id once given is given again where it is free. */
const createIds = (): ((wanted: string | undefined) => number) => {
  const taken = new Set<number>()
  let next = 0
  return (wanted) => {
    const number = /^\d{1,9}$/.test(wanted ?? '') ? Number(wanted) : -1
    if (number >= 0 && !taken.has(number)) {
      taken.add(number)
      return number
    }
    while (taken.has(next)) next += 1
    taken.add(next)
    return next
  }
}

/**
 * One article as GATE has it: mentions with the type's key as type, relations as annotations of type `Relation` over
 * their passage with the ids of two mentions as `head` and `tail`, entities as a list among the document's features.
 * Fragments of a mention are a feature (`0-4 8-12`): GATE has one span for each annotation. `fragment` counts for it.
 */
export const buildGate = (
  source: ExportSource,
  article: ArticleRow,
  formatId: string,
  fragment: (text: string) => (utf16: number) => number,
): BuiltDocument => {
  const text = source.text(article.id)
  const at = fragment(text)
  const idFor = createIds()
  const sets = new Map<string, BuiltAnnotation[]>([['', []]])
  const add = (set: string, it: BuiltAnnotation): void => {
    const list = sets.get(set)
    if (list) list.push(it)
    else sets.set(set, [it])
  }
  const mentions = source.mentions(article.id)
  const placed = new Map<string, { id: number; set: string }>()
  const entities = new Set<string>()
  const kept = mentions.map((it) => keptOf(source.foreign(formatId, it.uid)))
  // Ids once given first, so that no new one takes them.
  const ids = kept.map((it) => (it ? idFor(it.id) : -1))
  mentions.forEach((it, index) => {
    const id = kept[index] ? ids[index]! : idFor(undefined)
    const set = kept[index]?.set ?? ''
    placed.set(it.uid, { id, set })
    if (it.entityUid !== null) entities.add(it.entityUid)
    const parts = it.fragments.map(({ start, end }) => `${at(start)}-${at(end)}`)
    add(set, {
      id,
      type: it.type,
      ...envelopeOf(it),
      features: {
        ...kept[index]?.features,
        ...(it.entityUid !== null && { entity: it.entityUid, entityName: it.entityName }),
        ...mentionFacts(it),
        ...(parts.length > 1 && { fragments: parts.join(' ') }),
      },
    })
  })
  for (const { relation, evidence, source: from, target: to } of mentionRelations(
    source,
    article.id,
    mentions,
  )) {
    const before = keptOf(source.foreign(formatId, evidence.uid))
    const [head, tail] = [placed.get(from.uid)!, placed.get(to.uid)!]
    entities.add(relation.sourceUid).add(relation.targetUid)
    add(before?.set ?? head.set, {
      id: idFor(before?.id),
      type: 'Relation',
      start: evidence.start,
      end: evidence.end,
      features: {
        ...before?.features,
        head: head.id,
        tail: tail.id,
        label: relation.type,
        ...relationFacts(relation, evidence),
      },
    })
  }
  const foreign = source.foreign(formatId, article.uid)
  const given = isObject(foreign) ? foreign : {}
  for (const set of Array.isArray(given.sets) ? (given.sets as unknown as KeptSet[]) : [])
    for (const it of set.annotations) if (it.end <= text.length) add(set.name, { ...it, id: idFor(it.id) })
  const list = [...entities].map((uid): JsonValue => {
    const it = source.entity(uid)
    return { id: uid, type: it.type, name: it.name, ...(it.note && { note: it.note }), ...entityLists(it) }
  })
  const features = {
    ...(isObject(given.features) ? (given.features as Features) : {}),
    ...articleFacts(article),
    ...(list.length > 0 && { entities: list }),
  }
  return { text, features, sets }
}

interface KeptSet {
  readonly name: string
  readonly annotations: readonly GateAnnotation[]
}
