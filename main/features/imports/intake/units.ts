import type { SourceUnit } from '../../../../shared/model/importSet.ts'
import { createOffsetMap, type OffsetMap } from '../../../../shared/text/offsets.ts'

/** One way of counting: the unit, and whether CR LF counts as one. */
export interface Counting {
  readonly unit: SourceUnit
  readonly crlfAsOne: boolean
}

export const sameCounting = (a: Counting, b: Counting): boolean =>
  a.unit === b.unit && a.crlfAsOne === b.crlfAsOne

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

const plain = /^[\x00-\x7f]*$/

/** Offsets of a text in any counting → UTF-16; null for an offset that names no place. */
export interface Counter {
  /** All countings give the same for every offset of this text. */
  readonly isPlain: boolean
  toUtf16(counting: Counting, offset: number): number | null
}

const inside = (offset: number, length: number): boolean =>
  Number.isInteger(offset) && offset >= 0 && offset <= length

/** Where the graphemes of a text begin, UTF-16, with the end of the text as the last. */
const graphemeStarts = (text: string): number[] => {
  const starts: number[] = []
  for (const { index } of segmenter.segment(text)) starts.push(index)
  starts.push(text.length)
  return starts
}

/** The text with CR LF as one, and the way back. */
const collapsed = (text: string): { text: string; back(offset: number): number } => {
  /** Offsets, in the collapsed text, behind each of which the given one is one longer. */
  const pairs: number[] = []
  let removed = 0
  const short = text.replace(/\r\n/g, (_, at: number) => {
    pairs.push(at - removed)
    removed += 1
    return '\n'
  })
  return {
    text: short,
    back: (offset) => {
      let [low, high] = [0, pairs.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (pairs[middle]! < offset) low = middle + 1
        else high = middle
      }
      return offset + low
    },
  }
}

const counterOf = (text: string): ((unit: SourceUnit, offset: number) => number | null) => {
  let map: OffsetMap | null = null
  let graphemes: number[] | null = null
  return (unit, offset) => {
    if (unit === 'utf16') return inside(offset, text.length) ? offset : null
    if (unit === 'grapheme') {
      graphemes ??= graphemeStarts(text)
      return inside(offset, graphemes.length - 1) ? graphemes[offset]! : null
    }
    map ??= createOffsetMap(text)
    try {
      return map.from(unit, offset)
    } catch {
      return null
    }
  }
}

export const createCounter = (text: string): Counter => {
  const hasPairs = text.includes('\r\n')
  if (!hasPairs && plain.test(text)) {
    return { isPlain: true, toUtf16: (_, offset) => (inside(offset, text.length) ? offset : null) }
  }
  const asGiven = counterOf(text)
  let short: { count: ReturnType<typeof counterOf>; back(offset: number): number } | null = null
  return {
    isPlain: false,
    toUtf16: ({ unit, crlfAsOne }, offset) => {
      if (!crlfAsOne || !hasPairs) return asGiven(unit, offset)
      if (!short) {
        const it = collapsed(text)
        short = { count: counterOf(it.text), back: it.back }
      }
      const at = short.count(unit, offset)
      return at === null ? null : short.back(at)
    },
  }
}
