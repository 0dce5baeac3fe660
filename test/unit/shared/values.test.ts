import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatValue } from '../../../shared/values/format.ts'
import { parseValueInput, readValue, type ValueContext } from '../../../shared/values/read.ts'
import { type Value, type ValueKind, value } from '../../../shared/values/value.ts'
import { processorMs } from '../../support/processorMs.ts'

const usd = (amount: number, more: object = {}) => ({ kind: 'money', amount, currency: 'USD', ...more })
const eur = (amount: number, more: object = {}) => ({ kind: 'money', amount, currency: 'EUR', ...more })
const cny = (amount: number, more: object = {}) => ({ kind: 'money', amount, currency: 'CNY', ...more })
const about = { approximate: true }
const min = { bound: 'min' }
const max = { bound: 'max' }
const percent = (number: number, more: object = {}) => ({ kind: 'percentage', value: number, ...more })
const count = (number: number, unit: string, more: object = {}) => ({
  kind: 'quantity',
  value: number,
  unit,
  ...more,
})
const day = (from: string, more: object = {}) => ({ kind: 'date', from, precision: 'day', ...more })
const span = (precision: string, from: string, to: string, more: object = {}) => ({
  kind: 'date',
  from,
  to,
  precision,
  ...more,
})

type Row = [quote: string, language: string, expected: object | null, context?: ValueContext]

const money: Row[] = [
  ['550 Millionen Dollar', 'de', usd(550e6)],
  ['rund 550 Millionen US-Dollar', 'de', usd(550e6, about)],
  ['1,2 Mrd. Euro', 'de', eur(1.2e9)],
  ['2,3 Milliarden Euro', 'de', eur(2.3e9)],
  ['1,5 Billionen Euro', 'de', eur(1.5e12)],
  ['eine Milliarde Dollar', 'de', usd(1e9)],
  ['eine halbe Million Euro', 'de', eur(500_000)],
  ['anderthalb Milliarden Euro', 'de', eur(1.5e9)],
  ['knapp eine Milliarde Dollar', 'de', usd(1e9, about)],
  ['mehr als 5 Mio. Euro', 'de', eur(5e6, min)],
  ['bis zu 300.000 Euro', 'de', eur(300_000, max)],
  ['zwischen 5 und 10 Millionen Euro', 'de', eur(5e6, { to: 10e6 })],
  ['5 bis 10 Millionen Euro', 'de', eur(5e6, { to: 10e6 })],
  ['1.234.567,89 €', 'de', eur(1_234_567.89)],
  ['1.234 Euro', 'de', eur(1234)],
  ['12,50 EUR', 'de', eur(12.5)],
  ['25,6 Milliarden US-Dollar', 'de', usd(25.6e9)],
  ['59,2 Milliarden Renminbi', 'de', cny(59.2e9)],
  ['2 Milliarden 300 Millionen Euro', 'de', eur(2.3e9)],
  ['$550 million', 'en', usd(550e6)],
  ['US$1.2bn', 'en', usd(1.2e9)],
  ['US$ 1.2 bn', 'en', usd(1.2e9)],
  ['$5m', 'en', usd(5e6)],
  ['RMB 59.2 billion', 'en', cny(59.2e9)],
  ['$25.6 billion, or around RMB 59.2 billion', 'en', usd(25.6e9)],
  ['just under one billion US dollars', 'en', usd(1e9, about)],
  ['an investment of $550 million', 'en', usd(550e6)],
  ['half a million dollars', 'en', usd(500_000)],
  ['a billion euros', 'en', eur(1e9)],
  ['$1,234.50', 'en', usd(1234.5)],
  ['at least €2 million', 'en', eur(2e6, min)],
  ['$5-10 million', 'en', usd(5e6, { to: 10e6 })],
  ['$5 million to $10 million', 'en', usd(5e6, { to: 10e6 })],
  ['between $5 and $10 million', 'en', usd(5e6, { to: 10e6 })],
  ['two hundred and five million dollars', 'en', usd(205e6)],
  ['HK$3.4 billion', 'en', { kind: 'money', amount: 3.4e9, currency: 'HKD' }],
  ['GBP 12 million', 'en', { kind: 'money', amount: 12e6, currency: 'GBP' }],
  ['550 million', 'en', null],
  ['dollars', 'en', null],
  ['5.5亿美元', 'zh', usd(550e6)],
  ['五亿五千万美元', 'zh', usd(550e6)],
  ['5亿5000万美元', 'zh', usd(550e6)],
  ['592亿元人民币', 'zh', cny(59.2e9)],
  ['人民币592亿元', 'zh', cny(59.2e9)],
  ['592億元', 'zh', cny(59.2e9)],
  ['1.5万亿元', 'zh', cny(1.5e12)],
  ['３００万欧元', 'zh', eur(3e6)],
  ['约3万5千元', 'zh', cny(35_000, about)],
  ['超过十二亿港元', 'zh', { kind: 'money', amount: 1.2e9, currency: 'HKD', ...min }],
  ['200多万美元', 'zh', usd(2e6, min)],
  ['500万至600万美元', 'zh', usd(5e6, { to: 6e6 })],
]

const percentages: Row[] = [
  ['.93%', 'en', percent(0.93)],
  ['0.93 percent', 'en', percent(0.93)],
  ['a 15 percent stake', 'en', percent(15)],
  ['37%', 'en', percent(37)],
  ['more than 15 per cent', 'en', percent(15, min)],
  ['10-15%', 'en', percent(10, { to: 15 })],
  ['10% to 15%', 'en', percent(10, { to: 15 })],
  ['-5%', 'en', percent(-5)],
  ['50 basis points', 'en', percent(0.5)],
  ['knapp ein Prozent', 'de', percent(1, about)],
  ['0,93 %', 'de', percent(0.93)],
  ['0,930 Prozent', 'de', percent(0.93)],
  ['fünfzehn Prozent', 'de', percent(15)],
  ['minus 3,5 Prozent', 'de', percent(-3.5)],
  ['百分之十五', 'zh', percent(15)],
  ['百分之0.93', 'zh', percent(0.93)],
  ['15%', 'zh', percent(15)],
  ['１５％', 'zh', percent(15)],
  ['约15%左右', 'zh', percent(15, about)],
  ['三成', 'zh', percent(30)],
  ['many percent', 'en', null],
]

const quantities: Row[] = [
  ['rund 500 Artikel', 'de', count(500, 'Artikel', about)],
  ['zwei Millionen', 'de', count(2e6, '')],
  ['11.600 Filialen', 'de', count(11_600, 'Filialen')],
  ['fünfhundert Produkte', 'de', count(500, 'Produkte')],
  ['einundzwanzig Läden', 'de', count(21, 'Läden')],
  ['3,8 Mio. Nutzer', 'de', count(3.8e6, 'Nutzer')],
  ['more than two million employees', 'en', count(2e6, 'employees', min)],
  ['220,000 retail partners', 'en', count(220_000, 'retail partners')],
  ['about 500 products', 'en', count(500, 'products', about)],
  ['twenty-one shops', 'en', count(21, 'shops')],
  ['500 or more', 'en', count(500, '', min)],
  ['a dozen stores', 'en', count(12, 'stores')],
  ['5 m', 'en', count(5, 'm')],
  ['5m users', 'en', count(5e6, 'users')],
  ['约500种商品', 'zh', count(500, '种商品', about)],
  ['两百万名员工', 'zh', count(2e6, '名员工')],
  ['500种以上', 'zh', count(500, '种', min)],
  ['1 000 000 pages', 'en', count(1e6, 'pages')],
  ['数百万用户', 'zh', null],
  ['几十家门店', 'zh', null],
  ['十几家门店', 'zh', null],
  ['hundreds of millions', 'en', null],
  ['十二家门店', 'zh', count(12, '家门店')],
  ['hello', 'en', null],
  ['', 'en', null],
]

const in2018 = { publishedOn: '2018-06-28' }
const dates: Row[] = [
  ['28.06.2018', 'de', day('2018-06-28')],
  ['28.6.18', 'de', day('2018-06-28')],
  ['28.06.', 'de', day('2018-06-28'), in2018],
  ['18. Juni 2018', 'de', day('2018-06-18')],
  ['am 18. Juni', 'de', day('2018-06-18'), in2018],
  ['18. Juni', 'de', null],
  ['Juni 2018', 'de', span('month', '2018-06-01', '2018-06-30')],
  ['März 2020', 'de', span('month', '2020-03-01', '2020-03-31')],
  ['Mitte September 2020', 'de', span('month', '2020-09-01', '2020-09-30', about)],
  ['3. Quartal 2018', 'de', span('quarter', '2018-07-01', '2018-09-30')],
  ['im dritten Quartal', 'de', span('quarter', '2018-07-01', '2018-09-30'), in2018],
  ['vom 18. bis 20. Juni 2018', 'de', day('2018-06-18', { to: '2018-06-20' })],
  ['2012 bis 2014', 'de', span('year', '2012-01-01', '2014-12-31')],
  ['gestern', 'de', day('2018-06-27'), in2018],
  ['28/06/2018', 'en', day('2018-06-28')],
  ['06/28/2018', 'en', day('2018-06-28')],
  ['03/04/2018', 'en', day('2018-04-03')],
  ['03/04/2018', 'en', day('2018-03-04'), { monthFirst: true }],
  ['2018-06-18', 'en', day('2018-06-18')],
  ['2018/6/18', 'zh', day('2018-06-18')],
  ['2018-06', 'en', span('month', '2018-06-01', '2018-06-30')],
  ['On Jun. 18', 'en', day('2018-06-18'), in2018],
  ['Jun. 18', 'en', null],
  ['June 18, 2018', 'en', day('2018-06-18')],
  ['June 18th, 2018', 'en', day('2018-06-18')],
  ['18 June', 'en', day('2018-06-18'), in2018],
  ['the 18th of June 2018', 'en', day('2018-06-18')],
  ['mid-September 2020', 'en', span('month', '2020-09-01', '2020-09-30', about)],
  ['mid-September', 'en', span('month', '2020-09-01', '2020-09-30', about), { publishedOn: '2020-08-28' }],
  ['Q3 2018', 'en', span('quarter', '2018-07-01', '2018-09-30')],
  ['third quarter of 2018', 'en', span('quarter', '2018-07-01', '2018-09-30')],
  ['2004', 'en', span('year', '2004-01-01', '2004-12-31')],
  ['last year', 'en', span('year', '2017-01-01', '2017-12-31'), in2018],
  ['June 18-20, 2018', 'en', day('2018-06-18', { to: '2018-06-20' })],
  ['18–20 June 2018', 'en', day('2018-06-18', { to: '2018-06-20' })],
  ['February 30, 2018', 'en', null],
  ['29 February 2020', 'en', day('2020-02-29')],
  ['31.02.2018', 'de', null],
  ['2018年6月18日', 'zh', day('2018-06-18')],
  ['２０１８年６月１８日', 'zh', day('2018-06-18')],
  ['二〇一八年六月十八日', 'zh', day('2018-06-18')],
  ['6月18日', 'zh', day('2018-06-18'), in2018],
  ['在6月18日', 'zh', day('2018-06-18'), in2018],
  ['6月18日', 'zh', null],
  ['2018年6月', 'zh', span('month', '2018-06-01', '2018-06-30')],
  ['2018年', 'zh', span('year', '2018-01-01', '2018-12-31')],
  ['2018年第三季度', 'zh', span('quarter', '2018-07-01', '2018-09-30')],
  ['2018年上半年', 'zh', span('month', '2018-01-01', '2018-06-30')],
  ['6月18日至20日', 'zh', day('2018-06-18', { to: '2018-06-20' }), in2018],
  ['去年', 'zh', span('year', '2017-01-01', '2017-12-31'), in2018],
]

const tables: Record<ValueKind, Row[]> = { money, date: dates, percentage: percentages, quantity: quantities }

for (const [kind, rows] of Object.entries(tables) as [ValueKind, Row[]][]) {
  describe(`reads ${kind}`, () => {
    test.each(rows)('%s (%s)', (quote, language, expected, context) => {
      const read = readValue(kind, quote, { language, ...context })
      expect(read).toEqual(expected)
      if (read) expect(value.parse(read)).toEqual(read)
    })
  })
}

test('the text of the language decides what "billion" and "1.234" are', () => {
  expect(readValue('money', '1 Billion Euro', { language: 'de' })).toEqual(eur(1e12))
  expect(readValue('money', '1 billion euros', { language: 'en' })).toEqual(eur(1e9))
  expect(readValue('quantity', '1.234', { language: 'de' })).toEqual(count(1234, ''))
  expect(readValue('quantity', '1.234', { language: 'en' })).toEqual(count(1.234, ''))
})

describe('written and read back', () => {
  const hedges = fc.record(
    { approximate: fc.constant(true), bound: fc.constantFrom('min', 'max') },
    { requiredKeys: [] },
  )
  const amount = fc
    .integer({ min: 0, max: 10 ** 15 })
    .chain((digits) => fc.constantFrom(digits, digits / 100, digits / 10 ** 6))
  const isoDay = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const readable: fc.Arbitrary<Value> = fc.oneof(
    fc
      .tuple(amount, fc.constantFrom('USD', 'EUR', 'CNY', 'JPY', 'CHF', 'HKD'), hedges)
      .map(([sum, currency, more]) => ({ kind: 'money', amount: sum, currency, ...more }) as Value),
    fc.tuple(amount, hedges).map(([number, more]) => percent(number, more) as Value),
    fc
      .tuple(amount, fc.constantFrom('', 'Produkte', 'employees', '种商品'), hedges)
      .map(([number, unit, more]) => count(number, unit, more) as Value),
    isoDay.map((from) => day(from) as Value),
    fc
      .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => readValue('date', `${year}-${String(month).padStart(2, '0')}`)!),
    fc
      .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 4 }))
      .map(([year, quarter]) => readValue('date', `Q${quarter} ${year}`)!),
    fc.integer({ min: 1900, max: 2099 }).map((year) => readValue('date', String(year))!),
  )
  test.each(['de', 'en', 'zh'])('in %s', (language) => {
    fc.assert(
      fc.property(readable, (original) => {
        expect(parseValueInput(original.kind, formatValue(original, language), { language })).toEqual(
          original,
        )
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['money', '550 Millionen Dollar', '550.000.000 USD', 'USD 550,000,000', 'USD 550,000,000'],
    ['percentage', '0,93 %', '0,93 %', '0.93%', '0.93%'],
    ['date', '18. Juni 2018', '18. Juni 2018', 'June 18, 2018', '2018年6月18日'],
    ['date', '3. Quartal 2018', '3. Quartal 2018', 'Q3 2018', '2018年第三季度'],
    ['quantity', 'rund 500 Artikel', 'rund 500 Artikel', 'about 500 Artikel', '约500 Artikel'],
  ] as const)('%s %s', (kind, quote, ...texts) => {
    const read = readValue(kind, quote, { language: 'de' })!
    const written = ['de', 'en', 'zh'].map((locale) => formatValue(read, locale).replace(/\u00a0/g, ' '))
    expect(written).toEqual(texts)
  })

  test('a bare number is a percentage when typed into that field', () => {
    expect(parseValueInput('percentage', '0.93', { language: 'en' })).toEqual(percent(0.93))
    expect(readValue('percentage', '0.93', { language: 'en' })).toBeNull()
  })
})

test.each(['2018年十十月', '2018年6月十十日', '十十月十十日', '2018年〇月', '2018年第零季度'])(
  'numerals that say no number make no date: %s',
  (text) => {
    const read = readValue('date', text, { language: 'zh', publishedOn: '2018-06-28' })
    if (read) expect(value.parse(read)).toEqual(read)
  },
)

const kinds: ValueKind[] = ['money', 'date', 'percentage', 'quantity']

test('any text gives a valid value or null', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '5',
      '1.234',
      ',',
      '.',
      '-',
      ' ',
      '万',
      '亿',
      '年',
      '月',
      '日',
      '百分之',
      'million',
      'Mrd.',
      '$',
      '€',
      '%',
      'bis',
      'June',
      '18',
      '2018',
      'Q3',
      'more than',
      '十',
      '多',
      "'",
      'a',
      '\ud800',
    ),
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom('de', 'en', 'zh', 'xx', ''),
      (pieces, language) => {
        for (const kind of kinds) {
          const read = readValue(kind, pieces.join(''), { language, publishedOn: '2018-06-28' })
          if (read) expect(value.parse(JSON.parse(JSON.stringify(read)))).toEqual(read)
        }
      },
    ),
    { numRuns: 1000 },
  )
})

test.each(['1', '1,', '1 000 ', '十', '-', ' ', 'a', 'between ', '2018年', '$', '1.1.', 'é', '\u{20000}'])(
  'hostile repetition of %j is answered at once',
  (unit) => {
    for (const length of [299, 100_000]) {
      const quote = unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
      const began = processorMs()
      for (const kind of kinds) readValue(kind, quote, { language: 'en', publishedOn: '2018-06-28' })
      expect(processorMs() - began).toBeLessThan(500)
    }
  },
)
