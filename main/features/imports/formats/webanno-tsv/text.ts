import { createOffsetMap } from '../../../../../shared/text/offsets.ts'
import type { Notice } from '../../reading/types.ts'
import type { Sentence, Unit } from './sentences.ts'

type TsvUnit = 'utf16' | 'codepoint'

/** What offsets may add to a text in blanks; a file that asks for more is damaged. */
const mostBlanks = 10_000_000

/** Told of at most this many words of a file. */
const mostTold = 20

const lengthIn = (text: string, unit: TsvUnit): number => {
  if (unit === 'utf16') return text.length
  let count = 0
  for (const _ of text) count += 1
  return count
}

interface Built {
  readonly text: string
  readonly wrong: readonly { readonly unit: Unit; readonly found: string }[]
}

/**
 * Sentences at the places their first rows state. Between two that do not touch stands one LF and then blanks, as the
 * tool itself does: what stood there is not in the file.
 */
const join = (sentences: readonly Sentence[], unit: TsvUnit): string => {
  let text = ''
  let length = 0
  let blanks = 0
  for (const { text: own, units } of sentences) {
    const first = units[0]
    // A file written by hand may leave blanks before the first word of a sentence.
    const lead = first && !own.startsWith(first.form) ? own.length - own.trimStart().length : 0
    const begin = first ? first.begin - (own.startsWith(first.form, lead) ? lead : 0) : length
    if (length === begin + 1 && text.endsWith('\n')) {
      text = text.slice(0, -1)
      length -= 1
    }
    if (length < begin) {
      blanks += begin - length
      if (blanks > mostBlanks) return text
      text += ' '.repeat(begin - length)
      length = begin
    }
    text += `${own}\n`
    length += lengthIn(own, unit) + 1
  }
  return text.endsWith('\n') ? text.slice(0, -1) : text
}

const plain = (text: string): string => text.replace(/[\s\p{Cc}]/gu, ' ')

const build = (sentences: readonly Sentence[], unit: TsvUnit): Built => {
  const text = join(sentences, unit)
  const map = unit === 'utf16' ? null : createOffsetMap(text)
  const place = (offset: number): number => {
    try {
      return map ? map.from(unit, offset) : offset
    } catch {
      return -1
    }
  }
  const wrong: Built['wrong'][number][] = []
  for (const { units } of sentences) {
    for (const it of units) {
      const [start, end] = [place(it.begin), place(it.end)]
      const found = start < 0 || end < start ? '' : text.slice(start, end)
      if (found !== it.form && plain(found) !== plain(it.form)) wrong.push({ unit: it, found })
    }
  }
  return { text, wrong }
}

export interface TsvText {
  readonly text: string
  /** What the words of the file show its offsets to be counted in. */
  readonly unit: TsvUnit
  /** Every word of the file stands where its row says. */
  readonly isExact: boolean
  /** What the offsets of a row cut out. */
  slice(begin: number, end: number): string
}

/** The document's text, in the unit of offsets that puts most words where they are. */
export const textOf = (
  sentences: readonly Sentence[],
  problem: (line: number, notice: Notice) => void,
): TsvText => {
  let unit: TsvUnit = 'utf16'
  let best = build(sentences, unit)
  if (best.wrong.length > 0 && /\p{Cs}|[\u{10000}-\u{10ffff}]/u.test(best.text)) {
    const other = build(sentences, 'codepoint')
    if (other.wrong.length < best.wrong.length) [unit, best] = ['codepoint', other]
  }
  for (const { unit: it, found } of best.wrong.slice(0, mostTold)) {
    problem(it.line, {
      code: 'import.tsv_form',
      message: `Line ${it.line}: the word is "${it.form}", but the text has "${found}" at ${it.begin}-${it.end}. Its annotations stand where the numbers say.`,
      params: { line: it.line, form: it.form, found },
    })
  }
  const { text } = best
  const map = unit === 'utf16' ? null : createOffsetMap(text)
  return {
    text,
    unit,
    isExact: best.wrong.length === 0,
    slice: (begin, end) =>
      map ? text.slice(map.from(unit, begin), map.from(unit, end)) : text.slice(begin, end),
  }
}
