/** Finds numbers with their scales, ranges and hedges in the tokens of a quote. */
import { plus, timesScale } from './numerals.ts'
import type { ValueToken } from './tokens.ts'
import type { Bound } from './value.ts'

/** A number in the quote; `first` and `next` are indexes of tokens, half-open. */
export type Amount = {
  readonly value: number
  /** True for "a" and "ein", which are seldom meant as numbers. */
  readonly weak: boolean
  /** True when a scale ("million") belongs to it. */
  readonly scaled: number
  readonly first: number
  readonly next: number
}

export type Hedges = { approximate?: boolean; bound?: Bound }

/** Says of a scale token whether it may be one here ("5 m" is a length, "$5 m" is not). */
export type ScaleTest = (index: number) => boolean

function readAmount(tokens: readonly ValueToken[], first: number, isScale: ScaleTest): Amount | null {
  let total = 0
  let current: number | null = null
  let scaled = 1
  let weak = false
  let index = first
  for (; index < tokens.length; index += 1) {
    const token = tokens[index]!
    if (token.type === 'article') {
      if (index !== first) break
      weak = true
      current = 1
    } else if (token.type === 'literal' || token.type === 'number') {
      const before = tokens[index - 1]
      if (weak && index === first + 1) {
        current = token.value
        weak = false
      } else if (index === first) current = token.value
      else if (current === null) {
        const scale = tokens[index + 1]
        if (scale?.type !== 'scale' || !isScale(index + 1) || scale.value >= scaled) break
        current = token.value
      } else if (token.type === 'number' && before?.end === token.start && token.value < current)
        current = plus(current, token.value)
      else if (token.type === 'number' && current >= 100 && current % 100 === 0 && token.value < 100)
        current += token.value
      else break
    } else if (token.type === 'scale' && isScale(index)) {
      if (index === first) break
      weak = false
      if (token.value < 1000) current = (current ?? 1) * token.value
      else {
        total =
          current === null ? timesScale(total, token.value) : plus(total, timesScale(current, token.value))
        current = null
        scaled = token.value
      }
    } else if (token.type === 'rangeAnd') {
      const following = tokens[index + 1]
      const hundreds = current !== null && current >= 100 && current % 100 === 0
      if (!hundreds || following?.type !== 'number' || following.value >= 100) break
    } else break
  }
  if (index === first) return null
  const sign = tokens[first - 1]
  const negative = sign?.type === 'minus' || isLeadingHyphen(tokens, first - 1)
  const value = plus(total, current ?? 0)
  return { value: negative ? -value : value, weak, scaled, first: negative ? first - 1 : first, next: index }
}

/** A hyphen directly before a number and not directly behind anything is a minus. */
function isLeadingHyphen(tokens: readonly ValueToken[], index: number): boolean {
  const token = tokens[index]
  if (token?.type !== 'rangeTo' || token.end - token.start !== 1) return false
  const before = tokens[index - 1]
  const touchesNumber = tokens[index + 1]?.start === token.end
  return touchesNumber && (!before || (before.end < token.start && before.type !== 'literal'))
}

export function findAmounts(tokens: readonly ValueToken[], isScale: ScaleTest): Amount[] {
  const amounts: Amount[] = []
  for (let index = 0; index < tokens.length; ) {
    const amount = readAmount(tokens, index, isScale)
    if (amount) amounts.push(amount)
    index = amount ? amount.next : index + 1
  }
  return amounts
}

/** True when only a range sign, and units of the same kind, stand between two numbers. */
export function isRange(
  tokens: readonly ValueToken[],
  low: Amount,
  high: Amount,
  unit: ValueToken['type'],
): boolean {
  const opened = tokens.slice(0, low.first).some((token) => token.type === 'rangeFrom')
  let sign = false
  for (const token of tokens.slice(low.next, high.first)) {
    if (token.type === 'rangeTo' || (opened && token.type === 'rangeAnd')) sign = true
    else if (token.type !== unit && token.type !== 'sign') return false
  }
  return sign
}

/** "5 to 10 million" means 5 million to 10 million. */
export const sharedScale = (low: Amount, high: Amount): number =>
  low.scaled === 1 && high.scaled > 1 && low.value < high.value / high.scaled
    ? timesScale(low.value, high.scaled)
    : low.value

/** What the words around a number say about how exact it is. `next` is the token behind number and unit. */
export function hedgesAround(tokens: readonly ValueToken[], first: number, next: number): Hedges {
  const hedges: Hedges = {}
  const read = (token: ValueToken | undefined): void => {
    if (token?.type === 'approximate') hedges.approximate = true
    else if (token?.type === 'bound') hedges.bound = token.bound
    else if (token?.type === 'many') hedges.bound = 'min'
  }
  for (const token of tokens.slice(0, first)) read(token)
  for (const token of tokens.slice(first, next)) if (token.type === 'many') read(token)
  // Behind it ("500 or more", "500种以上") only what follows at once and belongs to no other number.
  const isNumber = ({ type }: ValueToken): boolean => type === 'literal' || type === 'number'
  if (tokens.slice(next).some(isNumber)) return hedges
  for (let index = next; index < tokens.length && index < next + 2; index += 1) {
    const token = tokens[index]!
    if (token.type === 'approximate' || token.type === 'bound' || token.type === 'many') read(token)
  }
  return hedges
}
