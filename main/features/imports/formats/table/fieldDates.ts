import { findDate } from '../../reading/dates.ts'

const iso = (year: number, month: number, day: number): string => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= 1500 && year < 2100 ? date.toISOString().slice(0, 10) : ''
}

const numbered = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})(?!\d)/

/** 2 digits: this century up to thirty, the last one after. */
const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) > 30 ? 1900 : 2000)

/** How `4/7/2020` is meant in a column: known once one of its values can be read only one way. null: never. */
export const dayOrder = (values: readonly string[]): 'day first' | 'month first' | null => {
  for (const value of values) {
    const [, first, mark, second] = numbered.exec(value.trim()) ?? []
    if (mark === '.' || Number(first) > 12) return 'day first'
    if (Number(second) > 12) return 'month first'
  }
  return null
}

/**
 * Partial ISO date of a cell; '' for none or one that can be read two ways. ISO, German, Chinese and English forms, days
 * of eight digits, seconds and milliseconds since 1970, days of a spreadsheet.
 */
export const dateOf = (text: string, order: ReturnType<typeof dayOrder>): string => {
  const value = text.trim()
  if (value === '' || value.length > 80) return ''
  const partial = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(value)
  if (partial && Number(partial[1]) >= 1500 && Number(partial[1]) < 2100) return value
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(value)
  if (compact) return iso(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  if (/^-?\d{9,10}(?:\.\d{1,9})?$|^\d{12,13}$/.test(value)) {
    const milliseconds = Number(value) * (value.split('.')[0]!.length > 10 ? 1 : 1000)
    return new Date(milliseconds).toISOString().slice(0, 10)
  }
  if (/^[2-6]\d{4}(?:\.\d{1,12})?$/.test(value)) {
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(value)) * 86_400_000)
      .toISOString()
      .slice(0, 10)
  }
  const month = /^(\d{4})\s?年\s?(\d{1,2})\s?月$/.exec(value)
  if (month) return iso(Number(month[1]), Number(month[2]), 1).slice(0, 7)
  const parts = numbered.exec(value)
  if (parts) {
    const [first, second, year] = [Number(parts[1]), Number(parts[3]), fullYear(parts[4]!)]
    if (parts[2] === '.' || order === 'day first' || first > 12) return iso(year, second, first)
    if (order === 'month first' || second > 12) return iso(year, first, second)
    return first === second ? iso(year, first, second) : ''
  }
  return findDate(value) ?? ''
}
