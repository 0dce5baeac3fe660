import { relationStatus } from '../../../../../shared/model/relation.ts'
import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'
import type { ReadMention, ReadRelation, RelationFacts } from '../records.ts'
import type { Feature } from './features.ts'
import { certaintyOf, type Fields, fieldsOf, labelOf, stated } from './fields.ts'

export const relationKeys = ['relations', 'relation', 'links'] as const

const headKeys = [
  'head',
  'head_id',
  'head_index',
  'arg1',
  'arg1_id',
  'subject',
  'source',
  'from_id',
  'from',
  'h',
]
const tailKeys = ['tail', 'tail_id', 'tail_index', 'arg2', 'arg2_id', 'object', 'target', 'to_id', 'to', 't']
const labelKeys = ['label', 'type', 'relation', 'relation_type', 'predicate', 'rel']

/** Facts of a relation in the words of our own files; absent ones are not there. */
export const relationFactsOf = (fields: Fields): RelationFacts =>
  stated({
    status: relationStatus.safeParse(fields.text('status')).data,
    validFrom: fields.text('valid_from'),
    validTo: fields.text('valid_to'),
    amount: fields.text('amount'),
    currency: fields.text('currency'),
    share: fields.text('share'),
    certainty: certaintyOf(fields.text('certainty')),
    note: fields.text('note'),
  })

/** The mention a relation's end names: by index, by id, or by its offsets. */
const endOf = (value: JsonValue | undefined, mentions: readonly ReadMention[]): string | null => {
  if (typeof value === 'string') return mentions.some((it) => it.id === value) ? value : null
  if (typeof value === 'number') {
    return mentions[value]?.id ?? mentions.find((it) => it.id === String(value))?.id ?? null
  }
  if (!isObject(value)) return null
  if (typeof value.id === 'string' || typeof value.id === 'number') return endOf(String(value.id), mentions)
  const found = mentions.find(
    ({ fragments }) => fragments[0]!.start === value.start && fragments.at(-1)!.end === value.end,
  )
  return found?.id ?? null
}

const isDirected = (value: JsonValue | undefined): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined

/** A relation of a record; null where its ends are no mentions of the record. `[head, tail, label]` is read too. */
export const relationOf = (
  given: JsonValue,
  index: number,
  mentions: readonly ReadMention[],
  feature: Feature | undefined,
): ReadRelation | null => {
  const record: JsonObject | null = isObject(given)
    ? given
    : Array.isArray(given) && given.length === 3
      ? { head: given[0]!, tail: given[1]!, label: given[2]! }
      : null
  if (!record) return null
  const fields = fieldsOf(record)
  const source = endOf(fields.take(...headKeys), mentions)
  const target = endOf(fields.take(...tailKeys), mentions)
  if (source === null || target === null) return null
  const key = labelKeys.find((it) => record[it] !== undefined && record[it] !== null) ?? ''
  const raw = fields.take(key)
  const label =
    labelOf(raw, feature?.fields.get(key) ?? feature) ?? (raw === undefined ? 'related' : String(raw))
  const [start, end] = [fields.number('passage_start'), fields.number('passage_end')]
  return {
    id: fields.text('id') || String(index),
    label,
    source,
    target,
    ...(start !== null && end !== null ? { passage: { start, end } } : {}),
    ...stated({
      relation: fields.text('relation_id'),
      directed: isDirected(fields.take('directed')),
      evidenceNote: fields.text('evidence_note'),
    }),
    ...relationFactsOf(fields),
    ...stated({ foreign: fields.rest() }),
  }
}
