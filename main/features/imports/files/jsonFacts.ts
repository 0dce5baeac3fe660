import { certainty, partialDate } from '../../../../shared/model/provenance.ts'
import { relationStatus } from '../../../../shared/model/relation.ts'
import { value as valueSchema } from '../../../../shared/values/value.ts'
import type { ReadEntity, ReadMention, ReadRelation } from '../formats/records.ts'
import { idOf, objectOf, objectsOf, spanOf, stringOf } from './fields.ts'
import { isObject, type JsonValue } from './json.ts'

/*
 * What JSON formats have no place for, under the key `ligature` of their records: main/features/exports/support/jsonFacts.ts
 * writes it. Anybody may have changed it, so every member is checked and a wrong one is as good as none.
 */

const accepted = <T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  value: unknown,
): T | undefined => schema.safeParse(value).data

const decimalOf = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' && /^-?\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,3})?$/i.test(value) ? value : undefined

/** Leaves out what is undefined, as exact optional members want it. */
const stated = <T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, it]) => it !== undefined)) as never

export const mentionFactsOf = (
  facts: JsonValue | undefined,
): Pick<ReadMention, 'entity' | 'value' | 'certainty' | 'note'> => {
  const it = objectOf(facts)
  return stated({
    entity: stringOf(it.entity),
    value: accepted(valueSchema, it.value),
    certainty: accepted(certainty, it.certainty),
    note: stringOf(it.note),
  })
}

export const relationFactsOf = (
  facts: JsonValue | undefined,
): Partial<Omit<ReadRelation, 'id' | 'label' | 'source' | 'target'>> => {
  const it = objectOf(facts)
  const passage = objectOf(it.passage)
  return stated({
    relation: stringOf(it.relation),
    directed: it.directed === false ? false : undefined,
    status: accepted(relationStatus, it.status),
    validFrom: accepted(partialDate, it.valid_from),
    validTo: accepted(partialDate, it.valid_to),
    amount: decimalOf(it.amount),
    currency: stringOf(it.currency),
    share: decimalOf(it.share),
    certainty: accepted(certainty, it.certainty),
    note: stringOf(it.note),
    passage: spanOf(passage.start, passage.end) ?? undefined,
    evidenceNote: stringOf(it.evidence_note),
  })
}

const positionOf = (value: JsonValue | undefined): ReadEntity['position'] => {
  const { x, y, pinned } = objectOf(value)
  return typeof x === 'number' && typeof y === 'number' ? { x, y, pinned: pinned === true } : undefined
}

/** Entities by their ids, each told once for a whole set. */
export const createEntityFacts = (): ((entities: JsonValue | undefined) => ReadEntity[]) => {
  const told = new Set<string>()
  return (entities) => {
    const result: ReadEntity[] = []
    for (const [id, it] of Object.entries(objectOf(entities))) {
      const [label, name] = isObject(it) ? [stringOf(it.type), stringOf(it.name)] : []
      if (!isObject(it) || label === undefined || name === undefined || told.has(id)) continue
      told.add(id)
      const aliases = objectsOf(it.aliases).flatMap((alias) => {
        const text = stringOf(alias.text)
        return text === undefined ? [] : [{ text, language: stringOf(alias.language) ?? '' }]
      })
      const outsideIds = objectsOf(it.outside_ids).flatMap((outside) => {
        const [scheme, value] = [stringOf(outside.scheme), idOf(outside.value)]
        return scheme === undefined || value === undefined ? [] : [{ scheme, value }]
      })
      const note = stringOf(it.note)
      const position = positionOf(it.position)
      result.push({
        kind: 'entity',
        id,
        label,
        name,
        aliases,
        outsideIds,
        ...(note && { note }),
        ...(position && { position }),
      })
    }
    return result
  }
}
