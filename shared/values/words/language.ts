/**
 * What a language file says. Keys are lower case; a phrase may hold blanks. Everything the readers know about a
 * language is here, so that a fourth language is one more file.
 */
export type ValueLanguage = {
  /** The sign between whole and fraction; the other one groups thousands. */
  readonly decimal: '.' | ','
  readonly numbers: Readonly<Record<string, number>>
  /** "a", "ein": numbers only where nothing better is in the quote. */
  readonly articles: readonly string[]
  /** Multipliers: "million" → 1e6. */
  readonly scales: Readonly<Record<string, number>>
  readonly currencies: Readonly<Record<string, string>>
  /** Words for percent, with what one of them is worth in percent. */
  readonly percent: Readonly<Record<string, number>>
  readonly approximate: readonly string[]
  readonly atLeast: readonly string[]
  readonly atMost: readonly string[]
  /** Between the ends of a range. */
  readonly rangeTo: readonly string[]
  /** Between the ends of a range that `rangeFrom` opened ("between 5 and 10"). */
  readonly rangeAnd: readonly string[]
  readonly rangeFrom: readonly string[]
  readonly minus: readonly string[]
  /** Month by name, 1 … 12. */
  readonly months: Readonly<Record<string, number>>
  /** Quarter by ordinal word, 1 … 4. */
  readonly ordinals: Readonly<Record<string, number>>
  readonly quarter: readonly string[]
  /** Parts of a month that blur it: "mid", "Anfang". */
  readonly blur: readonly string[]
  /** "yesterday": an offset from the day of publication. */
  readonly relative: Readonly<Record<string, readonly ['day' | 'month' | 'year', number]>>
  /** How values are written for people. */
  readonly print: {
    readonly approximate: string
    readonly atLeast: string
    readonly atMost: string
    readonly quarter: (quarter: number, year: string) => string
    readonly year: (year: string) => string
  }
}

/** "a b" → { a: value, b: value }: several spellings of one thing. */
export const each = <T>(list: string, value: T): Record<string, T> =>
  Object.fromEntries(list.split('|').map((word) => [word, value]))

/** Position in the list, from 1: names of months. Several spellings are separated by a blank. */
export const numbered = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    names.flatMap((spellings, index) => spellings.split(' ').map((name) => [name, index + 1])),
  )
