import { createHash } from 'node:crypto'
import { createOffsetMap, type OffsetUnit } from '../../../../../shared/text/offsets.ts'
import { entryOf } from '../../files/entryOf.ts'

export interface Place {
  readonly start: number
  readonly end: number
}

/** Sentences of tokens, each with its place where the file states one (in the named unit). */
export interface Sentence {
  readonly tokens: readonly string[]
  readonly places: readonly (Place | null)[]
}

export interface Built {
  readonly text: string
  /** Places of the tokens, sentence by sentence; UTF-16. */
  readonly places: readonly (readonly Place[])[]
}

export type Joining = 'auto' | 'blank' | 'nothing'

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Are the words of these sentences written without blanks between them? */
const isUnspaced = (sentences: readonly Sentence[]): boolean => {
  let [with_, letters] = [0, 0]
  for (const { tokens } of sentences) {
    for (const it of tokens) {
      if (unspaced.test(it)) with_ += 1
      if (/\p{L}/u.test(it)) letters += 1
    }
  }
  return with_ * 2 > letters
}

const latinWord = /^[\p{Script=Latin}\p{N}]{2,}$/u

/** Joins tokens: by one blank, for Chinese and Japanese by nothing (but between words of Latin letters); sentences by LF. */
export const joined = (sentences: readonly Sentence[], joining: Joining): Built => {
  const close = joining === 'nothing' || (joining === 'auto' && isUnspaced(sentences))
  const parts: string[] = []
  const places: Place[][] = []
  let length = 0
  const put = (part: string): void => {
    parts.push(part)
    length += part.length
  }
  for (const { tokens } of sentences) {
    if (length > 0) put('\n')
    const own: Place[] = []
    tokens.forEach((token, at) => {
      const before = tokens[at - 1]
      const glued =
        close && (joining === 'nothing' || !(before && latinWord.test(before) && latinWord.test(token)))
      if (before !== undefined && !glued) put(' ')
      own.push({ start: length, end: length + token.length })
      put(token)
    })
    places.push(own)
  }
  return { text: parts.join(''), places }
}

/** No text has more blanks in one place. */
const longestGap = 100_000

const sizeIn: Readonly<Record<OffsetUnit, (text: string) => number>> = {
  utf16: (text) => text.length,
  codepoint: (text) => {
    let count = 0
    for (const _ of text) count += 1
    return count
  },
  byte: (text) => Buffer.byteLength(text),
}

/** White space by where it begins, as our own head says it: `[[12,"\n\n"]]`. */
const gapsOf = (said: string | undefined): ReadonlyMap<number, string> => {
  const list = jsonIn(said ?? '')
  const gaps = new Map<number, string>()
  for (const it of Array.isArray(list) ? list : []) {
    if (Array.isArray(it) && typeof it[0] === 'number' && typeof it[1] === 'string') gaps.set(it[0], it[1])
  }
  return gaps
}

/** Null for what is no JSON. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Puts tokens where the file says they stood; what was between them is the white space the head tells of (`said`), else
 * blanks. Null if the places make no sense.
 */
export const placed = (
  sentences: readonly Sentence[],
  unit: OffsetUnit,
  { hash, said }: { hash: string | undefined; said: string | undefined },
): Built | null => {
  const gaps = gapsOf(said)
  for (const gap of ['\n', ' ']) {
    const parts: string[] = []
    const places: Place[][] = []
    let [length, counted] = [0, 0]
    for (const { tokens, places: stated } of sentences) {
      const own: Place[] = []
      for (const [at, token] of tokens.entries()) {
        const place = stated[at]
        const missing = place ? place.start - counted : -1
        if (!place || missing < 0 || missing > longestGap || sizeIn[unit](token) !== place.end - place.start)
          return null
        const stands = gaps.get(counted)
        const filler =
          stands !== undefined && sizeIn[unit](stands) === missing
            ? stands
            : (at === 0 && length > 0 ? gap : ' ').repeat(missing)
        parts.push(filler, token)
        own.push({ start: length + filler.length, end: length + filler.length + token.length })
        length += filler.length + token.length
        counted = place.end
      }
      places.push(own)
    }
    const text = parts.join('') + (gaps.get(counted) ?? '')
    const fits = hash !== undefined && createHash('sha256').update(text, 'utf8').digest('hex') === hash
    if (gap === ' ' || fits) return { text, places }
  }
  return null
}

/** Signs that tokenisers write otherwise than the text does. */
const variants: Readonly<Record<string, readonly string[]>> = {
  '``': ['"', '“', '„', '«', '‘‘'],
  "''": ['"', '”', '“', '»', '’’'],
  '"': ['“', '”', '„', '«', '»', '``', "''"],
  "'": ['’', '‘', '‚', '`'],
  '`': ['‘', "'", '‚'],
  '-LRB-': ['('],
  '-RRB-': [')'],
  '-LSB-': ['['],
  '-RSB-': [']'],
  '--': ['–', '—'],
  '-': ['–', '—', '‐', '‑', '−'],
  '...': ['…'],
}

const blank = /\s/u

/** Signs that are written in several ways, as one of the same length. */
const levelled = (text: string): string =>
  text
    .replace(/[’‘‚`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—‐‑−]/g, '-')
    .replace(/\u00a0/g, ' ')

/** Text between two tokens that is passed over at most; UTF-16. */
const reach = 400

/** The places of the tokens in a text that stands beside the file, one after the other; null if one is not found. */
export const aligned = (sentences: readonly Sentence[], text: string): Built | null => {
  const level = levelled(text)
  let at = 0
  const places: Place[][] = []
  for (const { tokens } of sentences) {
    const own: Place[] = []
    for (const token of tokens) {
      while (at < text.length && blank.test(text[at]!)) at += 1
      const candidates = [levelled(token), ...(entryOf(variants, token) ?? []).map(levelled)]
      const here = candidates.find((it) => level.startsWith(it, at))
      let place: Place | null = here === undefined ? null : { start: at, end: at + here.length }
      if (!place) {
        const window = level.slice(at, at + reach)
        const found = candidates
          .map((it) => [window.indexOf(it), it.length] as const)
          .filter(([index]) => index !== -1)
          .sort((a, b) => a[0] - b[0])[0]
        if (!found) return null
        place = { start: at + found[0], end: at + found[0] + found[1] }
      }
      own.push(place)
      at = place.end
    }
    places.push(own)
  }
  return { text, places }
}

export const isUnit = (unit: string): unit is OffsetUnit => Object.hasOwn(sizeIn, unit)

/** Places in any unit of a text that is known → UTF-16; null where one is no place. */
export const inText = (sentences: readonly Sentence[], unit: OffsetUnit, text: string): Built | null => {
  const map = createOffsetMap(text)
  try {
    const places = sentences.map(({ tokens, places: stated }) =>
      tokens.map((token, at) => {
        const place = stated[at]!
        const [start, end] = [map.from(unit, place.start), map.from(unit, place.end)]
        if (text.slice(start, end) !== token) throw new RangeError(token)
        return { start, end }
      }),
    )
    return { text, places }
  } catch {
    return null
  }
}
