/** Numbers as they are written: digits with separators, Chinese numerals. */
import { valueLanguage } from './languages.ts'

/** value × 10^n without binary noise: 2.3 × 10^9 is 2300000000. */
export function timesScale(value: number, scale: number): number {
  const power = Math.log10(scale)
  const digits = String(value)
  return Number.isInteger(power) && !digits.includes('e') ? Number(`${digits}e${power}`) : value * scale
}

/** A sum without binary noise. */
export const plus = (a: number, b: number): number => Number((a + b).toPrecision(15))

/**
 * Digits with separators. Two kinds of separator: the last is the decimal one. One kind, several times:
 * it groups. Once, before other than three digits or behind a lone zero: decimal. Otherwise the language decides.
 */
export function literalNumber(digits: string, tag: string): number {
  const compact = digits.replace(/[ ']/g, '')
  const signs = compact.match(/[.,]/g) ?? []
  const last = signs.at(-1)
  if (!last) return Number(compact)
  const at = compact.lastIndexOf(last)
  let decimal: boolean
  if (signs.some((sign) => sign !== last)) decimal = signs.filter((sign) => sign === last).length === 1
  else if (signs.length > 1) decimal = false
  else if (digits.includes(' ') || digits.includes("'")) decimal = true
  else if (compact.length - at - 1 !== 3 || at === 0 || at > 3 || /^0+$/.test(compact.slice(0, at)))
    decimal = true
  else decimal = last === valueLanguage(tag).decimal
  const whole = (decimal ? compact.slice(0, at) : compact).replace(/[.,]/g, '')
  return Number(decimal ? `${whole || '0'}.${compact.slice(at + 1)}` : whole)
}

const digitOf: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const smallOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const largeOf: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12 }

export const isChineseNumeral = (character: string): boolean =>
  character in digitOf || character in smallOf || character in largeOf

/**
 * Chinese numerals, possibly behind a number in digits ("5.5" + "亿"). Null where they are no number ("十十").
 * Digits in a row are read as a year is: 二〇一八 → 2018.
 */
export function chineseNumber(run: string, leading: number | null): number | null {
  if (leading === null && run.length > 1 && [...run].every((character) => character in digitOf))
    return Number([...run].map((character) => digitOf[character]).join(''))
  // "百万" alone is "a million or so" of a phrase, no number; only 十 stands for itself.
  if (leading === null && run[0] !== '十' && !(run[0]! in digitOf)) return null
  let total = 0
  let section = 0
  let digit: number | null = leading
  for (const character of run) {
    const value = digitOf[character]
    const small = smallOf[character]
    const large = largeOf[character]
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = value
    } else if (small !== undefined) {
      section = plus(section, timesScale(digit ?? 1, small))
      digit = null
    } else if (large !== undefined) {
      section = plus(section, digit ?? 0)
      // 万亿: a magnitude straight behind another multiplies what stands before it.
      if (section === 0) total = total === 0 ? large : timesScale(total, large)
      else total = plus(total, timesScale(section, large))
      section = 0
      digit = null
    }
  }
  return plus(total, plus(section, digit ?? 0))
}
