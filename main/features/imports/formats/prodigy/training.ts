import { listOf, objectOf, objectsOf, stringOf } from '../../files/fields.ts'
import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'

/*
 * What spaCy is trained from, turned into records as Prodigy writes them: pairs of a text and its entities (also below
 * `annotations`), lists of triples under `entities` or `labels`, and the JSON of version 2 (spacy.io/api/data-formats).
 */

const spanOfTriple = (value: JsonValue): JsonValue => {
  if (isObject(value)) return value
  const [start, end, label, id] = listOf(value)
  return { start, end, label, ...(stringOf(id) && { kb_id: id }) }
}

const ofPair = (text: string, annotations: JsonObject): JsonObject => {
  const { entities, ...rest } = annotations
  return { ...rest, text, spans: listOf(entities).map(spanOfTriple) }
}

const ofTriples = (record: JsonObject): JsonObject => {
  const key = ['entities', 'labels'].find((it) => listOf(record[it]).some((span) => typeof span === 'object'))
  if (key === undefined || Array.isArray(record.spans)) return record
  const { [key]: triples, ...rest } = record
  return { ...rest, spans: listOf(triples).map(spanOfTriple) }
}

/** The words of a paragraph with their places in its raw text, counted in code points; null where one is not there. */
const placed = (words: readonly string[], raw: string): { start: number; end: number }[] | null => {
  const result: { start: number; end: number }[] = []
  let at = 0
  let points = 0
  for (const word of words) {
    const found = raw.indexOf(word, at)
    if (found === -1) return null
    points += [...raw.slice(at, found)].length
    const length = [...word].length
    result.push({ start: points, end: points + length })
    points += length
    at = found + word.length
  }
  return result
}

/** Spans of BILUO tags (`B-ORG`, `I-`, `L-`, `U-`, `O`, `-`). */
const ofTags = (tags: readonly string[], places: readonly { start: number; end: number }[]): JsonObject[] => {
  const spans: { start: number; end: number; label: string }[] = []
  let open = false
  tags.forEach((tag, index) => {
    const found = /^([BILU])-(.+)$/s.exec(tag)
    const [, prefix = '', label = ''] = found ?? []
    const continues = open && (prefix === 'I' || prefix === 'L') && spans.at(-1)!.label === label
    if (continues) spans.at(-1)!.end = places[index]!.end
    else if (found) spans.push({ ...places[index]!, label })
    open = prefix === 'B' || prefix === 'I'
  })
  return spans.map((it) => ({ ...it }))
}

const ofParagraph = (paragraph: JsonObject, id: JsonValue | undefined): JsonObject => {
  const tokens = objectsOf(paragraph.sentences).flatMap((it) => objectsOf(it.tokens))
  const words = tokens.map((it) => stringOf(it.orth) ?? '')
  const raw = stringOf(paragraph.raw)
  const text = raw ?? words.join(' ')
  const places = placed(words, text)
  const tags = tokens.map((it) => stringOf(it.ner) ?? 'O')
  const cats = paragraph.cats
  return {
    text,
    ...(raw === undefined && { textIsBuilt: true }),
    spans: places ? ofTags(tags, places) : [],
    meta: { ...(id !== undefined && { document: id }) },
    ...(cats !== undefined && { cats }),
  }
}

const isPair = (value: JsonValue | undefined): value is readonly [string, JsonObject] =>
  Array.isArray(value) && typeof value[0] === 'string' && isObject(value[1])

/** The records a value of the file stands for: one, or several where it holds a list of them; [] for none. */
export const recordsIn = (value: JsonValue): JsonObject[] => {
  if (isPair(value)) return [ofPair(value[0], value[1])]
  if (Array.isArray(value))
    return value.filter(isPair).map(([text, annotations]) => ofPair(text, annotations))
  if (!isObject(value)) return []
  if (Array.isArray(value.annotations) && !('text' in value))
    return recordsIn(value.annotations.filter(isPair))
  if (Array.isArray(value.paragraphs))
    return objectsOf(value.paragraphs).map((it) => ofParagraph(it, value.id))
  return [ofTriples(objectOf(value))]
}
