import { stringOf } from '../../files/fields.ts'
import type { JsonObject } from '../../files/json.ts'
import type { ReadSetPart, ReadType } from '../records.ts'

/**
 * A label setting as doccano exports it (`{"text", "suffix_key", "background_color"}`), or null for a record with a
 * text of its own. Which labels are of relations only the name of the file (`relation_types.json`) or `task_type` says.
 */
export const readLabel = (record: JsonObject, fileName: string): ReadType | ReadSetPart | null => {
  const label = stringOf(record.text)
  const colour = stringOf(record.background_color)
  if (label === undefined || colour === undefined || 'entities' in record || 'label' in record) return null
  const task = stringOf(record.task_type) ?? ''
  if (task === 'Category') return { kind: 'setPart', name: `category ${label}`, data: record }
  return {
    kind: 'type',
    of: task === 'Relation' || /relation/i.test(fileName) ? 'relation' : 'entity',
    label,
    ...(/^#[0-9a-f]{6}$/i.test(colour) && { colour: colour.toLowerCase() }),
  }
}
