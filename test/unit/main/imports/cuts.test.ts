import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyCuts,
  type Cut,
  cutMap,
  toFinal,
  toFull,
} from '../../../../main/features/imports/reading/index.ts'

const cutting = (text: string, ...parts: string[]): Cut[] =>
  parts.map((part) => {
    const start = text.indexOf(part)
    return { start, end: start + part.length, reason: 'test', on: true }
  })

describe('cutting', () => {
  it.each([
    ['A\n\nX\n\nB', 'A\n\nB'],
    ['A\nX\nB', 'A\nB'],
    ['A\n\nX\nB', 'A\n\nB'],
    ['A\n\n\n\nX\n\n\nB', 'A\n\nB'],
    ['X\n\nA\n\n', 'A'],
    ['A\n \nX\n\t\nB', 'A\n \nB'],
    ['X', ''],
    ['A X B', 'A B'],
  ])('%j → %j', (text, expected) => {
    expect(applyCuts(text, cutting(text, 'X'))).toBe(expected)
  })

  it('leaves the rest of the text as it is', () => {
    const text = 'A\n\n\n\nB  c\t\nC\nX\nD'
    expect(applyCuts(text, cutting(text, 'X'))).toBe('A\n\n\n\nB  c\t\nC\nD')
    expect(applyCuts(text, [{ start: 0, end: 9, reason: 'test', on: false }])).toBe(text)
  })

  it('takes neighbouring, overlapping and unordered cuts as one', () => {
    const text = 'A\n\nX\n\nY\nZ\n\nB'
    expect(applyCuts(text, cutting(text, 'Z', 'X', 'Y', 'X\n\nY'))).toBe('A\n\nB')
  })
})

const word = fc.constantFrom('a', '京东', '😀', 'é', ' ', '\n', '\n\n', '\t', '.')
const textAndCuts = fc
  .array(word, { maxLength: 40 })
  .map((words) => words.join(''))
  .chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.array(
        fc.record({
          start: fc.integer({ min: 0, max: text.length }),
          end: fc.integer({ min: 0, max: text.length + 3 }),
          reason: fc.constant('test'),
          on: fc.boolean(),
        }),
        { maxLength: 6 },
      ),
    ),
  )

describe('mapping through cuts', () => {
  it('every stretch of the final text stands in the full text where the map says', () => {
    fc.assert(
      fc.property(textAndCuts, ([text, cuts]) => {
        const map = cutMap(text, cuts)
        let final = 0
        let full = 0
        for (const piece of map.pieces) {
          expect(piece.final).toBe(final)
          expect(piece.full).toBeGreaterThanOrEqual(full)
          const end = piece.final + piece.length
          const from = toFull(map, piece.final, 'start')
          const to = toFull(map, end, 'end')
          expect(text.slice(from, to)).toBe(map.text.slice(piece.final, end))
          final = end
          full = piece.full + piece.length
        }
        expect(final).toBe(map.text.length)
      }),
    )
  })

  it('final → full → final is the identity', () => {
    fc.assert(
      fc.property(textAndCuts, ([text, cuts]) => {
        const map = cutMap(text, cuts)
        for (let offset = 0; offset <= map.text.length; offset++) {
          for (const side of ['start', 'end'] as const) {
            expect(toFinal(map, toFull(map, offset, side)).offset).toBe(offset)
          }
        }
      }),
    )
  })

  it('never goes backwards, keeps no cut character and cuts no character in half', () => {
    fc.assert(
      fc.property(textAndCuts, ([text, cuts]) => {
        const map = cutMap(text, cuts)
        let last = 0
        for (let offset = 0; offset <= text.length; offset++) {
          const { offset: final } = toFinal(map, offset)
          expect(final).toBeGreaterThanOrEqual(last)
          last = final
        }
        expect(map.text.isWellFormed()).toBe(true)
        expect(map.text).toBe(map.text.trim())
        // Exactly the characters no cut covers are left; an offset inside a pair counts as the one before it.
        const whole = (offset: number) => (text.slice(0, offset).isWellFormed() ? offset : offset - 1)
        const left = [...text.matchAll(/\S/gu)].filter(
          ({ index }) =>
            !cuts.some(({ on, start, end }) => on && whole(start) <= index && index < whole(end)),
        )
        expect(map.text.replace(/\s/g, '')).toBe(left.join(''))
      }),
    )
  })
})
