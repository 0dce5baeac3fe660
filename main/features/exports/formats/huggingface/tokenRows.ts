import type { ArticleRow, ExportSink, ExportSource, MentionRow } from '../../format.ts'
import { envelopeOf } from '../../support/mentionRelations.ts'
import type { ParquetColumns, ParquetValue } from '../../support/parquet.ts'
import { type Chunk, firstWhere, sentencesAround, tokensOf } from '../../support/tokens.ts'
import { foreignText } from './spanRows.ts'

/** One row per sentence; `whitespace` is what follows each token in the text. */
export const tokenColumns: ParquetColumns = {
  id: 'string',
  article_id: 'string',
  sentence: 'int64',
  title: 'string',
  language: 'string',
  published_on: 'string',
  publisher: 'string',
  source_url: 'string',
  tokens: { list: 'string' },
  ner_tags: { list: 'int64' },
  whitespace: { list: 'string' },
  foreign: 'string',
}

/** Class labels of `ner_tags`: outside, then begin and inside of every type. */
export const tagNames = (source: ExportSource): string[] => [
  'O',
  ...source.entityTypes.flatMap(({ key }) => [`B-${key}`, `I-${key}`]),
]

interface MentionChunk extends Chunk {
  readonly uid: string
}

/** Disjoint mentions, the longest first; the others are told. A mention in fragments is one span over all of them. */
const flatten = (mentions: readonly MentionRow[], text: string, sink: ExportSink): MentionChunk[] => {
  const chunks = mentions.map((it) => ({
    ...envelopeOf(it),
    tag: it.type,
    entityUid: it.entityUid,
    uid: it.uid,
  }))
  chunks.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const taken = new Uint8Array(text.length)
  const kept = chunks.filter(({ start, end, uid }) => {
    // What is taken is at least as long and cannot lie strictly inside: both ends tell.
    if (taken[start] || taken[end - 1]) {
      sink.lose('exports.loss.overlap', text.slice(start, end), { uid, at: null })
      return false
    }
    taken.fill(1, start, end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}

/** Tells of chunks whose first or last characters are no part of a token. */
const noteMisfits = (
  text: string,
  chunks: readonly MentionChunk[],
  covered: ReadonlyMap<Chunk, { start: number; end: number }>,
  sink: ExportSink,
): void => {
  for (const chunk of chunks) {
    const quote = text.slice(chunk.start, chunk.end)
    const span = covered.get(chunk)
    if (!span) sink.lose('exports.loss.noToken', quote, { uid: chunk.uid, at: null })
    else if (span.start !== chunk.start || span.end !== chunk.end) {
      const example = `${quote} → ${text.slice(span.start, span.end)}`
      sink.lose('exports.loss.moved', example, { uid: chunk.uid, at: span })
    }
  }
}

/** The article's rows, at least one. Words are those of `Intl.Segmenter`, cut where mentions begin and end. */
export function* tokenRows(
  source: ExportSource,
  article: ArticleRow,
  text: string,
  tags: ReadonlyMap<string, number>,
  sink: ExportSink,
): Generator<Record<string, ParquetValue>> {
  const chunks = flatten(source.mentions(article.id), text, sink)
  const cuts = [...new Set(chunks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const covered = new Map<Chunk, { start: number; end: number }>()
  const sentences = sentencesAround(text, chunks, article.language)
    .map((it) => tokensOf(text, it, article.language, cuts))
    .filter((it) => it.length > 0)
  const first = sentences[0]?.[0]?.start ?? text.length
  if (first > 0) sink.lose('exports.loss.whitespace', article.title)

  const row = (sentence: number, tokens: string[], ner_tags: number[], whitespace: string[]) => ({
    id: `${article.uid}-${sentence}`,
    article_id: article.uid,
    sentence,
    title: article.title,
    language: article.language,
    published_on: article.publishedOn,
    publisher: article.publisher,
    source_url: article.sourceUrl,
    tokens,
    ner_tags,
    whitespace,
    foreign: sentence === 0 ? foreignText(source.foreign('huggingface', article.uid)) : '',
  })
  if (sentences.length === 0) yield row(0, [], [], [])
  for (const [number, tokens] of sentences.entries()) {
    const next = sentences[number + 1]?.[0]?.start ?? text.length
    let at = firstWhere(chunks, (it) => it.end > tokens[0]!.start)
    const numbers = tokens.map((token) => {
      while (at < chunks.length && chunks[at]!.end <= token.start) at += 1
      const chunk = chunks[at]
      if (!chunk || chunk.start >= token.end) return 0
      const known = covered.get(chunk)
      if (known) known.end = token.end
      else covered.set(chunk, { ...token })
      return tags.get(`${known ? 'I' : 'B'}-${chunk.tag}`) ?? 0
    })
    yield row(
      number,
      tokens.map(({ start, end }) => text.slice(start, end)),
      numbers,
      tokens.map(({ end }, index) => text.slice(end, tokens[index + 1]?.start ?? next)),
    )
  }
  noteMisfits(text, chunks, covered, sink)
}
