import { sentencesIn } from '../../../../shared/text/segment.ts'
import type { Span } from '../../../../shared/text/span.ts'

/** A mention as a flat layer of tags can hold it. */
export interface Chunk extends Span {
  readonly tag: string
  readonly entityUid: string | null
}

/** What is no token: white space, and control and format characters that a reader would take for it. */
export const blank = /^[\s\p{Cc}\u200b\u2028\u2029]*$/u

/** Sentences, joined where a chunk reaches over their boundary: no chunk is ever cut by a blank line. */
export const sentencesAround = (text: string, chunks: readonly Chunk[], language: string): Span[] => {
  const result: { start: number; end: number }[] = []
  let next = 0
  let reach = 0
  for (const { start, end } of sentencesIn(text, { start: 0, end: text.length }, language)) {
    // Chunks are disjoint and sorted: `reach` is the end of the last one that starts before this sentence.
    while (next < chunks.length && chunks[next]!.start < start) {
      reach = chunks[next]!.end
      next += 1
    }
    const last = result.at(-1)
    if (last && reach > start) last.end = Math.max(end, last.end)
    else result.push({ start, end })
  }
  return result
}

/** Index of the first item, of many sorted ones, for which `isBehind` holds; their number if there is none. */
export const firstWhere = <T>(items: readonly T[], isBehind: (item: T) => boolean): number => {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBehind(items[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

const segmenters = new Map<string, Intl.Segmenter>()

const segmenterFor = (language: string): Intl.Segmenter => {
  let segmenter = segmenters.get(language)
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(language || 'und', { granularity: 'word' })
    } catch {
      segmenter = new Intl.Segmenter('und', { granularity: 'word' })
    }
    segmenters.set(language, segmenter)
  }
  return segmenter
}

/** The words and signs of a sentence as spans of the text (UTF-16), blanks left out, cut at `cuts` (sorted). */
export const tokensOf = (text: string, sentence: Span, language: string, cuts: readonly number[]): Span[] => {
  const result: Span[] = []
  let next = firstWhere(cuts, (it) => it > sentence.start)
  const add = (start: number, end: number): void => {
    if (!blank.test(text.slice(start, end))) result.push({ start, end })
  }
  for (const { index, segment } of segmenterFor(language).segment(text.slice(sentence.start, sentence.end))) {
    let start = sentence.start + index
    const end = start + segment.length
    while (next < cuts.length && cuts[next]! <= start) next += 1
    while (next < cuts.length && cuts[next]! < end) {
      add(start, cuts[next]!)
      start = cuts[next]!
      next += 1
    }
    add(start, end)
  }
  return result
}
