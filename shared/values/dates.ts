/**
 * Dates as German, English and Chinese articles write them. `plain` is a prepared quote of at most 300 units;
 * every pattern has bounded repetition, so reading is linear.
 * A numeric date with two readings is day first, unless the source is known to write the month first.
 */

import type { ValueContext } from './context.ts'
import { languagesFor } from './languages.ts'
import { chineseNumber } from './numerals.ts'
import type { DatePrecision, DateValue } from './value.ts'

type Reading = { from: string; to: string; precision: DatePrecision; approximate?: boolean }

const pad = (number: number): string => String(number).padStart(2, '0')
const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** False too for what is no number: numerals that say none ("十十"). */
const isWithin = (number: number, least: number, most: number): boolean => number >= least && number <= most
const isYear = (year: number): boolean => year >= 1000 && year <= 2999

function dayOf(year: number, month: number, day: number): Reading | null {
  if (!isYear(year) || !isWithin(month, 1, 12) || !isWithin(day, 1, lastDay(year, month))) return null
  const from = iso(year, month, day)
  return { from, to: from, precision: 'day' }
}

function monthsOf(year: number, first: number, last: number, precision: DatePrecision): Reading | null {
  if (!isYear(year) || !isWithin(first, 1, 12) || !isWithin(last, first, 12)) return null
  return { from: iso(year, first, 1), to: iso(year, last, lastDay(year, last)), precision }
}

const monthOf = (year: number, month: number): Reading | null => monthsOf(year, month, month, 'month')
const quarterOf = (year: number, quarter: number): Reading | null =>
  monthsOf(year, quarter * 3 - 2, quarter * 3, 'quarter')
const yearOf = (year: number): Reading | null => monthsOf(year, 1, 12, 'year')

/** "18" → 2018, "85" → 1985. */
const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900)

type Words = {
  readonly months: ReadonlyMap<string, number>
  readonly ordinals: ReadonlyMap<string, number>
  readonly quarter: ReadonlySet<string>
  readonly blur: readonly string[]
  readonly relative: ReadonlyMap<string, readonly ['day' | 'month' | 'year', number]>
}

const languages = languagesFor(undefined)
const words: Words = {
  months: new Map(languages.flatMap((language) => Object.entries(language.months))),
  ordinals: new Map(languages.flatMap((language) => Object.entries(language.ordinals))),
  quarter: new Set(languages.flatMap((language) => language.quarter)),
  blur: languages.flatMap((language) => language.blur),
  relative: new Map(languages.flatMap((language) => Object.entries(language.relative))),
}

const numerals = '[\\d〇零一二三四五六七八九十]'
const chineseDate = new RegExp(
  `(?:(?:(\\d{4}|[〇零一二三四五六七八九]{4})|(今|去|明)) ?年)? ?(?:(${numerals}{1,3}) ?月(?:份)? ?(?:(${numerals}{1,3}) ?[日号號])?)?`,
)
const chineseQuarter = /(?:(\d{4})|(今|去|明)) ?年? ?第? ?([一二三四1-4]) ?季度?/
const isoDate = /(?<!\d)(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?![\d])/
const isoQuarter = /(?<!\d)(\d{4}) ?-? ?q([1-4])(?!\d)/
const numericDate = /(?<!\d)(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d)/
const dayMonthDots = /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\.(?! ?\d)/
const quarterSign = /(?<![\p{L}\d])q([1-4])(?: of)?,? ?'?(\d{4}|\d{2})?(?!\d)/u
const numberedQuarter = /(?<!\d)([1-4])(?:\.|st|nd|rd|th)? (\p{L}{7,8})/u
const lonelyYear = /(?<![\d.,/-])(\d{4})(?!\d|[.,/-]\d)/

const chineseInt = (digits: string): number =>
  /^\d+$/.test(digits) ? Number(digits) : (chineseNumber(digits, null) ?? Number.NaN)

const shifted: Readonly<Record<string, number>> = { 今: 0, 去: -1, 明: 1 }

type Clock = { readonly year: number | null; readonly published: string | null; readonly monthFirst: boolean }

function readChinese(text: string, clock: Clock): Reading | null {
  const near = (sign: string | undefined): number | null =>
    sign && clock.year !== null ? clock.year + shifted[sign]! : null
  const quarter = chineseQuarter.exec(text)
  if (quarter) {
    const year = quarter[1] ? Number(quarter[1]) : near(quarter[2])
    return year === null ? null : quarterOf(year, chineseInt(quarter[3]!))
  }
  const at = text.search(/[年月]/)
  if (at === -1) return null
  // Begin at the numerals before the first 年 or 月, so that words before the date do not matter.
  let start = at
  while (start > 0 && at - start < 5 && /[\d〇零一二三四五六七八九十今去明 ]/.test(text[start - 1]!))
    start -= 1
  const match = chineseDate.exec(text.slice(start).trimStart())
  if (!match?.[0]) return null
  const year = match[1] ? chineseInt(match[1]) : match[2] ? near(match[2]) : clock.year
  if (year === null) return null
  if (!match[3]) return match[1] || match[2] ? halfOr(text, year) : null
  const month = chineseInt(match[3])
  return match[4] ? dayOf(year, month, chineseInt(match[4])) : monthOf(year, month)
}

const halfOr = (text: string, year: number): Reading | null =>
  text.includes('上半年')
    ? monthsOf(year, 1, 6, 'month')
    : text.includes('下半年')
      ? monthsOf(year, 7, 12, 'month')
      : yearOf(year)

function readNumeric(text: string, clock: Clock): Reading | null {
  const quarter = isoQuarter.exec(text)
  if (quarter) return quarterOf(Number(quarter[1]), Number(quarter[2]))
  const numeric = numericDate.exec(text)
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])]
    const year = fullYear(numeric[4]!)
    const monthFirst = numeric[2] !== '.' && clock.monthFirst
    const usual = monthFirst ? dayOf(year, first, second) : dayOf(year, second, first)
    const swapped = monthFirst ? dayOf(year, second, first) : dayOf(year, first, second)
    return usual ?? (numeric[2] === '.' ? null : swapped)
  }
  const full = isoDate.exec(text)
  if (full) {
    const [year, month] = [Number(full[1]), Number(full[3])]
    if (full[4]) return dayOf(year, month, Number(full[4]))
    if (full[2] === '-' && full[3]!.length === 2 && month <= 12) return monthOf(year, month)
  }
  const dots = dayMonthDots.exec(text)
  return dots && clock.year !== null ? dayOf(clock.year, Number(dots[2]), Number(dots[1])) : null
}

type Piece = { readonly text: string; readonly number: number | null }

/** Words and numbers, ordinal endings and punctuation gone: "June 18th, 2018" → june 18 2018. */
const piecesOf = (text: string): Piece[] =>
  Array.from(text.matchAll(/\p{L}{1,20}|\d{1,8}(?:st|nd|rd|th)?(?!\p{L})/gu), ([piece]) => ({
    text: piece,
    number: /^\d/.test(piece) ? Number.parseInt(piece, 10) : null,
  }))

/** Index of the piece that names a month, or -1. */
const monthIn = (pieces: readonly Piece[]): number =>
  pieces.findIndex(({ text: word }, index) => {
    if (!words.months.has(word)) return false
    // "may", "mar" and the like are months only beside a number, or alone.
    const numbered = pieces[index - 1]?.number != null || pieces[index + 1]?.number != null
    return pieces.length === 1 || word.length > 3 || numbered
  })

function readNamed(text: string, clock: Clock): Reading | null {
  const pieces = piecesOf(text)
  const isDay = (piece: Piece | undefined): piece is Piece & { number: number } =>
    piece?.number != null && piece.number >= 1 && piece.number <= 31
  const yearFrom = (piece: Piece | undefined): number | null =>
    piece?.number != null && isYear(piece.number) && /^\d{4}$/.test(piece.text) ? piece.number : null
  const at = monthIn(pieces)
  if (at === -1) return null
  const month = words.months.get(pieces[at]!.text)!
  const [before, after] = [pieces[at - 1], pieces[at + 1]]
  const ofBefore = before?.text === 'of' ? pieces[at - 2] : before
  const short = new RegExp(`${pieces[at]!.text}\\.? '(\\d{2})(?!\\d)`).exec(text)
  if (isDay(ofBefore)) {
    const year = yearFrom(after) ?? clock.year
    return year === null ? null : dayOf(year, month, ofBefore.number)
  }
  if (short) return monthOf(fullYear(short[1]!), month)
  if (isDay(after)) {
    const year = yearFrom(pieces[at + 2]) ?? clock.year
    return year === null ? null : dayOf(year, month, after.number)
  }
  const year = yearFrom(after) ?? (after?.text === 'of' ? yearFrom(pieces[at + 2]) : null) ?? clock.year
  return year === null ? null : monthOf(year, month)
}

function readQuarter(text: string, clock: Clock): Reading | null {
  const lonely = lonelyYear.exec(text)
  const year = lonely && isYear(Number(lonely[1])) ? Number(lonely[1]) : clock.year
  const sign = quarterSign.exec(text)
  if (sign) {
    const own = sign[2] ? fullYear(sign[2]) : year
    return own === null ? null : quarterOf(own, Number(sign[1]))
  }
  if (year === null) return null
  const counted = numberedQuarter.exec(text)
  if (counted && words.quarter.has(counted[2]!)) return quarterOf(year, Number(counted[1]))
  const pieces = piecesOf(text)
  const at = pieces.findIndex((piece) => words.quarter.has(piece.text))
  const ordinal = words.ordinals.get(pieces[at - 1]?.text ?? '')
  return ordinal === undefined ? null : quarterOf(year, ordinal)
}

function readRelative(text: string, clock: Clock): Reading | null {
  if (clock.published === null) return null
  for (const [phrase, [unit, delta]] of words.relative) {
    if (!hasPhrase(text, phrase)) continue
    const date = new Date(`${clock.published}T00:00:00Z`)
    if (Number.isNaN(date.getTime())) return null
    if (unit === 'day') date.setUTCDate(date.getUTCDate() + delta)
    else if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + delta, 1)
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1]
    if (unit === 'year') return yearOf(year + delta)
    return unit === 'day' ? dayOf(year, month, date.getUTCDate()) : monthOf(year, month)
  }
  return null
}

function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const glued = /[\p{L}--\p{sc=Han}]/v
    if (!glued.test(text[at - 1] ?? '') && !glued.test(text[at + phrase.length] ?? '')) return true
    if (/\p{sc=Han}/u.test(phrase)) return true
  }
  return false
}

/** A year alone. Beside a month that made no date ("February 30, 2018") it would be half the truth. */
function readYear(text: string): Reading | null {
  const match = /[年月]/.test(text) || monthIn(piecesOf(text)) !== -1 ? null : lonelyYear.exec(text)
  return match ? yearOf(Number(match[1])) : null
}

/** The first reading that fits, the most exact kinds first. */
const readOne = (text: string, clock: Clock): Reading | null =>
  readChinese(text, clock) ??
  readNumeric(text, clock) ??
  readNamed(text, clock) ??
  readQuarter(text, clock) ??
  readYear(text) ??
  readRelative(text, clock)

const rangeSign =
  / bis (?:zum )?| to | – | — | - |–|—|至|到|(?<=[日号月年])-|(?<=(?:^| )\d{1,2})-(?=\d{1,2}(?![\d-]))|(?<=^\d{4})-(?=\d{4}$)/

/** "18–20 June 2018", "2012 bis 2014": the left end borrows from the right one what it does not say. */
function readRange(text: string, clock: Clock): Reading | null {
  const sign = rangeSign.exec(text)
  if (!sign) return null
  const [left, right] = [text.slice(0, sign.index).trim(), text.slice(sign.index + sign[0].length).trim()]
  const inner = { ...clock, year: yearOfText(left) ?? clock.year }
  const plainDay = /^(\d{1,2})\.?$/
  // "June 18–20, 2018": the right end is a day of the month on the left.
  const tail = /^(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(right)
  const head = readOne(left, { ...clock, year: yearOfText(right) ?? yearOfText(left) ?? clock.year })
  const lateDay = /^(\d{1,3}) ?[日号]$/.exec(right) ?? tail
  if (head?.precision === 'day' && lateDay) {
    const end = dayOf(Number(head.from.slice(0, 4)), Number(head.from.slice(5, 7)), Number(lateDay[1]))
    return end && { ...head, to: end.to }
  }
  const high = readOne(right, inner)
  if (!high) return null
  const lone = plainDay.exec(left.replace(/^\p{L}{1,8} /u, ''))
  const low =
    lone && high.precision === 'day'
      ? dayOf(Number(high.from.slice(0, 4)), Number(high.from.slice(5, 7)), Number(lone[1]))
      : readOne(left, { ...clock, year: yearOfText(left) ?? Number(high.from.slice(0, 4)) })
  return low && low.precision === high.precision && low.from <= high.to ? { ...low, to: high.to } : null
}

function yearOfText(text: string): number | null {
  const match = /(?<!\d)(\d{4})(?!\d)/.exec(text)
  return match && isYear(Number(match[1])) ? Number(match[1]) : null
}

const blurred = (text: string): boolean =>
  words.blur.some((phrase) => hasPhrase(text, phrase)) ||
  /(?<!\p{L})(?:about|around|circa|etwa|rund|ca|约|约于)(?!\p{L})/u.test(text)

export function readDate(plain: string, context: ValueContext): DateValue | null {
  const text = plain.toLowerCase()
  const published = context.publishedOn ? context.publishedOn.slice(0, 10) : null
  const clock: Clock = {
    year: published && /^\d{4}/.test(published) ? Number(published.slice(0, 4)) : null,
    published,
    monthFirst: context.monthFirst ?? false,
  }
  const reading = readRange(text, clock) ?? readOne(text, clock)
  if (!reading) return null
  const { from, to, precision } = reading
  return {
    kind: 'date',
    from,
    ...(to !== from && { to }),
    precision,
    ...(blurred(text) && { approximate: true }),
  }
}
