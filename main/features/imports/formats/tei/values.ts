import { type Value, value as valueSchema } from '../../../../../shared/values/value.ts'
import type { XmlElement } from '../../files/xml.ts'

const lastDay = (year: number, month: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`

/** First and last day of a partial ISO date. */
const daysOf = (text: string | undefined): { from: string; to: string; precision: string } | null => {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text ?? '')
  if (!match) return null
  const [all, year, month, day] = match
  if (day) return { from: all, to: all, precision: 'day' }
  if (month) return { from: `${all}-01`, to: lastDay(Number(year), Number(month)), precision: 'month' }
  return { from: `${all}-01-01`, to: `${all}-12-31`, precision: 'year' }
}

const number = (text: string | undefined): number | null =>
  text !== undefined && /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : null

const guess = ({ name, attributes: a }: XmlElement): unknown => {
  if (name === 'date') {
    const first = daysOf(a.when ?? a.from ?? a.notBefore)
    const last = a.when === undefined ? daysOf(a.to ?? a.notAfter) : first
    if (!first) return null
    const to = (last ?? first).to
    return { kind: 'date', from: first.from, ...(to !== first.from && { to }), precision: first.precision }
  }
  const quantity = number(a.quantity ?? a.value)
  if (quantity === null) return null
  if (name === 'num') {
    if (a.type === 'percentage') return { kind: 'percentage', value: quantity }
    return a.type === 'ordinal' ? null : { kind: 'quantity', value: quantity, unit: '' }
  }
  if (name !== 'measure') return null
  if (a.unit === '%' || a.unit === 'percent') return { kind: 'percentage', value: quantity }
  return /^[A-Z]{3}$/.test(a.unit ?? '')
    ? { kind: 'money', amount: quantity, currency: a.unit }
    : { kind: 'quantity', value: quantity, unit: a.commodity ?? a.unit ?? '' }
}

/** The value that `date`, `num` and `measure` state in their attributes; null where they state none. */
export const valueIn = (element: XmlElement): Value | null => {
  const parsed = valueSchema.safeParse(guess(element))
  return parsed.success ? parsed.data : null
}
