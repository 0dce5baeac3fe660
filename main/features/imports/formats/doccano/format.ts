import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'
import type { AnnotationFormat } from '../format.ts'

const isTriple = (value: JsonValue): boolean =>
  Array.isArray(value) &&
  value.length === 3 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  typeof value[2] === 'string'

const listUnder = (record: JsonObject, keys: readonly string[]): readonly JsonValue[] =>
  keys.flatMap((key) => {
    const value = record[key]
    return Array.isArray(value) ? value : []
  })

const isLabelSetting = (value: JsonValue): boolean =>
  isObject(value) &&
  typeof value.text === 'string' &&
  'background_color' in value &&
  ('suffix_key' in value || 'text_color' in value)

/** What the first records say; only their keys and the shapes of their labels count. */
const scoreOf = (records: readonly JsonObject[]): { score: number; why: string } | null => {
  const entities = records.flatMap((it) => listUnder(it, ['entities']))
  const old = records.flatMap((it) => listUnder(it, ['annotations']))
  if ([...entities, ...old].some((it) => isObject(it) && 'start_offset' in it && 'end_offset' in it))
    return { score: 0.97, why: 'entities with start_offset and end_offset' }
  const relational = records.some((it) => Array.isArray(it.entities) && Array.isArray(it.relations))
  const commented = records.some((it) => Array.isArray(it.Comments) || Array.isArray(it.comments))
  const labels = records.flatMap((it) => listUnder(it, ['label']))
  if (labels.some(isTriple)) return { score: commented ? 0.97 : 0.9, why: 'label holds [start, end, label]' }
  if (commented && records.some((it) => 'label' in it || 'entities' in it))
    return { score: 0.95, why: 'label and Comments' }
  if (entities.length === 0 && relational) return { score: 0.6, why: 'text with entities and relations' }
  const intents = records.some((it) => Array.isArray(it.cats))
  if (entities.some(isTriple))
    return { score: intents ? 0.8 : 0.55, why: 'entities hold [start, end, label]' }
  if (records.flatMap((it) => listUnder(it, ['labels'])).some(isTriple))
    return { score: 0.7, why: 'labels hold [start, end, label]' }
  const named = records.some((it) => Array.isArray(it.label))
  if (named && labels.every((it) => typeof it === 'string'))
    return { score: 0.5, why: 'text with a list of labels' }
  return null
}

/** Exports of doccano: JSON Lines of texts with spans, or with entities and relations. */
export const doccano: AnnotationFormat = {
  kind: 'annotations',
  id: 'doccano',
  name: 'doccano JSONL',
  extensions: ['jsonl', 'json', 'json1'],
  mediaTypes: ['application/jsonl', 'application/json'],
  options: [
    {
      kind: 'toggle',
      id: 'graphemes',
      labelKey: 'format.doccano.option.graphemes',
      initial: false,
    },
    {
      kind: 'toggle',
      id: 'annotatorFromName',
      labelKey: 'format.doccano.option.annotatorFromName',
      initial: true,
    },
  ],
  offsetUnit: 'utf16',
  otherUnits: ['grapheme', 'codepoint'],
  recognise: ({ json }) => {
    const objects = json.filter(isObject)
    // A damaged record among sound ones is told when it is read.
    if (objects.length * 2 <= json.length) return null
    if (objects.every(isLabelSetting)) return { score: 0.9, why: 'labels with their colours and keys' }
    const records = objects.filter((it) => typeof it.text === 'string' || typeof it.data === 'string')
    // Signs of other tools: hashes and answers of Prodigy, tokens, regions of Label Studio.
    if (records.some((it) => '_task_hash' in it || 'answer' in it || 'spans' in it || 'tokens' in it))
      return null
    return records.length === 0 ? null : scoreOf(records)
  },
  read: async function* (set, context) {
    const { readDoccano } = await import('./read.ts')
    yield* readDoccano(set, context)
  },
}
