import { partialDate } from '@shared/model/provenance.ts'
import { parseValueInput } from '@shared/values/read.ts'
import type { DateValue } from '@shared/values/value.ts'

/** A date value as a partial date: a quarter becomes its first month. */
export const toPartialDate = ({ from, precision }: DateValue): string =>
  precision === 'year' ? from.slice(0, 4) : precision === 'day' ? from : from.slice(0, 7)

/** Reads a typed date (`2018-06`, `18. Juni 2018`, `June 2018`, `2018年6月`); null when it is none. */
export const readPartialDate = (typed: string, language: string): string | null => {
  const text = typed.trim()
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (text === '') return ''
  if (parts) {
    const [, year, month = '01', day = '01'] = parts
    const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
    const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
    return exists ? partialDate.parse(text) : null
  }
  const value = parseValueInput('date', text, { language })
  return value?.kind === 'date' ? toPartialDate(value) : null
}

export interface Amount {
  amount: number | null
  currency: string
}

/**
 * Reads a typed amount of money with its currency (`550 Mio. Dollar`, `5.5亿美元`, `EUR 1,200`); a bare number keeps
 * the currency there was. Null when it is none, or there is no currency at all.
 */
export const readAmount = (typed: string, currency: string, language: string): Amount | null => {
  const text = typed.trim()
  if (text === '') return { amount: null, currency: '' }
  for (const written of currency === '' ? [text] : [text, `${text} ${currency}`]) {
    const value = parseValueInput('money', written, { language })
    if (value?.kind === 'money' && value.to === undefined)
      return { amount: value.amount, currency: value.currency }
  }
  return null
}

/** Reads a typed share in per cent (`0.93`, `0,93 %`, `knapp ein Prozent`); `undefined` when it is none. */
export const readShare = (typed: string, language: string): number | null | undefined => {
  const text = typed.trim()
  if (text === '') return null
  const value = parseValueInput('percentage', text, { language })
  return value?.kind === 'percentage' && value.to === undefined ? value.value : undefined
}
