import { articleFactsOf } from '../../files/articleFacts.ts'
import { idOf, listOf, objectOf, objectsOf, offsetOf, restOf, spanOf, stringOf } from '../../files/fields.ts'
import type { JsonObject, JsonValue } from '../../files/json.ts'
import { mentionFactsOf, relationFactsOf } from '../../files/jsonFacts.ts'
import { badSpan, looseRelation } from '../../files/recordNotices.ts'
import type { Notice } from '../../reading/types.ts'
import type { ReadDocument, ReadEntity, ReadMention, ReadRelation } from '../records.ts'

type Report = (notice: Notice) => void
type Tokens = readonly JsonObject[]

/** Where a span stands: by its own offsets, else by its tokens (the last one included). */
const placeOf = (span: JsonObject, tokens: Tokens): { start: number; end: number } | null => {
  const own = spanOf(span.start, span.end)
  if (own) return own
  const [first, last] = [offsetOf(span.token_start), offsetOf(span.token_end)]
  return first === null || last === null ? null : spanOf(tokens[first]?.start, tokens[last]?.end)
}

/** The surface as the span or its tokens state it. */
const quoteOf = (
  span: JsonObject,
  place: { start: number; end: number },
  tokens: Tokens,
): string | undefined => {
  const own = stringOf(span.text)
  if (own !== undefined) return own
  const [first, last] = [offsetOf(span.token_start), offsetOf(span.token_end)]
  if (first === null || last === null || last < first || last - first > 1000) return undefined
  const covered = tokens.slice(first, last + 1)
  if (covered.length !== last - first + 1) return undefined
  if (covered[0]!.start !== place.start || covered.at(-1)!.end !== place.end) return undefined
  if (
    !covered.every(
      (it, index) => typeof it.text === 'string' && (index === last - first || typeof it.ws === 'boolean'),
    )
  )
    return undefined
  return covered.map((it, index) => `${it.text}${it.ws === true && index < last - first ? ' ' : ''}`).join('')
}

const schemeOf = (id: string): string => (/^Q\d+$/.test(id) ? 'wikidata' : 'kb')

const linked = (id: string): Pick<ReadMention, 'entity' | 'outsideIds'> => ({
  entity: id,
  outsideIds: [{ scheme: schemeOf(id), value: id }],
})

/** The one option that was chosen for a record of one span; those that say "none of them" begin with NIL. */
const chosenIn = (record: JsonObject): string | undefined => {
  const offered = new Set(objectsOf(record.options).map((it) => idOf(it.id)))
  const chosen = listOf(record.accept).flatMap((it) => idOf(it) ?? [])
  const [only] = chosen.filter((it) => offered.has(it) && !/^NIL/i.test(it))
  return chosen.length === 1 && listOf(record.spans).length === 1 ? only : undefined
}

/**
 * The entity that was chosen, with what the options say of it as a note: namesakes are told apart by nothing else. Null
 * where none was chosen, or the record states its entities itself.
 */
export const chosenEntity = (record: JsonObject): ReadEntity | null => {
  const id = chosenIn(record)
  const [span] = objectsOf(record.spans)
  const place = span && placeOf(span, objectsOf(record.tokens))
  if (id === undefined || !span || !place || 'ligature' in record) return null
  const said = stringOf(span.text) ?? [...String(record.text)].slice(place.start, place.end).join('')
  const option = objectsOf(record.options).find((it) => idOf(it.id) === id)
  // Options may be links: shown as text, never as markup.
  const note = (stringOf(option?.text) ?? stringOf(option?.html) ?? '').replace(/<[^<>]{0,2000}>/g, '').trim()
  return {
    kind: 'entity',
    id,
    label: stringOf(span.label) ?? stringOf(record.label) ?? 'span',
    name: said.trim() || id,
    outsideIds: [{ scheme: schemeOf(id), value: id }],
    ...(note !== '' && { note }),
  }
}

const spanKeys = ['start', 'end', 'text', 'label', 'token_start', 'token_end', 'kb_id', 'ligature']

const createMentions = (record: JsonObject, common: Partial<ReadMention>, report: Report) => {
  const tokens = objectsOf(record.tokens)
  const general = stringOf(record.label) ?? 'span'
  const chosen = chosenIn(record)
  const mentions: ReadMention[] = []
  const lastToken = new Map<number, ReadMention>()
  const endingAt = new Map(tokens.map((it, index) => [it.end, index]))
  const byPlace = new Map<string, ReadMention>()
  const byId = new Map<string, ReadMention>()

  const add = (span: JsonObject, id: string, label: string): ReadMention | null => {
    const place = placeOf(span, tokens)
    if (!place) return null
    const quote = quoteOf(span, place, tokens)
    const known = stringOf(span.kb_id)
    const link = known !== undefined && known !== 'NIL' ? known : chosen
    const rest = restOf(span, spanKeys)
    const facts = mentionFactsOf(span.ligature)
    // Of an entity of ours the ids are known with their schemes; `kb_id` says only the value.
    const isKnown = facts.entity !== undefined && link !== undefined && schemeOf(link) === 'kb'
    const mention: ReadMention = {
      id,
      label,
      fragments: [{ ...place, ...(quote !== undefined && { quote }) }],
      ...(link !== undefined && !isKnown && linked(link)),
      ...facts,
      ...common,
      ...(rest && { foreign: rest }),
    }
    mentions.push(mention)
    byId.set(id, mention)
    for (const key of [`${place.start} ${place.end}`, `${place.start} ${place.end} ${label}`])
      if (!byPlace.has(key)) byPlace.set(key, mention)
    const last = offsetOf(span.token_end) ?? endingAt.get(place.end)
    if (last !== undefined && !lastToken.has(last)) lastToken.set(last, mention)
    return mention
  }

  objectsOf(record.spans).forEach((span, index) => {
    if (!add(span, String(index), stringOf(span.label) ?? general)) report(badSpan(String(index)))
  })

  /** The mention at an end of a relation: the span of that number if it stands there, the span it names, the one that ends with the token, else that token itself. */
  const at = (
    end: JsonValue | undefined,
    token: JsonValue | undefined,
    number: JsonValue | undefined,
  ): ReadMention | null => {
    const span = objectOf(end)
    const place = placeOf(span, tokens)
    const label = stringOf(span.label)
    if (place) {
      const numbered = byId.get(String(number))
      const [stands] = numbered?.fragments ?? []
      const isThere = stands?.start === place.start && stands?.end === place.end
      if (numbered && isThere && numbered.label === label) return numbered
      const key = `${place.start} ${place.end}`
      const same = byPlace.get(`${key} ${label}`) ?? byPlace.get(key)
      return same ?? add(span, `end ${mentions.length}`, label ?? 'token')
    }
    const index = offsetOf(token)
    if (index === null) return null
    const known = lastToken.get(index)
    return known ?? add({ token_start: index, token_end: index }, `end ${mentions.length}`, 'token')
  }
  return { mentions, at }
}

/** Keys that are read; all others are given back on export. */
const known = ['text', 'spans', 'relations', 'meta', 'ligature', 'textIsBuilt']

/**
 * One task of Prodigy as a document: spans in code points, relations by the index of the last token of their spans
 * (`head` to `child`). A rejected answer marks all of it; one option chosen for a single span is its entity.
 */
export const readTask = (
  record: JsonObject,
  base: Pick<ReadDocument, 'id' | 'place' | 'file'>,
  report: Report,
): ReadDocument => {
  const annotator = stringOf(record._annotator_id) ?? stringOf(record._session_id)
  const common = {
    ...(annotator && { annotator }),
    ...(record.answer === 'reject' && { rejected: true }),
  }
  const { mentions, at } = createMentions(record, common, report)
  const relations = objectsOf(record.relations).flatMap((it, index): ReadRelation[] => {
    const [head, child] = listOf(objectOf(it.ligature).spans)
    const [source, target] = [at(it.head_span, it.head, head), at(it.child_span, it.child, child)]
    if (!source || !target) {
      report(looseRelation(String(index)))
      return []
    }
    const rest = restOf(it, ['head', 'child', 'head_span', 'child_span', 'label', 'ligature'])
    return [
      {
        id: String(index),
        label: stringOf(it.label) ?? 'relation',
        source: source.id,
        target: target.id,
        ...relationFactsOf(it.ligature),
        ...common,
        ...(rest && { foreign: rest }),
      },
    ]
  })
  const { facts, rest: meta } = articleFactsOf(objectOf(record.meta))
  const foreign = { ...restOf(record, known), ...(meta && { meta }) }
  return {
    kind: 'document',
    ...base,
    text: String(record.text),
    ...(record.textIsBuilt === true && { textIsBuilt: true }),
    ...facts,
    mentions,
    relations,
    ...(Object.keys(foreign).length > 0 && { foreign }),
  }
}
