import type { OptionValues } from '../../../../../shared/model/option.ts'
import { createOffsetMap } from '../../../../../shared/text/offsets.ts'
import type { Span } from '../../../../../shared/text/span.ts'
import type { ArticleRow, ExportSink, ExportSource, MentionRow } from '../../format.ts'
import { blank, type Chunk, firstWhere, sentencesAround, tokensOf } from '../../support/tokens.ts'
import { unitOf } from '../../unit.ts'

/**
 * The mentions one layer of tags can hold: in one piece and disjoint. The longest wins (of equally long ones the
 * first), so that nested mentions give way to the one around them; the others are told as losses.
 */
const flatten = (mentions: readonly MentionRow[], length: number, sink: ExportSink): Chunk[] => {
  const single = mentions.filter((it) => {
    if (it.fragments.length === 1) return true
    sink.lose('exports.loss.discontinuous', it.fragments.map((fragment) => fragment.quote).join(' … '))
    return false
  })
  const chunks = single.map(({ type, entityUid, fragments }) => ({ ...fragments[0]!, tag: type, entityUid }))
  chunks.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const taken = new Uint8Array(length)
  const kept = chunks.filter((it) => {
    // What is taken already is at least as long, so it cannot lie strictly inside: looking at both ends is enough.
    if (taken[it.start] || taken[it.end - 1]) {
      sink.lose('exports.loss.overlap', it.quote)
      return false
    }
    taken.fill(1, it.start, it.end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}

const prefixOf = (scheme: string, isFirst: boolean, isLast: boolean): string => {
  if (scheme === 'bioes' && isLast) return isFirst ? 'S' : 'E'
  return isFirst ? 'B' : 'I'
}

/** Tokens and, for each, the index of its chunk (-1 outside). */
interface Sentence {
  readonly tokens: readonly Span[]
  readonly chunkOf: readonly number[]
}

/** Gives every token the first chunk that shares a character with it. */
const assign = (tokens: readonly Span[], chunks: readonly Chunk[], from: number): number[] => {
  let at = from
  return tokens.map((token) => {
    while (at < chunks.length && chunks[at]!.end <= token.start) at += 1
    return at < chunks.length && chunks[at]!.start < token.end ? at : -1
  })
}

const sentencesOf = (
  text: string,
  chunks: readonly Chunk[],
  language: string,
  split: boolean,
): Sentence[] => {
  const cuts = split
    ? [...new Set(chunks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
    : []
  return sentencesAround(text, chunks, language).map((sentence) => {
    const tokens = tokensOf(text, sentence, language, cuts)
    return {
      tokens,
      chunkOf: assign(
        tokens,
        chunks,
        firstWhere(chunks, (it) => it.end > sentence.start),
      ),
    }
  })
}

/** Tells which chunks got other borders than they had, and which got no token at all. */
const noteMisfits = (
  text: string,
  chunks: readonly Chunk[],
  sentences: readonly Sentence[],
  sink: ExportSink,
): void => {
  const covered = new Map<number, { start: number; end: number }>()
  for (const { tokens, chunkOf } of sentences) {
    chunkOf.forEach((index, at) => {
      if (index === -1) return
      const token = tokens[at]!
      const known = covered.get(index)
      if (known) known.end = token.end
      else covered.set(index, { start: token.start, end: token.end })
    })
  }
  chunks.forEach((chunk, index) => {
    const quote = text.slice(chunk.start, chunk.end)
    const span = covered.get(index)
    if (!span) sink.lose('exports.loss.noToken', quote)
    else if (
      !blank.test(text.slice(chunk.start, span.start)) ||
      !blank.test(text.slice(span.end, chunk.end)) ||
      span.start < chunk.start ||
      span.end > chunk.end
    ) {
      sink.lose('exports.loss.moved', `${quote} → ${text.slice(span.start, span.end)}`)
    }
  })
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

const head = (article: ArticleRow, unit: string, columns: readonly string[]): string =>
  [
    `-DOCSTART-${'\t-'.repeat(columns.length - 2)}\tO`,
    `# columns = ${columns.join(' ')}`,
    `# article_uid = ${article.uid}`,
    `# title = ${oneLine(article.title)}`,
    `# language = ${article.language}`,
    `# published_on = ${article.publishedOn}`,
    `# source_url = ${oneLine(article.sourceUrl)}`,
    `# text_sha256 = ${article.textHash}`,
    `# offset_unit = ${unit}`,
    '\n',
  ].join('\n')

/**
 * One token per line, columns separated by TAB, the tag last; a blank line after each sentence, `-DOCSTART-` before each
 * article. Words are those of `Intl.Segmenter` for the article's language. Offsets are half-open, in the unit the head
 * names, within the text that has the named hash.
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const file = sink.file('corpus.conll')
  const unit = unitOf(options)
  const scheme = String(options.scheme)
  const columns = [
    'token',
    `start_${unit}`,
    `end_${unit}`,
    ...(options.entityColumn ? ['entity_uid'] : []),
    'tag',
  ]

  for (const article of source.articles()) {
    const text = source.text(article.id)
    const offsets = createOffsetMap(text)
    const chunks = flatten(source.mentions(article.id), text.length, sink)
    const sentences = sentencesOf(text, chunks, article.language, options.splitTokens === true)
    noteMisfits(text, chunks, sentences, sink)
    file.write(head(article, unit, columns))
    for (const { tokens, chunkOf } of sentences) {
      if (tokens.length === 0) continue
      let lines = ''
      tokens.forEach((token, at) => {
        const index = chunkOf[at]!
        const chunk = chunks[index]
        const cells = [
          text.slice(token.start, token.end),
          offsets.to(unit, token.start),
          offsets.to(unit, token.end),
          ...(options.entityColumn ? [chunk?.entityUid ?? '-'] : []),
          chunk
            ? `${prefixOf(scheme, chunkOf[at - 1] !== index, chunkOf[at + 1] !== index)}-${chunk.tag}`
            : 'O',
        ]
        lines += `${cells.join('\t')}\n`
      })
      file.write(`${lines}\n`)
    }
  }
}
