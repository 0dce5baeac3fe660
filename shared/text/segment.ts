/**
 * Words and sentences, computed from the line at hand and never stored: tokenisation is a view of the text, not
 * part of the data. Offsets are UTF-16 code units, half-open; `language` is a BCP 47 tag ('de', 'en', 'zh', …).
 * Boundaries are those of Unicode UAX #29 as `Intl.Segmenter` finds them (with its dictionary for Chinese);
 * sentences are then mended where a full stop only marks an abbreviation or a German ordinal.
 */
import { type StopRules, stopRules } from './abbreviations.ts'
import { lineAt } from './lines.ts'
import { compareSpans, type Span, snapToGraphemes, trimSpan } from './span.ts'

export { lineAt, paragraphs } from './lines.ts'

type Granularity = 'word' | 'sentence'

const segmenters = new Map<string, Intl.Segmenter>()

/** Segmenters are dear to make; an unknown or malformed language falls back to the root rules. */
function segmenterFor(language: string, granularity: Granularity): Intl.Segmenter {
  const key = `${granularity} ${language}`
  let segmenter = segmenters.get(key)
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(language || 'und', { granularity })
    } catch {
      segmenter = new Intl.Segmenter('und', { granularity })
    }
    segmenters.set(key, segmenter)
  }
  return segmenter
}

/** The word at the caret: the one that holds `offset`, or else the one that ends there; null between words. */
export function wordAt(text: string, offset: number, language: string): Span | null {
  const line = lineAt(text, offset)
  const segments = segmenterFor(language, 'word').segment(text.slice(line.start, line.end))
  for (const at of [offset - line.start, offset - line.start - 1]) {
    const found = at < 0 ? undefined : segments.containing(at)
    if (found?.isWordLike) {
      const start = line.start + found.index
      return { start, end: start + found.segment.length }
    }
  }
  return null
}

/** The end of the next word behind `offset`; else the end of the line; at its end, on into the next line. */
export function nextWordBoundary(text: string, offset: number, language: string): number {
  let from = Math.max(offset, 0)
  while (text[from] === '\n') from += 1
  if (from >= text.length) return text.length
  const line = lineAt(text, from)
  const segments = segmenterFor(language, 'word').segment(text.slice(line.start, line.end))
  let at = from - line.start
  for (let found = segments.containing(at); found; found = segments.containing(at)) {
    at = found.index + found.segment.length
    if (found.isWordLike) return line.start + at
  }
  return line.end
}

/** The start of the word before `offset`; else the start of the line; at its start, back into the line before. */
export function previousWordBoundary(text: string, offset: number, language: string): number {
  let from = Math.min(offset, text.length)
  while (from > 0 && text[from - 1] === '\n') from -= 1
  if (from <= 0) return 0
  const line = lineAt(text, from)
  const segments = segmenterFor(language, 'word').segment(text.slice(line.start, line.end))
  let at = from - line.start
  while (at > 0) {
    const found = segments.containing(at - 1)
    if (!found) break
    at = found.index
    if (found.isWordLike) return line.start + at
  }
  return line.start
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /\p{L}/u.test(character)
const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character)

/** The run of letters, digits and inner full stops that ends before `end`: "U.S", "18", "Mrd". */
function tokenBefore(line: string, end: number): { token: string; start: number } {
  let start = end
  while (start > 0 && end - start < 24) {
    const character = line[start - 1]
    if (!isLetter(character) && !isDigit(character) && character !== '.') break
    start -= 1
  }
  return { token: line.slice(start, end).toLowerCase(), start }
}

function wordAfter(line: string, start: number): string {
  let from = start
  while (from < line.length && from - start < 4 && !isLetter(line[from]) && !isDigit(line[from])) from += 1
  let end = from
  while (end < line.length && end - from < 24 && (isLetter(line[end]) || isDigit(line[end]))) end += 1
  return line.slice(from, end).toLowerCase()
}

/** True when the boundary that the segmenter put at `boundary` only follows an abbreviation or an ordinal. */
function isFalseStop(line: string, boundary: number, rules: StopRules): boolean {
  let end = boundary
  while (end > 0 && /\s/.test(line[end - 1]!)) end -= 1
  if (line[end - 1] !== '.' || line[end - 2] === '.') return false
  const { token, start } = tokenBefore(line, end - 1)
  if (token === '') return false
  const next = wordAfter(line, boundary)
  if (next === '') return false
  const starts = rules.starters.has(next)
  if (rules.never.has(token)) return true
  if (/^\d/.test(next) && rules.beforeDigit.has(token)) return true
  if (rules.seldom.has(token)) return !starts
  if (/^\d+$/.test(token)) return rules.ordinals && (rules.months.has(next) || (token.length <= 2 && !starts))
  if (/^\p{L}(\.\p{L})*$/u.test(token)) {
    // "z. B.", "d. h.": after another single letter the stop never ends a sentence; an initial seldom does.
    const chained = /(^|[^\p{L}])\p{L}\.\s?$/u.test(line.slice(Math.max(0, start - 4), start))
    return chained || !starts
  }
  return rules.ordinals && /^[ivx]+$/.test(token) && !starts
}

/** The sentences of the line [start, end), which together cover it without gaps. */
function sentencesOfLine(text: string, line: Span, language: string): Span[] {
  const rules = stopRules(language)
  const content = text.slice(line.start, line.end)
  const result: Span[] = []
  let start = 0
  for (const { index } of segmenterFor(language, 'sentence').segment(content)) {
    if (index === 0 || isFalseStop(content, index, rules)) continue
    result.push({ start: line.start + start, end: line.start + index })
    start = index
  }
  if (start < content.length) result.push({ start: line.start + start, end: line.end })
  return result
}

/**
 * The sentence or sentences that cover a span, without surrounding white space: what is kept as evidence.
 * A sentence never leaves its line; a span over several lines takes whole sentences at both ends.
 */
export function sentenceAt(text: string, span: Span, language: string): Span {
  const inner = trimSpan(text, span)
  const last = Math.max(inner.end - 1, inner.start)
  const first = sentenceHolding(text, inner.start, language)
  const final = sentenceHolding(text, last, language)
  return snapToGraphemes(
    text,
    trimSpan(text, { start: Math.min(first.start, span.start), end: Math.max(final.end, inner.end) }),
  )
}

function sentenceHolding(text: string, offset: number, language: string): Span {
  const line = lineAt(text, offset)
  const sentences = sentencesOfLine(text, line, language)
  return sentences.find(({ end }) => offset < end) ?? sentences.at(-1) ?? line
}

/** All sentences of a span's lines, trimmed, in order; blank ones left out. */
export function sentencesIn(text: string, span: Span, language: string): Span[] {
  const result: Span[] = []
  for (let at = span.start; at <= span.end; ) {
    const line = lineAt(text, at)
    for (const sentence of sentencesOfLine(text, line, language)) {
      const trimmed = trimSpan(text, sentence)
      if (trimmed.start < trimmed.end && trimmed.end > span.start && trimmed.start < span.end)
        result.push(trimmed)
    }
    at = line.end + 1
  }
  return result.sort(compareSpans)
}
