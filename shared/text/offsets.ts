/**
 * Exact conversion between the three offset units of the world: UTF-16 code units (inside Ligature, JavaScript,
 * Java), Unicode code points (Python, W3C Web Annotation) and UTF-8 bytes (brat's older tools, Rust, Go).
 * A lone surrogate counts as one code point and as three bytes, since UTF-8 encoders write U+FFFD for it
 * (WHATWG Encoding Standard, "UTF-8 encode").
 */
import type { Span } from './span.ts'

export type OffsetUnit = 'utf16' | 'codepoint' | 'byte'

export type OffsetProblem = 'out-of-range' | 'inside-character'

/** Thrown for an offset that names no place between two characters of the text. */
export class OffsetError extends RangeError {
  readonly code: OffsetProblem
  readonly unit: OffsetUnit
  readonly offset: number
  constructor(code: OffsetProblem, unit: OffsetUnit, offset: number, length: number) {
    super(
      code === 'out-of-range'
        ? `Offset ${offset} (${unit}) is outside the text, which is ${length} long in this unit.`
        : `Offset ${offset} (${unit}) lies inside a character; use an offset between two characters.`,
    )
    this.name = 'OffsetError'
    this.code = code
    this.unit = unit
    this.offset = offset
  }
}

/** Conversions for one text. All functions throw an `OffsetError` for an offset that is no place in the text. */
export type OffsetMap = {
  /** Length of the text in each unit. */
  readonly lengths: Readonly<Record<OffsetUnit, number>>
  /** UTF-16 → code points. */
  toCodePoint(utf16: number): number
  /** Code points → UTF-16. */
  fromCodePoint(codePoint: number): number
  /** UTF-16 → UTF-8 bytes. */
  toByte(utf16: number): number
  /** UTF-8 bytes → UTF-16. */
  fromByte(byte: number): number
  /** UTF-16 → the named unit. */
  to(unit: OffsetUnit, utf16: number): number
  /** The named unit → UTF-16. */
  from(unit: OffsetUnit, offset: number): number
}

const BLOCK_BITS = 7
const BLOCK = 1 << BLOCK_BITS

const ascii = /^[\x00-\x7f]*$/

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00

/** True when `offset` (UTF-16) stands between the two halves of a surrogate pair. */
export const isInsidePair = (text: string, offset: number): boolean =>
  offset > 0 && isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1))

/** What the unit at `index` adds: a pair counts wholly at its first half and nothing at its second. */
function weight(text: string, index: number, bytes: boolean): number {
  const unit = text.charCodeAt(index)
  if (unit < 0x80) return 1
  if (isLow(unit) && isInsidePair(text, index)) return 0
  if (!bytes) return 1
  if (unit < 0x800) return 2
  return isHigh(unit) && isLow(text.charCodeAt(index + 1)) ? 4 : 3
}

/** One conversion: `prefix[k]` is the count before unit k × BLOCK. */
type Scale = { unit: OffsetUnit; bytes: boolean; prefix: Uint32Array; length: number }

function buildScale(text: string, unit: 'codepoint' | 'byte'): Scale {
  const bytes = unit === 'byte'
  const prefix = new Uint32Array((text.length >> BLOCK_BITS) + 1)
  let sum = 0
  for (let index = 0; index < text.length; index += 1) {
    if ((index & (BLOCK - 1)) === 0) prefix[index >> BLOCK_BITS] = sum
    sum += weight(text, index, bytes)
  }
  if ((text.length & (BLOCK - 1)) === 0) prefix[text.length >> BLOCK_BITS] = sum
  return { unit, bytes, prefix, length: sum }
}

function requireRange(unit: OffsetUnit, offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length)
    throw new OffsetError('out-of-range', unit, offset, length)
}

function toScale(text: string, scale: Scale, utf16: number): number {
  requireRange('utf16', utf16, text.length)
  if (isInsidePair(text, utf16)) throw new OffsetError('inside-character', 'utf16', utf16, text.length)
  const block = utf16 >> BLOCK_BITS
  let sum = scale.prefix[block]!
  for (let index = block << BLOCK_BITS; index < utf16; index += 1) sum += weight(text, index, scale.bytes)
  return sum
}

function fromScale(text: string, scale: Scale, offset: number): number {
  requireRange(scale.unit, offset, scale.length)
  let low = 0
  let high = scale.prefix.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (scale.prefix[middle]! <= offset) low = middle
    else high = middle - 1
  }
  let sum = scale.prefix[low]!
  let index = low << BLOCK_BITS
  while (sum < offset) {
    sum += weight(text, index, scale.bytes)
    index += 1
  }
  if (sum !== offset) throw new OffsetError('inside-character', scale.unit, offset, scale.length)
  // The second half of a pair weighs nothing: the place meant is behind it.
  return isInsidePair(text, index) ? index + 1 : index
}

/**
 * Builds the conversions for one text: one pass, then O(1) from UTF-16 and O(log n) to it, plus a walk of at
 * most 128 units. A text of ASCII only needs no table at all.
 */
export function createOffsetMap(text: string): OffsetMap {
  const size = text.length
  if (ascii.test(text)) {
    const same = (unit: OffsetUnit) => (offset: number) => {
      requireRange(unit, offset, size)
      return offset
    }
    return {
      lengths: { utf16: size, codepoint: size, byte: size },
      toCodePoint: same('utf16'),
      fromCodePoint: same('codepoint'),
      toByte: same('utf16'),
      fromByte: same('byte'),
      to: (_, utf16) => same('utf16')(utf16),
      from: (unit, offset) => same(unit)(offset),
    }
  }
  const scales = { codepoint: buildScale(text, 'codepoint'), byte: buildScale(text, 'byte') }
  const checked = (utf16: number): number => {
    requireRange('utf16', utf16, size)
    if (isInsidePair(text, utf16)) throw new OffsetError('inside-character', 'utf16', utf16, size)
    return utf16
  }
  return {
    lengths: { utf16: size, codepoint: scales.codepoint.length, byte: scales.byte.length },
    toCodePoint: (utf16) => toScale(text, scales.codepoint, utf16),
    fromCodePoint: (codePoint) => fromScale(text, scales.codepoint, codePoint),
    toByte: (utf16) => toScale(text, scales.byte, utf16),
    fromByte: (byte) => fromScale(text, scales.byte, byte),
    to: (unit, utf16) => (unit === 'utf16' ? checked(utf16) : toScale(text, scales[unit], utf16)),
    from: (unit, offset) => (unit === 'utf16' ? checked(offset) : fromScale(text, scales[unit], offset)),
  }
}

/** A UTF-16 span in another unit. Throws `OffsetError`. */
export const spanTo = (map: OffsetMap, unit: OffsetUnit, span: Span): Span => ({
  start: map.to(unit, span.start),
  end: map.to(unit, span.end),
})

/** A span given in some unit as UTF-16. Throws `OffsetError`. */
export const spanFrom = (map: OffsetMap, unit: OffsetUnit, span: Span): Span => ({
  start: map.from(unit, span.start),
  end: map.from(unit, span.end),
})
