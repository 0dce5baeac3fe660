import { each, numbered, type ValueLanguage } from './language.ts'

const units = ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun']
const tens = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig']

/** eins … neunundneunzig, and the hundreds and thousands of them that are written as one word. */
function numberWords(): Record<string, number> {
  const below: Record<string, number> = {}
  for (const [index, unit] of units.entries()) below[unit] = index + 1
  Object.assign(below, { zehn: 10, elf: 11, zwölf: 12, dreizehn: 13, vierzehn: 14, fünfzehn: 15 })
  Object.assign(below, { sechzehn: 16, siebzehn: 17, achtzehn: 18, neunzehn: 19 })
  for (const [index, ten] of tens.entries()) {
    below[ten] = (index + 2) * 10
    for (const [unitIndex, unit] of units.entries())
      below[`${unit}und${ten}`] = (index + 2) * 10 + unitIndex + 1
  }
  const result: Record<string, number> = { ...below, null: 0, eins: 1, hundert: 100, tausend: 1000 }
  for (const [word, number] of Object.entries(below)) {
    if (number < 20) result[`${word}hundert`] = number * 100
    result[`${word}tausend`] = number * 1000
    result[`hundert${word}`] = 100 + number
    if (number > 1 && number < 10) result[`${word}hunderttausend`] = number * 100_000
    if (number < 13) result[`${word}einhalb`] = number + 0.5
  }
  return { ...result, ...each('halbe|halben|halber|halbes', 0.5), ...each('anderthalb', 1.5), dutzend: 12 }
}

export const german: ValueLanguage = {
  decimal: ',',
  numbers: numberWords(),
  articles: ['ein', 'eine', 'einem', 'einen', 'einer', 'eines'],
  scales: {
    ...each('tausend|tsd', 1e3),
    ...each('million|millionen|mio|mill', 1e6),
    ...each('milliarde|milliarden|mrd|mia', 1e9),
    ...each('billion|billionen|bio', 1e12),
  },
  currencies: {
    ...each('dollar|dollars|us-dollar|us-dollars|us dollar|amerikanische dollar', 'USD'),
    ...each('hongkong-dollar|hongkong dollar', 'HKD'),
    ...each('kanadische dollar|kanadischen dollar', 'CAD'),
    ...each('australische dollar|australischen dollar', 'AUD'),
    ...each('singapur-dollar', 'SGD'),
    ...each('taiwan-dollar|neue taiwan-dollar', 'TWD'),
    ...each('euro|euros', 'EUR'),
    ...each('pfund|britische pfund|pfund sterling', 'GBP'),
    ...each('franken|schweizer franken', 'CHF'),
    ...each('yuan|renminbi', 'CNY'),
    ...each('yen', 'JPY'),
    ...each('won', 'KRW'),
    ...each('rupien|indische rupien', 'INR'),
    ...each('rubel', 'RUB'),
  },
  percent: {
    ...each('prozent|prozentpunkte|prozentpunkten|v. h.', 1),
    ...each('promille', 0.1),
    basispunkte: 0.01,
  },
  approximate: [
    'rund',
    'etwa',
    'circa',
    'ca',
    'zirka',
    'ungefähr',
    'knapp',
    'gut',
    'fast',
    'nahezu',
    'beinahe',
    'schätzungsweise',
    'um die',
    'an die',
  ],
  atLeast: ['mehr als', 'über', 'mindestens', 'wenigstens', 'ab', 'mehr wie'],
  atMost: ['bis zu', 'höchstens', 'maximal', 'weniger als', 'unter', 'nicht mehr als'],
  rangeTo: ['bis', 'bis zum'],
  rangeAnd: ['und'],
  rangeFrom: ['zwischen'],
  minus: ['minus'],
  months: numbered([
    'januar jänner jan',
    'februar feber feb',
    'märz mrz',
    'april apr',
    'mai',
    'juni jun',
    'juli jul',
    'august aug',
    'september sept sep',
    'oktober okt',
    'november nov',
    'dezember dez',
  ]),
  ordinals: {
    ...each('erste|ersten|erstes|erster', 1),
    ...each('zweite|zweiten|zweites|zweiter', 2),
    ...each('dritte|dritten|drittes|dritter', 3),
    ...each('vierte|vierten|viertes|vierter', 4),
  },
  quarter: ['quartal', 'quartals'],
  blur: ['anfang', 'mitte', 'ende', 'spätestens'],
  relative: {
    heute: ['day', 0],
    gestern: ['day', -1],
    vorgestern: ['day', -2],
    morgen: ['day', 1],
    ...each('dieses jahr|diesem jahr|dieses jahres', ['year', 0] as const),
    ...each('letztes jahr|letzten jahr|letzten jahres|im vorjahr|vorjahr|vergangenen jahr', [
      'year',
      -1,
    ] as const),
    ...each('nächstes jahr|nächsten jahr|kommenden jahr', ['year', 1] as const),
    ...each('diesen monat|diesem monat', ['month', 0] as const),
    ...each('letzten monat|vergangenen monat', ['month', -1] as const),
    ...each('nächsten monat|kommenden monat', ['month', 1] as const),
  },
  print: {
    approximate: 'rund ',
    atLeast: 'mindestens ',
    atMost: 'höchstens ',
    quarter: (quarter, year) => `${quarter}. Quartal ${year}`,
    year: (year) => year,
  },
}
