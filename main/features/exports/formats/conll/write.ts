import type { OptionValues } from '../../../../../shared/model/option.ts'
import { createOffsetMap } from '../../../../../shared/text/offsets.ts'
import type { Span } from '../../../../../shared/text/span.ts'
import type { ArticleRow, ExportSink, ExportSource, MentionRow } from '../../format.ts'
import { entityFacts, lineOfJson } from '../../support/commentFacts.ts'
import { envelopeOf } from '../../support/mentionRelations.ts'
import { blank, type Chunk, firstWhere, sentencesAround, tokensOf } from '../../support/tokens.ts'
import { unitOf } from '../../unit.ts'

interface MentionChunk extends Chunk {
  readonly uid: string
}

/**
 * The mentions one layer of tags can hold: each as one piece, and disjoint. The longest wins (of equally long ones the
 * first), so that nested mentions give way to the one around them; the others are told as losses.
 */
const flatten = (mentions: readonly MentionRow[], length: number, sink: ExportSink): MentionChunk[] => {
  const chunks = mentions.map((it) => {
    const quote = it.fragments.map((fragment) => fragment.quote).join(' … ')
    return { ...envelopeOf(it), tag: it.type, entityUid: it.entityUid, uid: it.uid, quote }
  })
  chunks.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const taken = new Uint8Array(length)
  const kept = chunks.filter((it) => {
    // What is taken already is at least as long, so it cannot lie strictly inside: looking at both ends is enough.
    if (taken[it.start] || taken[it.end - 1]) {
      sink.lose('exports.loss.overlap', it.quote, { uid: it.uid, at: null })
      return false
    }
    taken.fill(1, it.start, it.end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}

const lastPrefix: Readonly<Record<string, readonly [single: string, last: string]>> = {
  bioes: ['S', 'E'],
  bilou: ['U', 'L'],
}

/** `touches`: a chunk of the same type ends right before. */
const prefixOf = (scheme: string, isFirst: boolean, isLast: boolean, touches: boolean): string => {
  const last = lastPrefix[scheme]
  if (last && isLast) return last[isFirst ? 0 : 1]
  if (scheme === 'iob1') return isFirst && touches ? 'B' : 'I'
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

/**
 * Tells which chunks got other borders than they had, and which got no token at all. White space at their ends counts
 * only where the layout keeps it.
 */
const noteMisfits = (
  text: string,
  chunks: readonly MentionChunk[],
  sentences: readonly Sentence[],
  keepsSpace: boolean,
  sink: ExportSink,
): void => {
  const isOther = (from: number, to: number): boolean =>
    keepsSpace ? from !== to : !blank.test(text.slice(from, to))
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
    if (!span) sink.lose('exports.loss.noToken', quote, { uid: chunk.uid, at: null })
    else if (
      isOther(chunk.start, span.start) ||
      isOther(span.end, chunk.end) ||
      span.start < chunk.start ||
      span.end > chunk.end
    ) {
      const example = `${quote} → ${text.slice(span.start, span.end)}`
      sink.lose('exports.loss.moved', example, { uid: chunk.uid, at: span })
    }
  })
}

/** As it is where that is one line of plain words, else as a JSON string. */
const oneLine = (text: string): string =>
  text.startsWith('"') || text.replace(/[\s\p{Cc}]+/gu, ' ').trim() !== text ? lineOfJson(text) : text

const head = (
  article: ArticleRow,
  unit: string,
  columns: readonly string[],
  gaps: readonly Gap[],
  entities: readonly string[],
): string =>
  [
    `-DOCSTART-${'\t-'.repeat(columns.length - 2)}\tO`,
    `# columns = ${columns.join(' ')}`,
    `# article_uid = ${article.uid}`,
    `# title = ${oneLine(article.title)}`,
    `# language = ${article.language}`,
    `# published_on = ${article.publishedOn}`,
    `# publisher = ${oneLine(article.publisher)}`,
    `# source_url = ${oneLine(article.sourceUrl)}`,
    `# status = ${article.status}`,
    `# note = ${oneLine(article.note)}`,
    `# text_sha256 = ${article.textHash}`,
    `# offset_unit = ${unit}`,
    ...(gaps.length > 0 ? [`# white_space = ${lineOfJson(gaps)}`] : []),
    ...entities.map((it) => `# entity = ${it}`),
    '\n',
  ].join('\n')

/** Where a gap between tokens begins (UTF-16) and what stands in it. */
type Gap = readonly [start: number, content: string]

/** White space that is not just blanks between tokens and line ends between sentences. */
const gapsOf = (text: string, sentences: readonly Sentence[]): Gap[] => {
  const gaps: Gap[] = []
  let at = 0
  const note = (to: number, filler: string): void => {
    const gap = text.slice(at, to)
    if (gap !== filler.repeat(gap.length)) gaps.push([at, gap])
  }
  for (const { tokens } of sentences) {
    tokens.forEach(({ start, end }, index) => {
      note(start, index === 0 && at > 0 ? '\n' : ' ')
      at = end
    })
  }
  note(text.length, '')
  return gaps
}

/** Facts of the entities a document names for the first time. */
const createEntityLines = (source: ExportSource): ((mentions: readonly MentionRow[]) => string[]) => {
  const told = new Set<string>()
  return (mentions) =>
    mentions.flatMap(({ entityUid }) => {
      if (entityUid === null || told.has(entityUid)) return []
      told.add(entityUid)
      return [entityFacts(source.entity(entityUid))]
    })
}

/**
 * One token per line, the tag last, a blank line after each sentence, `-DOCSTART-` before each article. Words are those
 * of `Intl.Segmenter` for the article's language. Our own layout parts columns by TAB and says in comments what the
 * article is; its offsets are half-open, in the unit the head names, within the text that has the named hash; white space
 * that is not blanks between tokens and line ends between sentences is a list of where it begins and what it is. The
 * layout of CoNLL-2003 has four columns parted by a blank, `_` where parts of speech and phrases stood.
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const file = sink.file('corpus.conll')
  const unit = unitOf(options)
  const scheme = String(options.scheme)
  const is2003 = options.layout === 'conll2003'
  const withEntities = options.entityColumn === true && !is2003
  const columns = ['token', `start_${unit}`, `end_${unit}`, ...(withEntities ? ['entity_uid'] : []), 'tag']
  const entityLines = createEntityLines(source)

  for (const article of source.articles()) {
    const text = source.text(article.id)
    const offsets = createOffsetMap(text)
    const mentions = source.mentions(article.id)
    const chunks = flatten(mentions, text.length, sink)
    const sentences = sentencesOf(text, chunks, article.language, options.splitTokens === true)
    noteMisfits(text, chunks, sentences, !is2003, sink)
    if (is2003) {
      sink.lose('exports.loss.whitespace', article.title)
      if (sentences.every((it) => it.tokens.length === 0))
        sink.lose('exports.loss.emptyArticles', article.title)
    }
    const gaps = gapsOf(text, sentences).map(([at, gap]): Gap => [offsets.to(unit, at), gap])
    file.write(
      is2003
        ? '-DOCSTART- -X- -X- O\n\n'
        : head(article, unit, columns, gaps, withEntities ? entityLines(mentions) : []),
    )
    for (const { tokens, chunkOf } of sentences) {
      if (tokens.length === 0) continue
      let lines = ''
      tokens.forEach((token, at) => {
        const index = chunkOf[at]!
        const chunk = chunks[index]
        const before = chunkOf[at - 1]
        const word = text.slice(token.start, token.end)
        const touches = chunks[before ?? -1]?.tag === chunk?.tag
        const tag = chunk
          ? `${prefixOf(scheme, before !== index, chunkOf[at + 1] !== index, touches)}-${chunk.tag}`
          : 'O'
        const cells = is2003
          ? [word, '_', '_', tag]
          : [
              word,
              offsets.to(unit, token.start),
              offsets.to(unit, token.end),
              ...(withEntities ? [chunk?.entityUid ?? '-'] : []),
              tag,
            ]
        lines += `${cells.join(is2003 ? ' ' : '\t')}\n`
      })
      file.write(`${lines}\n`)
    }
  }
}
