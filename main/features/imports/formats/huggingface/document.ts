import { articleStatus } from '../../../../../shared/model/article.ts'
import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'
import { badSpan, looseRelation } from '../../files/recordNotices.ts'
import type { Notice } from '../../reading/types.ts'
import type { ReadDocument, ReadMention, ReadRelation } from '../records.ts'
import type { Features } from './features.ts'
import { type Fields, fieldsOf, recordsOf, stated } from './fields.ts'
import { relationKeys, relationOf } from './relations.ts'
import { isSpan, mentionOf, spanKeys } from './spans.ts'
import { tagSpans } from './tags.ts'
import { joinTokens, type TokenText, tagKeyOf, tagTexts, tokenKeyOf } from './tokens.ts'

/** What is known of a row besides its fields. */
export interface RowContext {
  readonly place: string
  readonly file: string
  readonly features: Features | null
  readonly split: string
  problem(notice: Notice): void
  /** An id nobody in the set has yet, made from this one. */
  unique(id: string): string
}

const textKeys = ['text', 'content', 'body', 'document', 'sentence', 'context', 'article', 'passage'] as const

const isoDate = /^\d{4}(-\d{2}(-\d{2})?)?$/

const unnamed = (column: string): Notice => ({
  code: 'import.huggingface_labels',
  message: `The numbers in "${column}" have no names: the card (README.md) or the footer that lists them is missing. The annotations of this row were left out; add the card and import again.`,
  params: { column },
})

const noText: Notice = {
  code: 'import.huggingface_text',
  message: 'The row has neither a text nor tokens and was left out.',
}

/** Takes the list of spans, under whichever name it stands. */
const takeSpans = (row: JsonObject, fields: Fields): { key: string; list: readonly JsonValue[] } | null => {
  const key = spanKeys.find((it) => recordsOf(row[it]).some(isSpan))
  if (key !== undefined) return { key, list: recordsOf(fields.take(key)) }
  const empty = spanKeys.find((it) => Array.isArray(row[it]) && row[it].length === 0)
  if (empty !== undefined) fields.take(empty)
  return null
}

/** Spans that count tokens, moved to the text; ends are inclusive where the row's own spans show it. */
const overTokens = (
  mentions: readonly ReadMention[],
  { spans }: TokenText,
  inclusive: boolean,
): ReadMention[] =>
  mentions.flatMap((it) => {
    const fragments = it.fragments.flatMap(({ start, end, quote }) => {
      const [first, last] = [spans[start], spans[inclusive ? end : end - 1]]
      if (!first || !last) return []
      return [{ start: first.start, end: last.end, ...(quote === undefined ? {} : { quote }) }]
    })
    return fragments.length === it.fragments.length ? [{ ...it, fragments }] : []
  })

/** Triples `[first, last, label]` name their last token; records do so only where one has a length of 0 else. */
const isInclusive = (list: readonly JsonValue[], mentions: readonly ReadMention[]): boolean =>
  list.every((it) => Array.isArray(it)) || mentions.some((it) => it.fragments.some((f) => f.start === f.end))

const mentionsIn = (
  row: JsonObject,
  fields: Fields,
  tokens: TokenText | null,
  context: RowContext,
): ReadMention[] => {
  const spans = takeSpans(row, fields)
  if (!spans) return []
  const feature = context.features?.get(spans.key)
  const mentions: ReadMention[] = []
  for (const [index, span] of spans.list.entries()) {
    const found = mentionOf(span, index, feature)
    if (!found) context.problem(badSpan(String(index)))
    else if (!found.labelled) {
      context.problem(unnamed(spans.key))
      break
    } else mentions.push(found.mention)
  }
  if (!tokens) return mentions
  const moved = overTokens(mentions, tokens, isInclusive(spans.list, mentions))
  for (const { id } of mentions) if (!moved.some((it) => it.id === id)) context.problem(badSpan(id))
  return moved
}

const relationsIn = (
  row: JsonObject,
  fields: Fields,
  mentions: readonly ReadMention[],
  context: RowContext,
): ReadRelation[] => {
  const key = relationKeys.find((it) =>
    recordsOf(row[it]).some((item) => isObject(item) || Array.isArray(item)),
  )
  if (key === undefined) {
    const empty = relationKeys.find((it) => Array.isArray(row[it]) && row[it].length === 0)
    if (empty !== undefined) fields.take(empty)
    return []
  }
  return recordsOf(fields.take(key)).flatMap((it, index) => {
    const relation = relationOf(it, index, mentions, context.features?.get(key))
    if (!relation) context.problem(looseRelation(String(index)))
    return relation ? [relation] : []
  })
}

/** Mentions of tags, one for each token; [] where there are none or their names are unknown. */
export const taggedMentions = (
  row: JsonObject,
  fields: Fields,
  tokenKey: string,
  tokens: TokenText,
  context: RowContext,
): ReadMention[] => {
  const key = tagKeyOf(row, tokenKey)
  if (key === null) return []
  const tags = tagTexts(fields.take(key) as readonly JsonValue[], key, context.features)
  if (!tags) {
    context.problem(unnamed(key))
    return []
  }
  return tagSpans(tags).map(({ start, end, label }, index) => ({
    id: String(index),
    label,
    fragments: [{ start: tokens.spans[start]!.start, end: tokens.spans[end - 1]!.end }],
  }))
}

/** Facts of the article, and what is left, as the document's own. */
export const documentOf = (
  fields: Fields,
  text: string,
  content: { mentions: readonly ReadMention[]; relations: readonly ReadRelation[]; isBuilt: boolean },
  context: RowContext,
): ReadDocument => {
  const id = fields.text('article_id', 'id', 'doc_id', 'document_id', 'uid', 'guid', 'idx') || context.place
  const publishedOn = fields.text('published_on', 'date', 'published')
  const status = articleStatus.safeParse(fields.text('status')).data
  const facts = stated({
    title: fields.text('title', 'headline'),
    language: fields.text('language', 'lang'),
    publisher: fields.text('publisher'),
    sourceUrl: fields.text('source_url', 'url'),
    note: fields.text('note'),
    status,
  })
  const date = isoDate.test(publishedOn) ? { publishedOn } : {}
  const rest = {
    ...fields.rest(),
    ...(context.split === '' ? {} : { split: context.split }),
    ...(publishedOn !== '' && !isoDate.test(publishedOn) ? { date: publishedOn } : {}),
  }
  return {
    kind: 'document',
    id: context.unique(id),
    place: context.place,
    file: context.file,
    text,
    ...(content.isBuilt ? { textIsBuilt: true } : {}),
    ...facts,
    ...date,
    mentions: content.mentions,
    relations: content.relations,
    ...(Object.keys(rest).length > 0 ? { foreign: rest } : {}),
  }
}

/** A row as a document; null for one without text and tokens (told as a problem). */
export const rowDocument = (row: JsonObject, context: RowContext): ReadDocument | null => {
  const fields = fieldsOf(row)
  const tokenKey = tokenKeyOf(row)
  const textKey = textKeys.find((it) => typeof row[it] === 'string')
  const isOverText =
    textKey !== undefined &&
    recordsOf(row[spanKeys.find((it) => recordsOf(row[it]).some(isSpan)) ?? '']).length > 0
  if (tokenKey !== null && !isOverText) {
    const given = textKey === undefined ? null : (fields.take(textKey) as string)
    const tokens = joinTokens(fields.take(tokenKey) as string[], null, given)
    const tagged = taggedMentions(row, fields, tokenKey, tokens, context)
    const mentions = tagged.length > 0 ? tagged : mentionsIn(row, fields, tokens, context)
    const relations = relationsIn(row, fields, mentions, context)
    return documentOf(fields, tokens.text, { mentions, relations, isBuilt: tokens.isBuilt }, context)
  }
  if (textKey === undefined) {
    context.problem(noText)
    return null
  }
  const text = fields.take(textKey) as string
  const mentions = mentionsIn(row, fields, null, context)
  const relations = relationsIn(row, fields, mentions, context)
  return documentOf(fields, text, { mentions, relations, isBuilt: false }, context)
}
