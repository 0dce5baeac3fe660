import { articleFactsOf } from '../../files/articleFacts.ts'
import { idOf, listOf, objectOf, objectsOf, restOf, spanOf, stringOf } from '../../files/fields.ts'
import { isObject, type JsonObject, type JsonValue, readJson } from '../../files/json.ts'
import { createEntityFacts, mentionFactsOf, relationFactsOf } from '../../files/jsonFacts.ts'
import { badSpan, damagedRecord, looseRelation, recordWithoutText } from '../../files/recordNotices.ts'
import type { SetFile } from '../../files/setFile.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadDocument, ReadMention, ReadRecord, ReadRelation } from '../records.ts'
import { annotatorIn } from './annotator.ts'
import { readLabel } from './labels.ts'

type Report = (notice: ReturnType<typeof badSpan>) => void

/** A span however it is written: `[start, end, label]` or an object. */
interface Span {
  readonly id: string
  readonly start: JsonValue | undefined
  readonly end: JsonValue | undefined
  readonly label: string | undefined
  /** The oldest exports name who made each one. */
  readonly annotator: string | undefined
  readonly rest: JsonObject | undefined
}

const spanIn = (value: JsonValue, index: number): Span => {
  if (!isObject(value)) {
    const [start, end, label] = listOf(value)
    return { id: String(index), start, end, label: idOf(label), annotator: undefined, rest: undefined }
  }
  return {
    id: idOf(value.id) ?? `#${index}`,
    start: value.start_offset ?? value.start,
    end: value.end_offset ?? value.end,
    label: idOf(value.label) ?? idOf(value.type),
    annotator: idOf(value.user),
    rest: restOf(value, ['id', 'start_offset', 'end_offset', 'start', 'end', 'label', 'type', 'user']),
  }
}

/** Spans stand under `label`, `labels`, `entities` or, in the oldest exports, `annotations`; a plain list of words there is a category of the document. */
const spansIn = (record: JsonObject): readonly JsonValue[] =>
  ['entities', 'label', 'labels', 'annotations'].flatMap((key) =>
    listOf(record[key]).filter((it) => typeof it !== 'string' && typeof it !== 'number'),
  )

const keyOf = (start: unknown, end: unknown, label: unknown): string => `${start} ${end} ${label}`

/** Takes facts by what they belong to, one after the other: the ids of a record are new in every export of doccano. */
const createFacts = (facts: readonly JsonObject[], key: (it: JsonObject) => string) => {
  const byKey = Map.groupBy(facts, key)
  return (wanted: string): JsonObject | undefined => byKey.get(wanted)?.shift()
}

const ends = (it: JsonValue | undefined): string => listOf(it).join(' ')

const readMentions = (record: JsonObject, annotator: string | undefined, report: Report): ReadMention[] => {
  const takeFacts = createFacts(objectsOf(objectOf(record.ligature).mentions), (it) =>
    keyOf(it.start, it.end, it.label),
  )
  const seen = new Set<string>()
  return spansIn(record).flatMap((value, index) => {
    const { id, start, end, label, annotator: own = annotator, rest } = spanIn(value, index)
    const span = spanOf(start, end)
    if (!span || label === undefined) {
      report(badSpan(id))
      return []
    }
    const ownId = seen.has(id) ? `${id}#${index}` : id
    seen.add(ownId)
    return {
      id: ownId,
      label,
      fragments: [span],
      ...mentionFactsOf(takeFacts(keyOf(start, end, label))),
      ...(own && { annotator: own }),
      ...(rest && { foreign: rest }),
    }
  })
}

/** The layout of spans has no place for relations but the metadata. */
const relationsInFacts = (
  facts: readonly JsonObject[],
  mentions: readonly ReadMention[],
  place: (it: ReadMention) => string,
  annotator: string | undefined,
  report: Report,
): ReadRelation[] => {
  const byPlace = new Map(mentions.map((it) => [place(it), it]))
  return facts.flatMap((it, index) => {
    const [source, target, label] = [byPlace.get(ends(it.from)), byPlace.get(ends(it.to)), stringOf(it.type)]
    if (!source || !target || label === undefined) {
      report(looseRelation(`#${index}`))
      return []
    }
    return {
      id: `#${index}`,
      label,
      source: source.id,
      target: target.id,
      ...relationFactsOf(it),
      ...(annotator && { annotator }),
    }
  })
}

const readRelations = (
  record: JsonObject,
  mentions: readonly ReadMention[],
  annotator: string | undefined,
  report: Report,
): ReadRelation[] => {
  const byId = new Map(mentions.map((it) => [it.id, it]))
  const place = (it: ReadMention): string => keyOf(it.fragments[0]!.start, it.fragments[0]!.end, it.label)
  const facts = objectsOf(objectOf(record.ligature).relations)
  if (record.relations === undefined) return relationsInFacts(facts, mentions, place, annotator, report)
  const takeFacts = createFacts(facts, (it) => [ends(it.from), ends(it.to), it.type].join(' '))
  return objectsOf(record.relations).flatMap((it, index) => {
    const id = idOf(it.id) ?? `#${index}`
    const [source, target] = [byId.get(idOf(it.from_id) ?? ''), byId.get(idOf(it.to_id) ?? '')]
    if (!source || !target) {
      report(looseRelation(id))
      return []
    }
    const label = idOf(it.type) ?? idOf(it.label) ?? 'relation'
    const rest = restOf(it, ['id', 'from_id', 'to_id', 'type', 'label'])
    return {
      id,
      label,
      source: source.id,
      target: target.id,
      ...relationFactsOf(takeFacts([place(source), place(target), label].join(' '))),
      ...(annotator && { annotator }),
      ...(rest && { foreign: rest }),
    }
  })
}

/** What is kept of a record: everything but text and spans; lists of words under `label` are categories. */
const foreignOf = (record: JsonObject): JsonObject | undefined => {
  const categories = Object.fromEntries(
    ['label', 'labels'].flatMap((key) => {
      const words = listOf(record[key]).filter((it) => typeof it === 'string')
      const isWord = typeof record[key] === 'string' && record[key] !== ''
      return words.length > 0 || isWord ? [[key, record[key]]] : []
    }),
  )
  const known = ['text', 'data', 'label', 'labels', 'entities', 'annotations', 'relations', 'ligature']
  const { rest = {} } = articleFactsOf(restOf(record, known) ?? {})
  const isOwn = record.ligature !== undefined
  // Ours fill what one record lacks and another has with ''.
  const stated = Object.entries(rest).filter(([, value]) => !isOwn || value !== '')
  const kept = { ...Object.fromEntries(stated), ...categories }
  return Object.keys(kept).length === 0 ? undefined : kept
}

const readRecord = (
  record: JsonObject,
  file: SetFile,
  number: number,
  place: string,
  context: ReadContext,
): ReadDocument | null => {
  const report: Report = (notice) => context.problem(file, place, notice)
  const text = record.text ?? record.data
  if (typeof text !== 'string') {
    report(recordWithoutText('text'))
    return null
  }
  const named = stringOf(record.annotator) ?? stringOf(record.username)
  const annotator = named ?? (context.options.annotatorFromName ? annotatorIn(file.name) : undefined)
  const mentions = readMentions(record, annotator, report)
  const meta = objectOf(record.meta)
  const facts = { ...articleFactsOf(meta).facts, ...articleFactsOf(record).facts }
  const foreign = foreignOf(record)
  return {
    kind: 'document',
    id: stringOf(objectOf(record.ligature).uid) ?? idOf(record.id) ?? `${file.path}#${number}`,
    place,
    file: file.path,
    text,
    ...(context.options.graphemes === true && { unit: 'grapheme' as const }),
    ...facts,
    mentions,
    relations: readRelations(record, mentions, annotator, report),
    ...(foreign && { foreign }),
  }
}

/**
 * JSON Lines (or one list) of doccano: spans under `label`, older `labels` or `entities`; relations between entities by
 * id; metadata flattened at the top level. Offsets are UTF-16, or graphemes where the project counted those, which no
 * file says. Lists of label settings give types.
 */
export function* readDoccano(set: FileSet, context: ReadContext): Generator<ReadRecord> {
  const entitiesOf = createEntityFacts()
  for (const file of set.files) {
    for (const { number, line, value, error } of readJson(file)) {
      const place = `line ${line}`
      if (!isObject(value)) {
        context.problem(file, place, damagedRecord(error || 'It is no object.'))
        continue
      }
      const type = readLabel(value, file.name)
      if (type) {
        yield type
        continue
      }
      yield* entitiesOf(objectOf(value.ligature).entities)
      const document = readRecord(value, file, number, place, context)
      if (document) yield document
    }
  }
}
