/** Normalised values of money, date, percentage and quantity mentions: JSON, kept beside the quote they were read from. */
import { z } from 'zod'

export const valueKind = z.enum(['money', 'date', 'percentage', 'quantity'])
export type ValueKind = z.infer<typeof valueKind>

/** "more than 5" has bound min, "up to 5" has bound max. */
export const bound = z.enum(['min', 'max'])
export type Bound = z.infer<typeof bound>

const hedges = { approximate: z.boolean().optional(), bound: bound.optional() }

const isoDay = z.iso.date()

/** `currency` is an ISO 4217 code; `to` is the upper end of a range. */
export const moneyValue = z.strictObject({
  kind: z.literal('money'),
  amount: z.number(),
  to: z.number().optional(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  ...hedges,
})

/** `from` and `to` are first and last day, both inside; `to` is missing for a single day. */
export const dateValue = z.strictObject({
  kind: z.literal('date'),
  from: isoDay,
  to: isoDay.optional(),
  precision: z.enum(['day', 'month', 'quarter', 'year']),
  approximate: z.boolean().optional(),
})

/** `value` in percent: 0.93 for "0.93 %". */
export const percentageValue = z.strictObject({
  kind: z.literal('percentage'),
  value: z.number(),
  to: z.number().optional(),
  ...hedges,
})

/** `unit` as it was written ("employees", "种商品"), '' if none. */
export const quantityValue = z.strictObject({
  kind: z.literal('quantity'),
  value: z.number(),
  to: z.number().optional(),
  unit: z.string(),
  ...hedges,
})

export const value = z.discriminatedUnion('kind', [moneyValue, dateValue, percentageValue, quantityValue])

export type MoneyValue = z.infer<typeof moneyValue>
export type DateValue = z.infer<typeof dateValue>
export type PercentageValue = z.infer<typeof percentageValue>
export type QuantityValue = z.infer<typeof quantityValue>
export type Value = z.infer<typeof value>
export type DatePrecision = DateValue['precision']
