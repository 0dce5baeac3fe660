import { each, numbered, type ValueLanguage } from './language.ts'

const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

function numberWords(): Record<string, number> {
  const result: Record<string, number> = { zero: 0, half: 0.5, 'a quarter of': 0.25 }
  for (const [index, unit] of units.entries()) result[unit] = index + 1
  for (const [index, teen] of teens.entries()) result[teen] = index + 10
  for (const [index, ten] of tens.entries()) {
    result[ten] = (index + 2) * 10
    for (const [unitIndex, unit] of units.entries())
      for (const joint of ['-', ' ']) result[ten + joint + unit] = (index + 2) * 10 + unitIndex + 1
  }
  return { ...result, ...each('half a|half an', 0.5), ...each('one and a half', 1.5) }
}

export const english: ValueLanguage = {
  decimal: '.',
  numbers: numberWords(),
  articles: ['a', 'an'],
  scales: {
    ...each('hundred', 100),
    dozen: 12,
    ...each('thousand|k', 1e3),
    ...each('million|millions|mn|mln|mil|mm|m', 1e6),
    ...each('billion|billions|bn|bln|b', 1e9),
    ...each('trillion|trillions|tn|trn', 1e12),
  },
  currencies: {
    ...each('$|us$|us $|us-$|u.s.$|usd|dollar|dollars|us dollar|us dollars|u.s. dollars|u.s. dollar', 'USD'),
    ...each('hk$|hong kong dollars|hong kong dollar', 'HKD'),
    ...each('c$|ca$|canadian dollars', 'CAD'),
    ...each('a$|au$|australian dollars', 'AUD'),
    ...each('nz$|new zealand dollars', 'NZD'),
    ...each('s$|singapore dollars', 'SGD'),
    ...each('nt$|new taiwan dollars|taiwan dollars', 'TWD'),
    ...each('r$|reais', 'BRL'),
    ...each('€|euro|euros', 'EUR'),
    ...each('£|pound|pounds|pounds sterling|british pounds', 'GBP'),
    ...each('swiss francs|swiss franc', 'CHF'),
    ...each('rmb|yuan|renminbi|cn¥|chinese yuan', 'CNY'),
    ...each('¥|yen|japanese yen', 'JPY'),
    ...each('₩|won|south korean won', 'KRW'),
    ...each('₹|rupees|indian rupees', 'INR'),
    ...each('₽|rubles|roubles', 'RUB'),
  },
  percent: {
    ...each('%|percent|per cent|pct|percentage points|percentage point', 1),
    '‰': 0.1,
    ...each('basis points|basis point|bps', 0.01),
  },
  approximate: [
    'about',
    'around',
    'roughly',
    'approximately',
    'approx',
    'some',
    'nearly',
    'almost',
    'close to',
    'an estimated',
    'just under',
    'just over',
    'slightly under',
    'slightly over',
    '~',
    '≈',
    'or so',
  ],
  atLeast: [
    'more than',
    'over',
    'at least',
    'no less than',
    'not less than',
    'no fewer than',
    'upwards of',
    'in excess of',
    'above',
    'or more',
    '+',
    '>',
    '≥',
    '>=',
  ],
  atMost: [
    'up to',
    'at most',
    'no more than',
    'not more than',
    'less than',
    'under',
    'fewer than',
    'below',
    'or less',
    '<',
    '≤',
    '<=',
  ],
  rangeTo: ['to', '-', '–', '—'],
  rangeAnd: ['and'],
  rangeFrom: ['between'],
  minus: ['minus', 'negative'],
  months: numbered([
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ]),
  ordinals: { first: 1, second: 2, third: 3, fourth: 4 },
  quarter: ['quarter', 'fiscal quarter'],
  blur: ['early', 'mid', 'late', 'beginning of', 'middle of', 'end of'],
  relative: {
    today: ['day', 0],
    yesterday: ['day', -1],
    tomorrow: ['day', 1],
    'this year': ['year', 0],
    'last year': ['year', -1],
    'next year': ['year', 1],
    'this month': ['month', 0],
    'last month': ['month', -1],
    'next month': ['month', 1],
  },
  print: {
    approximate: 'about ',
    atLeast: 'at least ',
    atMost: 'at most ',
    quarter: (quarter, year) => `Q${quarter} ${year}`,
    year: (year) => year,
  },
}
