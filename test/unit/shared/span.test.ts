import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphemeEnd, graphemeStart, isGraphemeBoundary } from '../../../shared/text/graphemes.ts'
import {
  boundingSpan,
  clampSpan,
  compareSpans,
  containsOffset,
  containsSpan,
  intersectSpans,
  normaliseFragments,
  overlaps,
  snapToGraphemes,
  textOf,
  trimSpan,
  unionSpans,
} from '../../../shared/text/span.ts'
import { processorMs } from '../../support/processorMs.ts'
import { boundariesOf, textAndSpan } from './texts.ts'

const at = (start: number, end: number) => ({ start, end })

test('half-open: touching spans neither overlap nor contain each other’s end', () => {
  expect(overlaps(at(0, 3), at(3, 5))).toBe(false)
  expect(overlaps(at(0, 4), at(3, 5))).toBe(true)
  expect(containsOffset(at(0, 3), 3)).toBe(false)
  expect(containsSpan(at(0, 5), at(2, 5))).toBe(true)
  expect(intersectSpans(at(0, 3), at(3, 5))).toBeNull()
  expect(intersectSpans(at(0, 4), at(3, 5))).toEqual(at(3, 4))
  expect(boundingSpan([at(4, 6), at(1, 2)])).toEqual(at(1, 6))
  expect(boundingSpan([])).toBeNull()
  expect(unionSpans([at(4, 6), at(0, 2), at(2, 3), at(5, 9), at(9, 9)])).toEqual([at(0, 3), at(4, 9)])
  expect(clampSpan(at(-3, 99), 10)).toEqual(at(0, 10))
  expect(clampSpan(at(20, 30), 10)).toEqual(at(10, 10))
  expect([at(2, 3), at(0, 2), at(0, 9)].sort(compareSpans)).toEqual([at(0, 9), at(0, 2), at(2, 3)])
})

test('fragments are sorted, touching ones joined, bad ones refused by their place', () => {
  expect(normaliseFragments([at(8, 9), at(0, 3), at(3, 5)])).toEqual({
    ok: true,
    fragments: [at(0, 5), at(8, 9)],
  })
  expect(normaliseFragments([])).toEqual({ ok: false, problem: 'none', index: -1 })
  expect(normaliseFragments([at(4, 6), at(0, 5)])).toEqual({ ok: false, problem: 'overlap', index: 0 })
  expect(normaliseFragments([at(0, 5), at(7, 7)])).toEqual({ ok: false, problem: 'empty', index: 1 })
  for (const bad of [at(-1, 2), at(3, 2), at(0.5, 2), at(0, Number.NaN)])
    expect(normaliseFragments([bad])).toEqual({ ok: false, problem: 'invalid', index: 0 })
})

test('a discontinuous mention reads with one blank between its fragments', () => {
  expect(textOf('Nord- und Südkorea', [at(0, 5), at(10, 18)])).toBe('Nord- Südkorea')
})

test.each([
  ['a👩‍👩‍👧‍👦b', at(2, 3), '👩‍👩‍👧‍👦'],
  ['xe\u0301y', at(1, 2), 'e\u0301'],
  ['🇩🇪🇨🇳🇺🇸', at(5, 6), '🇨🇳'],
  ['\u{20000}京', at(1, 2), '\u{20000}'],
  ['a\r\nb', at(2, 2), ''],
])('%j is never cut', (text, span, expected) => {
  const snapped = snapToGraphemes(text, span)
  expect(text.slice(snapped.start, snapped.end)).toBe(expected)
})

test('white space goes, an accent on a blank stays whole', () => {
  expect(trimSpan('  a b \u3000', at(0, 7))).toEqual(at(2, 5))
  expect(trimSpan('   ', at(1, 3))).toEqual(at(1, 1))
  expect(trimSpan('  \u0301a ', at(0, 5))).toEqual(at(1, 4))
})

describe('for any text', () => {
  test('local grapheme boundaries are those of the whole text', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text }) => {
        const boundaries = boundariesOf(text)
        for (let offset = 0; offset <= text.length; offset += 1) {
          expect(isGraphemeBoundary(text, offset)).toBe(boundaries.has(offset))
          expect(boundaries.has(graphemeStart(text, offset))).toBe(true)
          expect(boundaries.has(graphemeEnd(text, offset))).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
  test('snapping keeps what was inside, trimming what is not white, and neither cuts a grapheme', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const boundaries = boundariesOf(text)
        const snapped = snapToGraphemes(text, span)
        if (span.start < span.end) expect(containsSpan(snapped, span)).toBe(true)
        const trimmed = trimSpan(text, snapped)
        expect(containsSpan(snapped, trimmed)).toBe(true)
        for (const offset of [snapped.start, snapped.end, trimmed.start, trimmed.end])
          expect(boundaries.has(offset)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

test('snapping in 1 MB costs as little as in a line', () => {
  const text = 'Größe 京東 👩‍👩‍👧‍👦 \n'.repeat(60_000)
  const began = processorMs()
  for (let offset = 0; offset < 1000; offset += 1) snapToGraphemes(text, at(offset * 900, offset * 900 + 3))
  expect(processorMs() - began).toBeLessThan(300)
})
