/** Values as text for people, in the style of a locale; `parseValueInput` reads every form back. */
import { valueLanguage } from './languages.ts'
import type { DateValue, Value } from './value.ts'

const utc = (isoDay: string): Date => new Date(`${isoDay}T00:00:00Z`)

/** A date in its precision: "18. Juni 2018", "Juni 2018", "Q3 2018", "2018"; a span as "… – …". */
function formatDate(value: DateValue, locale: string): string {
  const { print } = valueLanguage(locale)
  const end = value.to ?? value.from
  const one = (day: string): string => {
    if (value.precision === 'year') return print.year(day.slice(0, 4))
    if (value.precision === 'quarter')
      return print.quarter(Math.floor((Number(day.slice(5, 7)) + 2) / 3), day.slice(0, 4))
    const style: Intl.DateTimeFormatOptions =
      value.precision === 'day' ? { dateStyle: 'long' } : { year: 'numeric', month: 'long' }
    return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(utc(day))
  }
  const [first, last] = [one(value.from), one(end)]
  return first === last ? first : `${first} – ${last}`
}

/** One line of text for a value; `locale` is a BCP 47 tag ('de', 'en', 'zh'). Money carries its ISO 4217 code. */
export function formatValue(value: Value, locale: string): string {
  const { print } = valueLanguage(locale)
  const bound = 'bound' in value && value.bound ? (value.bound === 'min' ? print.atLeast : print.atMost) : ''
  const prefix = bound + (value.approximate ? print.approximate : '')
  const range = (low: number, high: number | undefined, write: (number: number) => string): string =>
    high === undefined ? write(low) : `${write(low)} – ${write(high)}`
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 12 })
  switch (value.kind) {
    case 'money': {
      const money = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: value.currency,
        currencyDisplay: 'code',
        minimumFractionDigits: 0,
        maximumFractionDigits: 12,
      })
      return prefix + range(value.amount, value.to, (amount) => money.format(amount))
    }
    case 'percentage': {
      const gap = valueLanguage(locale).decimal === ',' ? '\u00a0' : ''
      return prefix + range(value.value, value.to, (percent) => `${number.format(percent)}${gap}%`)
    }
    case 'quantity':
      return `${prefix}${range(value.value, value.to, (count) => number.format(count))} ${value.unit}`.trimEnd()
    case 'date':
      return prefix + formatDate(value, locale)
  }
}
