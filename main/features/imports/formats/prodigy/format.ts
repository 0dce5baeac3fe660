import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'
import type { AnnotationFormat, Recognition } from '../format.ts'

const isTriple = (value: JsonValue): boolean =>
  Array.isArray(value) &&
  value.length >= 3 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  typeof value[2] === 'string'

const hasTriples = (value: JsonValue | undefined): boolean => Array.isArray(value) && value.some(isTriple)

const isSpan = (value: JsonValue): boolean =>
  isObject(value) && ('label' in value || 'token_start' in value) && typeof value.start === 'number'

const isToken = (value: JsonValue): boolean =>
  isObject(value) && typeof value.text === 'string' && typeof value.start === 'number' && 'id' in value

/** spaCy's training form of version 2: a text and what is annotated in it. */
const isPair = (value: JsonValue | undefined): boolean =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  isObject(value[1]) &&
  Array.isArray(value[1].entities)

const isPattern = (value: JsonValue): boolean =>
  isObject(value) && 'pattern' in value && 'label' in value && !('text' in value)

const listUnder = (record: JsonObject, key: string): readonly JsonValue[] => {
  const value = record[key]
  return Array.isArray(value) ? value : []
}

const ofRecords = (records: readonly JsonObject[]): Recognition | null => {
  if (records.some((it) => '_input_hash' in it || '_task_hash' in it || '_view_id' in it))
    return { score: 0.97, why: 'records with the hashes of Prodigy' }
  const spans = records.flatMap((it) => listUnder(it, 'spans'))
  const tokens = records.flatMap((it) => listUnder(it, 'tokens'))
  const answered = records.some((it) => /^(accept|reject|ignore)$/.test(String(it.answer)))
  if (spans.some(isSpan) && (tokens.some(isToken) || answered))
    return { score: 0.93, why: 'text with spans, tokens or an answer' }
  if (tokens.some(isToken) || (answered && records.every((it) => typeof it.text === 'string')))
    return { score: 0.8, why: 'text with tokens or an answer' }
  if (spans.some(isSpan)) return { score: 0.6, why: 'text with spans' }
  if (records.some((it) => hasTriples(it.entities)))
    return {
      score: records.some((it) => isObject(it.cats)) ? 0.8 : 0.6,
      why: 'entities hold [start, end, label]',
    }
  if (records.some((it) => hasTriples(it.labels)))
    return { score: 0.5, why: 'labels hold [start, end, label]' }
  return null
}

/** Tasks and answers of Prodigy, and the JSON that spaCy is trained from. */
export const prodigy: AnnotationFormat = {
  kind: 'annotations',
  id: 'prodigy',
  name: 'Prodigy / spaCy JSONL',
  extensions: ['jsonl', 'json'],
  mediaTypes: ['application/jsonl', 'application/json'],
  options: [
    {
      kind: 'choice',
      id: 'group',
      labelKey: 'format.prodigy.option.group',
      initial: 'record',
      choices: [
        { value: 'record', labelKey: 'format.prodigy.option.group.record' },
        { value: 'source', labelKey: 'format.prodigy.option.group.source' },
      ],
    },
  ],
  offsetUnit: 'codepoint',
  otherUnits: ['utf16'],
  recognise: ({ json }) => {
    if (json.length === 0) return null
    if (json.every(isPattern)) return { score: 0.6, why: 'match patterns, no documents' }
    if (json.some(isPair) || isPair(json)) return { score: 0.9, why: 'pairs of a text and its entities' }
    const records = json.filter(isObject)
    // A damaged record among sound ones is told when it is read.
    if (records.length * 2 <= json.length) return null
    if (records.some((it) => Array.isArray(it.classes) && listUnder(it, 'annotations').some(isPair)))
      return { score: 0.9, why: 'classes, and pairs of a text and its entities' }
    if (
      records.some((it) => listUnder(it, 'paragraphs').some((part) => isObject(part) && 'sentences' in part))
    )
      return { score: 0.9, why: 'paragraphs with sentences, as spaCy 2 is trained' }
    return ofRecords(records.filter((it) => typeof it.text === 'string'))
  },
  read: async function* (set, context) {
    const { readProdigy } = await import('./read.ts')
    yield* readProdigy(set, context)
  },
}
