import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createOffsetMap, OffsetError, spanFrom, spanTo } from '../../../shared/text/offsets.ts'
import { anyText, textAndSpan } from './texts.ts'

const codeOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof OffsetError) return error.code
    throw error
  }
  return 'none'
}

test('one text in three units', () => {
  // UTF-16: a ä(1) 京(2) 𠀀(3,4) b(5)
  const map = createOffsetMap('aä京\u{20000}b')
  expect(map.lengths).toEqual({ utf16: 6, codepoint: 5, byte: 11 })
  expect([0, 1, 2, 3, 5, 6].map(map.toCodePoint)).toEqual([0, 1, 2, 3, 4, 5])
  expect([0, 1, 2, 3, 5, 6].map(map.toByte)).toEqual([0, 1, 3, 6, 10, 11])
  expect(codeOf(() => map.toByte(4))).toBe('inside-character')
  expect(codeOf(() => map.fromByte(2))).toBe('inside-character')
  expect(codeOf(() => map.fromByte(7))).toBe('inside-character')
  expect(codeOf(() => map.to('utf16', 4))).toBe('inside-character')
  for (const bad of [-1, 7, 1.5, Number.NaN]) expect(codeOf(() => map.toCodePoint(bad))).toBe('out-of-range')
  expect(codeOf(() => map.fromCodePoint(6))).toBe('out-of-range')
  expect(codeOf(() => createOffsetMap('abc').fromByte(4))).toBe('out-of-range')
  expect(() => map.fromByte(2)).toThrow('Offset 2 (byte) lies inside a character')
})

test('a lone surrogate is one code point and the three bytes of U+FFFD', () => {
  const map = createOffsetMap('a\ud800b\udc00')
  expect(map.lengths).toEqual({ utf16: 4, codepoint: 4, byte: 8 })
  expect(map.toByte(2)).toBe(4)
})

test('for any text every place agrees with the platform’s own encoder, both ways', () => {
  const encoder = new TextEncoder()
  // Repetition carries the places over the table's block borders.
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 12 }), (piece, times) => {
      const text = piece.repeat(times)
      const map = createOffsetMap(text)
      const bytes = encoder.encode(text).length
      expect(map.lengths).toEqual({ utf16: text.length, codepoint: [...text].length, byte: bytes })
      let utf16 = 0
      let codePoint = 0
      let byte = 0
      for (const character of [...text, '']) {
        expect(map.toCodePoint(utf16)).toBe(codePoint)
        expect(map.fromCodePoint(codePoint)).toBe(utf16)
        expect(map.toByte(utf16)).toBe(byte)
        expect(map.fromByte(byte)).toBe(utf16)
        const size = encoder.encode(character).length
        for (let inside = 1; inside < size; inside += 1)
          expect(codeOf(() => map.fromByte(byte + inside))).toBe('inside-character')
        if (character.length === 2) expect(codeOf(() => map.toCodePoint(utf16 + 1))).toBe('inside-character')
        utf16 += character.length
        codePoint += character === '' ? 0 : 1
        byte += size
      }
    }),
    { numRuns: 300 },
  )
})

test('a converted span cuts the same words out of the converted text', () => {
  fc.assert(
    fc.property(textAndSpan, ({ text, span }) => {
      const map = createOffsetMap(text)
      if (codeOf(() => spanTo(map, 'byte', span)) !== 'none') return
      const points = spanTo(map, 'codepoint', span)
      expect([...text].slice(points.start, points.end).join('')).toBe(text.slice(span.start, span.end))
      const bytes = spanTo(map, 'byte', span)
      const cut = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        new TextEncoder().encode(text).slice(bytes.start, bytes.end),
      )
      expect(cut).toBe(text.slice(span.start, span.end).toWellFormed())
      for (const unit of ['utf16', 'codepoint', 'byte'] as const)
        expect(spanFrom(map, unit, spanTo(map, unit, span))).toEqual(span)
    }),
    { numRuns: 1000 },
  )
})
