import { isObject, type JsonValue } from '../../files/json.ts'
import type { ReadFragment, ReadMention } from '../records.ts'
import type { Feature } from './features.ts'
import { certaintyOf, fieldsOf, labelOf, stated, storedValue } from './fields.ts'

/** Names a record gives its list of spans. */
export const spanKeys = [
  ...['spans', 'entities', 'mentions', 'named_entities', 'ner', 'annotations', 'labels', 'label', 'events'],
] as const

const startKeys = [
  'start',
  'start_offset',
  'start_char',
  'char_start',
  'begin',
  'start_index',
  'from',
  'start_idx',
]
const endKeys = ['end', 'end_offset', 'end_char', 'char_end', 'stop', 'end_index', 'to', 'end_idx']
const labelKeys = [
  'label',
  'type',
  'entity_type',
  'entity',
  'tag',
  'category',
  'ner',
  'class',
  'entity_group',
  'labels',
]
const quoteKeys = ['text', 'surface', 'quote', 'word', 'span', 'mention', 'value', 'name', 'entity_text']

const isNumber = (it: JsonValue | undefined): it is number => Number.isInteger(it)
const isPair = (it: JsonValue | undefined): it is [number, number] =>
  Array.isArray(it) && it.length === 2 && isNumber(it[0]) && isNumber(it[1])

/** Does this look like a span? */
export const isSpan = (it: JsonValue | undefined): boolean => {
  if (Array.isArray(it)) return it.length >= 3 && isNumber(it[0]) && isNumber(it[1])
  if (!isObject(it)) return false
  if (startKeys.some((key) => isNumber(it[key])) && endKeys.some((key) => isNumber(it[key]))) return true
  return Array.isArray(it.offsets) && (isPair(it.offsets) || it.offsets.every(isPair))
}

const piecesOf = (list: readonly JsonValue[]): ReadFragment[] =>
  list.flatMap((it) => {
    if (isPair(it)) return [{ start: it[0], end: it[1] }]
    return isObject(it) && isNumber(it.start) && isNumber(it.end) ? [{ start: it.start, end: it.end }] : []
  })

/** `normalized: [{db_name, db_id}]` of biomedical sets. */
const outsideIdsOf = (value: JsonValue | undefined): ReadMention['outsideIds'] => {
  const ids = (Array.isArray(value) ? value : []).flatMap((it) =>
    isObject(it) && typeof it.db_name === 'string' && it.db_id !== undefined
      ? [{ scheme: it.db_name, value: String(it.db_id) }]
      : [],
  )
  return ids.length > 0 ? ids : undefined
}

/**
 * A span of a record as a mention, in the record's own offsets; null for what is none. `index` is its id where it has
 * none; `feature` holds the names of class labels.
 */
export const mentionOf = (
  span: JsonValue,
  index: number,
  feature: Feature | undefined,
): { mention: ReadMention; labelled: boolean } | null => {
  if (!isSpan(span)) return null
  if (Array.isArray(span)) {
    const [start, end, label] = span as [number, number, JsonValue]
    const name = labelOf(label, feature)
    const mention = { id: String(index), label: name ?? String(label), fragments: [{ start, end }] }
    return { mention, labelled: name !== null }
  }
  if (!isObject(span)) return null
  const fields = fieldsOf(span)
  // Elsewhere `entity_id` is the id of the span itself.
  const isLinked = typeof span.entity_name === 'string'
  const labelKey = labelKeys.find((it) => span[it] !== undefined && span[it] !== null)
  const raw = labelKey === undefined ? '' : fields.take(labelKey)!
  const name = labelOf(raw, feature?.fields.get(labelKey ?? '')) ?? (typeof raw === 'number' ? null : 'span')
  const [start, end] = [fields.number(...startKeys), fields.number(...endKeys)]
  const offsets = fields.take('offsets', 'fragments')
  const pieces = isPair(offsets) ? piecesOf([offsets]) : piecesOf(Array.isArray(offsets) ? offsets : [])
  const given = fields.take(...quoteKeys)
  const quotes = Array.isArray(given) ? given : [given]
  const fragments = pieces.length > 0 ? pieces : [{ start: start!, end: end! }]
  const mention: ReadMention = {
    id: fields.text('id', 'span_id', 'mention_id', ...(isLinked ? [] : ['entity_id'])) || String(index),
    label: name ?? String(raw),
    fragments: fragments.map((it, at) =>
      quotes.length === fragments.length && typeof quotes[at] === 'string'
        ? { ...it, quote: quotes[at] }
        : it,
    ),
    ...stated({
      entity: isLinked ? fields.text('entity_id') : fields.text('kb_id'),
      entityName: fields.text('entity_name'),
      outsideIds: outsideIdsOf(fields.take('normalized')),
      value: storedValue(span.value === given ? undefined : fields.take('value')),
      certainty: certaintyOf(fields.text('certainty')),
      note: fields.text('note'),
      annotator: fields.text('annotator'),
      foreign: fields.rest(),
    }),
  }
  return { mention, labelled: name !== null }
}
