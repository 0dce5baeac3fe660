/**
 * Reads the normalised value of a money, date, percentage or quantity mention from its quote, by rules for
 * German, English and Chinese (`words/`). Rules, no guessing: what they do not understand is null, and the
 * analyst types it. Linear in the quote, and a quote over 300 units is no value.
 */
import { type Amount, findAmounts, hedgesAround, isRange, sharedScale } from './amounts.ts'
import type { ValueContext } from './context.ts'
import { readDate } from './dates.ts'
import { timesScale } from './numerals.ts'
import { plainQuote, tokenise, type ValueToken } from './tokens.ts'
import type { Value, ValueKind } from './value.ts'

export type { ValueContext } from './context.ts'

const LONGEST_QUOTE = 300

/** The value that a quote states, or null when the rules find none. */
export function readValue(kind: ValueKind, quote: string, context: ValueContext = {}): Value | null {
  if (quote.length > LONGEST_QUOTE) return null
  const plain = plainQuote(quote)
  return plain === '' ? null : readers[kind](plain, context)
}

/**
 * Reads a value typed by hand: whatever `readValue` reads, what `formatValue` writes, and a bare number for a
 * percentage or quantity.
 */
export const parseValueInput = (kind: ValueKind, text: string, context: ValueContext = {}): Value | null =>
  readValue(kind, text, context) ?? (kind === 'percentage' ? readValue(kind, `${text} %`, context) : null)

type Reader = (plain: string, context: ValueContext) => Value | null

/** A single letter is a scale only where it cannot be a unit: "5m users", not "5 m". */
const quantityScale = (tokens: readonly ValueToken[]) => (index: number) => {
  const token = tokens[index]!
  return token.end - token.start > 1 || tokens[index + 1]?.type === 'word'
}

const readMoney: Reader = (plain, context) => {
  const tokens = tokenise(plain, context.language ?? 'en')
  const amounts = findAmounts(tokens, () => true)
  const currencyAt = (index: number): string | null => {
    const token = tokens[index]
    return token?.type === 'currency' ? token.code : null
  }
  /** The currency before or behind a number, past full stops and "多". */
  const currencyOf = (amount: Amount): string | null => {
    let next = amount.next
    while (tokens[next]?.type === 'sign' || tokens[next]?.type === 'many') next += 1
    const behind = currencyAt(next)
    const before = currencyAt(amount.first - 1)
    // "元人民币": the exact name stands behind the general one.
    return before ?? (behind && (currencyAt(next + 1) ?? behind))
  }
  const any = tokens.findIndex((token) => token.type === 'currency')
  if (any === -1) return null
  const pick = (strong: boolean): number =>
    amounts.findIndex((amount) => amount.weak !== strong && currencyOf(amount) !== null)
  let at = pick(true)
  if (at === -1) at = pick(false)
  if (at === -1) at = amounts.findIndex((amount) => !amount.weak)
  const amount = amounts[at]
  if (!amount) return null
  const currency = currencyOf(amount) ?? currencyAt(any)!
  const before = amounts[at - 1]
  const after = amounts[at + 1]
  const [low, high] =
    before && isRange(tokens, before, amount, 'currency')
      ? [before, amount]
      : after && isRange(tokens, amount, after, 'currency')
        ? [amount, after]
        : [amount, null]
  let next = (high ?? low).next
  while (currencyAt(next) || tokens[next]?.type === 'sign') next += 1
  return {
    kind: 'money',
    amount: high ? sharedScale(low, high) : low.value,
    ...(high && { to: high.value }),
    currency,
    ...hedgesAround(tokens, low.first, next),
  }
}

const readPercentage: Reader = (plain, context) => {
  const tokens = tokenise(plain, context.language ?? 'en')
  const sign = tokens.findIndex((token) => token.type === 'percent')
  const token = tokens[sign]
  if (token?.type !== 'percent') return null
  const amounts = findAmounts(tokens, (index) => tokens[index]!.end - tokens[index]!.start > 1)
  const prefixed = plain.startsWith('百分之', token.start)
  const before = amounts.findLastIndex((amount) => amount.next <= sign)
  const behind = amounts.findIndex((amount) => amount.first > sign)
  const at = prefixed ? behind : before
  const amount = amounts[at]
  if (!amount) return null
  const other = prefixed ? amounts[at + 1] : amounts[at - 1]
  const later = amounts[at + 1]
  const [low, high] =
    !prefixed && other && isRange(tokens, other, amount, 'percent')
      ? [other, amount]
      : later && isRange(tokens, amount, later, 'percent')
        ? [amount, later]
        : [amount, null]
  const inPercent = (number: number): number => timesScale(number, token.factor)
  const next = prefixed || high ? (high ?? low).next : sign + 1
  return {
    kind: 'percentage',
    value: inPercent(low.value),
    ...(high && { to: inPercent(high.value) }),
    ...hedgesAround(tokens, low.first, tokens[next]?.type === 'percent' ? next + 1 : next),
  }
}

const readQuantity: Reader = (plain, context) => {
  const tokens = tokenise(plain, context.language ?? 'en')
  const amounts = findAmounts(tokens, quantityScale(tokens))
  const at = Math.max(
    amounts.findIndex((amount) => !amount.weak),
    amounts.length > 0 ? 0 : -1,
  )
  const low = amounts[at]
  if (!low) return null
  const after = amounts[at + 1]
  const high = after && isRange(tokens, low, after, 'sign') ? after : null
  const next = (high ?? low).next
  return {
    kind: 'quantity',
    value: high ? sharedScale(low, high) : low.value,
    ...(high && { to: high.value }),
    unit: unitBehind(plain, tokens, next),
    ...hedgesAround(tokens, low.first, next),
  }
}

/** What is written behind the number, without hedges and the punctuation around it. */
function unitBehind(plain: string, tokens: readonly ValueToken[], next: number): string {
  const isHedge = (token: ValueToken): boolean =>
    token.type === 'approximate' || token.type === 'bound' || token.type === 'many'
  let from = next
  while (from < tokens.length && (isHedge(tokens[from]!) || plain[tokens[from]!.start] === '.')) from += 1
  let to = tokens.length
  while (
    to > from &&
    (isHedge(tokens[to - 1]!) || /^[.,;:!?)]$/.test(plain.slice(tokens[to - 1]!.start, tokens[to - 1]!.end)))
  )
    to -= 1
  return from < to ? plain.slice(tokens[from]!.start, tokens[to - 1]!.end) : ''
}

const readers: Readonly<Record<ValueKind, Reader>> = {
  money: readMoney,
  percentage: readPercentage,
  quantity: readQuantity,
  date: readDate,
}
