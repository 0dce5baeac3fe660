import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articlesOf, claimRows, claimsOf, sameValue } from '../../../renderer/views/inspector/claims.ts'
import { emphasise } from '../../../renderer/views/inspector/emphasis.ts'
import { readAmount, readPartialDate, readShare } from '../../../renderer/views/inspector/readInput.ts'
import type { Mention } from '../../../shared/model/mention.ts'
import type { Evidence } from '../../../shared/model/relation.ts'
import type { Value } from '../../../shared/values/value.ts'

const span = (length: number) =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

describe('emphasis', () => {
  test('sets both ends apart', () => {
    expect(emphasise('Google kauft JD.', [{ start: 0, end: 6 }], [{ start: 13, end: 15 }])).toEqual([
      { text: 'Google', end: 'source' },
      { text: ' kauft ', end: null },
      { text: 'JD', end: 'target' },
      { text: '.', end: null },
    ])
  })

  test('cuts any quote into pieces that are the quote again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(span(50)), fc.array(span(50)), (quote, a, b) => {
        const pieces = emphasise(quote, a, b)
        expect(pieces.map((it) => it.text).join('')).toBe(quote)
        let at = 0
        for (const piece of pieces) {
          expect(piece.end === 'source').toBe(a.some((it) => it.start <= at && at < it.end))
          at += piece.text.length
        }
      }),
    )
  })
})

describe('typed attributes', () => {
  test('dates as people write them', () => {
    expect(readPartialDate('2018-06', 'en')).toBe('2018-06')
    expect(readPartialDate(' 2018 ', 'en')).toBe('2018')
    expect(readPartialDate('', 'en')).toBe('')
    expect(readPartialDate('18. Juni 2018', 'de')).toBe('2018-06-18')
    expect(readPartialDate('June 2018', 'en')).toBe('2018-06')
    expect(readPartialDate('2018年6月18日', 'zh')).toBe('2018-06-18')
    expect(readPartialDate('18 Jun 2018', 'en')).toBe('2018-06-18')
  })
  test('refuses what is no date', () => {
    for (const typed of ['2018-02-30', '2018-13', 'soon', '31.02.'])
      expect(readPartialDate(typed, 'de')).toBeNull()
  })
  test('amounts with their currency, or with the one there was', () => {
    expect(readAmount('550 Mio. Dollar', '', 'de')).toEqual({ amount: 550_000_000, currency: 'USD' })
    expect(readAmount('550,000,000 USD', 'USD', 'en')).toEqual({ amount: 550_000_000, currency: 'USD' })
    expect(readAmount('1,5 Milliarden', 'EUR', 'de')).toEqual({ amount: 1_500_000_000, currency: 'EUR' })
    expect(readAmount('5.5亿美元', 'CNY', 'zh')).toEqual({ amount: 550_000_000, currency: 'USD' })
    expect(readAmount('', 'USD', 'en')).toEqual({ amount: null, currency: '' })
    expect(readAmount('12', '', 'en')).toBeNull()
    expect(readAmount('a lot', 'USD', 'en')).toBeNull()
  })
  test('shares in per cent', () => {
    expect(readShare('0.93', 'en')).toBe(0.93)
    expect(readShare('0,93 %', 'de')).toBe(0.93)
    expect(readShare('', 'de')).toBeNull()
    expect(readShare('most', 'en')).toBeUndefined()
  })
})

const provenance = { madeBy: 'Anna', madeHow: 'hand' as const, madeAt: '2026-01-01T00:00:00Z' }
const passage = (id: number, articleId: number, start: number, end: number): Evidence => ({
  id,
  uid: `e${id}`,
  relationId: 1,
  articleId,
  articleTitle: `Article ${articleId}`,
  language: 'en',
  publishedOn: '2018-06-18',
  paragraph: 1,
  start,
  end,
  quote: '',
  sourceSpans: [],
  targetSpans: [],
  sourceMentionId: null,
  targetMentionId: null,
  note: '',
  provenance,
})
const mention = (
  articleId: number,
  start: number,
  end: number,
  quote: string,
  value: Value | null,
): Mention => ({
  id: start + 1,
  uid: `m${start}`,
  articleId,
  typeId: 1,
  entityId: null,
  entityName: '',
  value,
  certainty: 'certain',
  note: '',
  fragments: [{ start, end, quote }],
  provenance,
})
const percent = (value: number): Value => ({ kind: 'percentage', value })
const dollars = (amount: number): Value => ({ kind: 'money', amount, currency: 'USD' })

describe('claims', () => {
  const evidence = [passage(1, 7, 100, 200), passage(2, 8, 0, 50), passage(3, 7, 300, 400)]
  const mentions = [
    mention(7, 110, 120, '$550 million', dollars(550e6)),
    mention(7, 310, 320, '550 Mio. Dollar', dollars(550e6)),
    mention(7, 130, 140, '0.93 %', percent(0.93)),
    mention(7, 195, 205, '7 %', percent(7)),
    mention(8, 10, 20, '550 Mio. Dollar', dollars(550e6)),
    mention(8, 30, 40, 'knapp 1 %', percent(1)),
    mention(8, 60, 70, '2 %', percent(2)),
    mention(8, 5, 8, 'JD.com', null),
  ]
  const columns = claimsOf(evidence, mentions)

  test('take only what stands wholly in a passage, each value once', () => {
    expect(articlesOf(evidence)).toEqual([7, 8])
    expect(columns[0]!.claims.get('percentage')!.map((it) => it.quote)).toEqual(['0.93 %'])
    expect(columns[0]!.claims.get('money')!.map((it) => it.quote)).toEqual(['$550 million'])
    expect(columns[1]!.claims.get('percentage')!.map((it) => it.quote)).toEqual(['knapp 1 %'])
  })
  test('mark where articles disagree, whatever words they use', () => {
    const rows = claimRows(columns, ['money', 'percentage', 'date'])
    expect(rows.map((it) => [it.kind, it.differs])).toEqual([
      ['money', false],
      ['percentage', true],
    ])
  })
  test('do not call an article silent a contradiction', () => {
    const [, second] = columns
    const silent = { ...second!, claims: new Map() }
    expect(claimRows([columns[0]!, silent], ['percentage'])[0]!.differs).toBe(false)
  })
  test('compare values by what they state', () => {
    expect(sameValue(percent(1), { value: 1, kind: 'percentage', approximate: true })).toBe(true)
    expect(sameValue(percent(1), { ...percent(1), bound: 'max' } as Value)).toBe(false)
  })
})
