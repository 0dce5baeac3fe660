import { isObject, type JsonObject } from '../../../../../shared/model/json.ts'
import { createOffsetMap, spanTo } from '../../../../../shared/text/offsets.ts'
import type { Span } from '../../../../../shared/text/span.ts'
import type { ArticleRow, ExportSink, ExportSource, MentionRow } from '../../format.ts'
import {
  articleFacts,
  documentFacts,
  foreignOf,
  jsonLine,
  mentionFacts,
  relationFacts,
  underLigature,
  without,
} from '../../support/jsonFacts.ts'
import { envelopeOf, mentionRelations } from '../../support/mentionRelations.ts'
import { usableTokens } from './keptTokens.ts'
import { spacyTokens } from './tokens.ts'

interface Tokens {
  readonly tokens: readonly JsonObject[]
  /** Index of the token that begins or ends at a code point. */
  readonly startAt: ReadonlyMap<number, number>
  readonly endAt: ReadonlyMap<number, number>
}

const ownTokens = (
  text: string,
  language: string,
  spans: readonly Span[],
  toUnit: (span: Span) => Span,
): Tokens => {
  const borders = { starts: new Set(spans.map((it) => it.start)), ends: new Set(spans.map((it) => it.end)) }
  const startAt = new Map<number, number>()
  const endAt = new Map<number, number>()
  const tokens = spacyTokens(text, language, borders).map(({ ws, ...span }, id) => {
    const { start, end } = toUnit(span)
    startAt.set(start, id)
    endAt.set(end, id)
    return { text: text.slice(span.start, span.end), start, end, id, ws }
  })
  return { tokens, startAt, endAt }
}

/** The id of an entity in the knowledge base spaCy links to. */
const knowledgeId = (source: ExportSource, { entityUid }: MentionRow): string | undefined =>
  entityUid === null
    ? undefined
    : source.entity(entityUid).outsideIds.find(({ scheme }) => scheme === 'wikidata' || scheme === 'kb')
        ?.value

const recordOf = (source: ExportSource, article: ArticleRow): JsonObject => {
  const text = source.text(article.id)
  const offsets = createOffsetMap(text)
  const toUnit = (span: Span): Span => spanTo(offsets, 'codepoint', span)
  const mentions = source.mentions(article.id)
  const kept = foreignOf(source, 'prodigy', article.uid)
  const envelopes = mentions.map(envelopeOf)
  const places = envelopes.map(toUnit)
  const { tokens, startAt, endAt } =
    usableTokens(kept.tokens, kept.tokens === undefined ? [] : [...text], places) ??
    ownTokens(text, article.language, envelopes, toUnit)

  const bare = mentions.map(({ type }, index) => {
    const { start, end } = places[index]!
    return { start, end, token_start: startAt.get(start)!, token_end: endAt.get(end)!, label: type }
  })
  const spans = mentions.map((mention, index) => {
    const id = knowledgeId(source, mention)
    return {
      ...foreignOf(source, 'prodigy', mention.uid),
      text: text.slice(envelopes[index]!.start, envelopes[index]!.end),
      ...bare[index],
      ...(id !== undefined && { kb_id: id }),
      ...underLigature(mentionFacts(mention)),
    }
  })
  const numbers = new Map(mentions.map((it, index) => [it.uid, index]))
  const relations = mentionRelations(source, article.id, mentions).map((it) => {
    const [head, child] = [bare[numbers.get(it.source.uid)!]!, bare[numbers.get(it.target.uid)!]!]
    return {
      ...foreignOf(source, 'prodigy', it.evidence.uid),
      head: head.token_end,
      child: child.token_end,
      head_span: head,
      child_span: child,
      label: it.relation.type,
      // Of several spans in one place only their numbers tell which is meant.
      ...underLigature({
        ...relationFacts(it, toUnit(it.evidence)),
        spans: [numbers.get(it.source.uid)!, numbers.get(it.target.uid)!],
      }),
    }
  })
  return {
    ...without(kept, 'tokens', 'meta', 'answer'),
    text,
    tokens,
    spans,
    relations,
    meta: { ...(isObject(kept.meta) ? kept.meta : {}), ...articleFacts(article) },
    ligature: documentFacts(source, article, mentions),
    answer: 'accept',
  }
}

/**
 * One article per line as Prodigy keeps accepted tasks (prodi.gy/docs/api-interfaces): spans of whole tokens in code
 * points, relations by the last token of their spans. Hashes are Prodigy's to make, and only given back.
 */
export const write = (source: ExportSource, sink: ExportSink): void => {
  const file = sink.file('dataset.jsonl')
  for (const article of source.articles()) file.write(`${jsonLine(recordOf(source, article))}\n`)
}
