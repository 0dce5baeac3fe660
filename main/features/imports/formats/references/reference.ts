import { entryOf } from '../../files/entryOf.ts'
import type { Reference } from '../format.ts'

/** A reference with nothing but what is known. */
export const referenceOf = (known: Partial<Reference>): Reference => ({
  title: '',
  publishedOn: '',
  publisher: '',
  sourceUrl: '',
  language: '',
  authors: [],
  doi: '',
  attachments: [],
  ...known,
})

/** The identifier alone, whatever it is written with (`https://doi.org/`, `doi:`, `DOI 10.…`); '' for none. */
export const doiIn = (text: string): string =>
  /\b10\.\d{4,9}\/[^\s"<>{}]{1,200}/.exec(text)?.[0].replace(/[.,;)\]]+$/, '') ?? ''

export const webAddress = (text: string): string => /https?:\/\/[^\s<>"{}]{3,2000}/i.exec(text)?.[0] ?? ''

/** ISO 639 code of a language as catalogues name it; '' for one that is not known. */
export const languageCode = (text: string): string => {
  const first = text.trim().toLowerCase()
  const named: Readonly<Record<string, string>> = {
    english: 'en',
    englisch: 'en',
    eng: 'en',
    german: 'de',
    deutsch: 'de',
    ngerman: 'de',
    ger: 'de',
    deu: 'de',
    chinese: 'zh',
    chinesisch: 'zh',
    chi: 'zh',
    zho: 'zh',
    中文: 'zh',
    french: 'fr',
    fre: 'fr',
    fra: 'fr',
    français: 'fr',
    spanish: 'es',
    spa: 'es',
    italian: 'it',
    ita: 'it',
  }
  return entryOf(named, first) ?? /^([a-z]{2})(?:[-_]|$)/.exec(first)?.[1] ?? ''
}

const two = (text: string | number): string => String(text).padStart(2, '0')

/** Partial ISO date of its parts; '' without a year, cut off where a part is none. */
export const partialDate = (
  year: string | number,
  month: string | number = '',
  day: string | number = '',
): string => {
  if (!/^\d{4}$/.test(String(year))) return ''
  const [m, d] = [Number(month), Number(day)]
  if (!(m >= 1 && m <= 12)) return String(year)
  const last = new Date(Date.UTC(Number(year), m, 0)).getUTCDate()
  return d >= 1 && d <= last ? `${year}-${two(m)}-${two(d)}` : `${year}-${two(m)}`
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|')
const otherMonths: Readonly<Record<string, number>> = {
  mär: 3,
  mrz: 3,
  mae: 3,
  mai: 5,
  okt: 10,
  dez: 12,
  fév: 2,
  avr: 4,
  aoû: 8,
  déc: 12,
}

/** 1 … 12 of a month's number or name (English, German, French); 0 for none. */
export const monthOf = (text: string): number => {
  const value = text.trim().toLowerCase()
  if (/^\d{1,2}$/.test(value)) return Number(value) <= 12 ? Number(value) : 0
  const short = value.slice(0, 3)
  return entryOf(otherMonths, short) ?? months.indexOf(short) + 1
}

/** Partial ISO date of free text: `2016-03-22 04:55:27`, `2011/06/03`, `3 June 2011`, `June 2011`, `2011`; '' for none. */
export const dateIn = (text: string): string => {
  const iso = /(?<!\d)(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(text)
  if (iso?.[2]) return partialDate(iso[1]!, iso[2], iso[3])
  const named = /(?:(\d{1,2})\.?\s+)?([\p{L}]{3,12})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,\s*)?(\d{4})/u.exec(
    text,
  )
  if (named && monthOf(named[2]!) > 0) return partialDate(named[4]!, monthOf(named[2]!), named[1] ?? named[3])
  const german = /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/.exec(text)
  if (german) return partialDate(german[3]!, german[2], german[1])
  const chinese = /(\d{4})\s?年(?:\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?)?/.exec(text)
  if (chinese) return partialDate(chinese[1]!, chinese[2], chinese[3])
  return iso ? iso[1]! : ''
}
