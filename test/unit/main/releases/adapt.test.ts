import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../../main/features/releases/adapt/cleanText.ts'
import { firstOfEach } from '../../../../main/features/releases/adapt/identity.ts'
import { maskText, shortQuote, shortQuotes } from '../../../../main/features/releases/adapt/redaction.ts'
import { createOffsetMap } from '../../../../shared/text/offsets.ts'

const all = { invisible: true, blanks: true, nfc: true }
const none = { invisible: false, blanks: false, nfc: false }

const text = fc
  .array(
    fc.constantFrom(
      ...['a', 'B', 'e', '\u0301', 'é', ' ', '  ', '\t', '\n', '\n\n\n', '\u00a0', '\u3000', '\u00ad'],
      ...['\u200b', '\u200d', '\u200c', '\ufeff', '\u0001', '\u202e', '京', '東', '🚀', '👩', '𝒥', 'ㄱ'],
      ...['\u1112', '\u1161', '\u11ab', 'ã', '\u0327', 'م', 'ی'],
    ),
    { maxLength: 60 },
  )
  .map((it) => it.join(''))

/** A text and places in it that are on no half of a pair. */
const bounded = fc.tuple(text, fc.array(fc.nat(), { maxLength: 12 })).map(([of, seeds]) => {
  const places = [0]
  for (const character of of) places.push(places.at(-1)! + character.length)
  return { of, boundaries: seeds.map((it) => places[it % places.length]!) }
})
const rule = fc.record({ invisible: fc.boolean(), blanks: fc.boolean(), nfc: fc.boolean() })

describe('cleaning a text', () => {
  test('what stands between two boundaries stands between them afterwards', () => {
    fc.assert(
      fc.property(bounded, rule, ({ of, boundaries }, how) => {
        const clean = cleanText(of, how, boundaries)
        const ends = [...new Set([0, ...boundaries, of.length])].toSorted((a, b) => a - b)
        expect(clean.place(0)).toBe(0)
        expect(clean.place(of.length)).toBe(clean.text.length)
        // Letters are what cleaning never touches, but for the way they are composed.
        const letters = (it: string): string => it.normalize('NFD').replace(/[^\p{L}\p{So}]/gu, '')
        for (let at = 1; at < ends.length; at += 1) {
          const [from, to] = [clean.place(ends[at - 1]!), clean.place(ends[at]!)]
          expect(from).toBeLessThanOrEqual(to)
          expect(letters(clean.text.slice(from, to))).toBe(letters(of.slice(ends[at - 1]!, ends[at]!)))
          expect(clean.text.slice(from, to).isWellFormed()).toBe(true)
        }
      }),
    )
  })

  test('each rule does what it says, and twice is once', () => {
    fc.assert(
      fc.property(text, (of) => {
        expect(cleanText(of, none, []).text).toBe(of)
        const clean = cleanText(of, all, []).text
        expect(clean).not.toMatch(/[\u0001\u00ad\u200b\ufeff\u202e]/)
        expect(clean).not.toMatch(/[ \t\u00a0\u3000]\n|[ \t\u00a0\u3000]$|[ \t\u00a0\u3000]{2}|\n{3}/)
        expect(cleanText(clean, all, []).text).toBe(clean)
        expect(cleanText(of, { ...none, nfc: true }, []).text).toBe(of.normalize('NFC'))
      }),
    )
  })

  test('by example', () => {
    const clean = (of: string, how = all): string => cleanText(of, how, []).text
    expect(clean('A\u00ad  B \u200b C \n\n \n\nD\t')).toBe('A B C\n\nD')
    expect(clean('👩\u200d🚀 می\u200cخواهم a\u200db')).toBe('👩\u200d🚀 می\u200cخواهم ab')
    expect(clean('　　京东  合作')).toBe('　京东 合作')
  })

  test('what would compose over the end of a mention stays apart', () => {
    const clean = cleanText('cafe\u0301s', all, [0, 4])
    expect(clean.text).toBe('cafe\u0301s')
    expect(cleanText('cafe\u0301s', all, [0, 5]).text).toBe('cafés')
    expect(cleanText('cafe\u0301s', all, [0, 5]).place(5)).toBe(4)
    expect(() => clean.place(2)).toThrow(RangeError)
  })

  test('a mention of only removed characters becomes empty', () => {
    const clean = cleanText('a \u200b b', all, [2, 3])
    expect(clean.place(2)).toBe(clean.place(3))
  })
})

describe('redaction', () => {
  test('offsets of every unit hold in the mask, and no letter of the text does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (of) => {
        const mask = maskText(of)
        expect(createOffsetMap(mask).lengths).toEqual(createOffsetMap(of).lengths)
        expect(mask).toMatch(/^[x×■\u{1d465}]*$/u)
      }),
    )
    expect(maskText('aß京🚀')).toBe('x×■\u{1d465}')
  })

  test('quotes are cut between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (quote, length) => {
        const short = shortQuote(quote, length)
        expect(short.isWellFormed()).toBe(true)
        if (quote.length <= length) expect(short).toBe(quote)
        else {
          expect(short.length).toBeLessThanOrEqual(length + 1)
          expect(quote.startsWith(short.replace(/…$/, ''))).toBe(true)
        }
      }),
    )
    expect(shortQuotes('Title: “a long quote” Company, “b”', 3)).toBe('Title: “a l…” Company, “b”')
    expect(shortQuotes('Title: “a ”long” quote', 3)).toBe('Title: “a "…')
    expect(shortQuotes('Title', 3)).toBe('Title')
    expect(shortQuote('ab🚀', 3)).toBe('ab…')
    expect(shortQuote('🚀', 1)).toBe('')
  })
})

test('one document is what the recipe says it is', () => {
  const row = (id: number, textHash: string, sourceUrl: string) => ({ id, textHash, sourceUrl })
  const rows = [
    row(1, 'a', 'https://x.example/1#top'),
    row(2, 'a', ''),
    row(3, 'b', 'https://X.example/1'),
    row(4, 'c', ''),
    row(5, 'c', 'not an address'),
  ]
  const first = (identity: 'article' | 'text' | 'address') => firstOfEach(rows, identity)
  expect(first('article')).toEqual({ ids: [1, 2, 3, 4, 5], copies: 0 })
  expect(first('text')).toEqual({ ids: [1, 3, 4], copies: 2 })
  expect(first('address')).toEqual({ ids: [1, 2, 4, 5], copies: 1 })
})
