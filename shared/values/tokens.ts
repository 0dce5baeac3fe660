/** Cuts a short quote into numbers, known phrases and the rest. Linear: every phrase has a bounded length. */
import { languagesFor, valueLanguage } from './languages.ts'
import { chineseNumber, isChineseNumeral, literalNumber } from './numerals.ts'
import type { Bound } from './value.ts'

export type ValueToken =
  | { readonly type: 'number'; readonly value: number; readonly start: number; readonly end: number }
  | { readonly type: 'literal'; readonly value: number; readonly start: number; readonly end: number }
  | { readonly type: 'article'; readonly start: number; readonly end: number }
  | { readonly type: 'scale'; readonly value: number; readonly start: number; readonly end: number }
  | { readonly type: 'currency'; readonly code: string; readonly start: number; readonly end: number }
  | { readonly type: 'percent'; readonly factor: number; readonly start: number; readonly end: number }
  | {
      readonly type: 'approximate' | 'rangeTo' | 'rangeAnd' | 'rangeFrom' | 'minus' | 'many'
      readonly start: number
      readonly end: number
    }
  | { readonly type: 'bound'; readonly bound: Bound; readonly start: number; readonly end: number }
  | { readonly type: 'word' | 'sign'; readonly start: number; readonly end: number }

type Meaning = ValueToken extends infer T ? (T extends ValueToken ? Omit<T, 'start' | 'end'> : never) : never

/** "几十亿", "数百万", "十几": some, nobody knows how many. */
const isVague = (character: string | undefined): boolean =>
  character !== undefined && '几幾数數'.includes(character)

type Lexicon = { readonly meanings: Map<string, Meaning>; readonly longest: number }

/** Short words of another language ("ab", "bio", "gut") are more often something else. */
const shortWord = /^\p{L}{1,3}$/u
const sureWords = new Set(['mio', 'mrd', 'tsd', 'bis', 'bn', 'mn', 'rmb', 'one', 'two', 'six', 'ten', 'elf'])

const lexicons = new Map<string, Lexicon>()

function lexiconFor(tag: string): Lexicon {
  const cached = lexicons.get(tag)
  if (cached) return cached
  const meanings = new Map<string, Meaning>()
  const own = valueLanguage(tag)
  for (const language of languagesFor(tag)) {
    const foreign = language !== own && !tag.startsWith('zh')
    const put = (word: string, meaning: Meaning) => {
      if (!foreign || !shortWord.test(word) || sureWords.has(word)) meanings.set(word, meaning)
    }
    for (const [word, value] of Object.entries(language.numbers)) put(word, { type: 'number', value })
    for (const word of language.articles) put(word, { type: 'article' })
    for (const [word, value] of Object.entries(language.scales)) put(word, { type: 'scale', value })
    for (const [word, code] of Object.entries(language.currencies)) put(word, { type: 'currency', code })
    for (const [word, factor] of Object.entries(language.percent)) put(word, { type: 'percent', factor })
    for (const word of language.approximate) put(word, { type: 'approximate' })
    for (const word of language.atLeast) put(word, { type: 'bound', bound: 'min' })
    for (const word of language.atMost) put(word, { type: 'bound', bound: 'max' })
    for (const word of language.rangeTo) put(word, { type: 'rangeTo' })
    for (const word of language.rangeAnd) put(word, { type: 'rangeAnd' })
    for (const word of language.rangeFrom) put(word, { type: 'rangeFrom' })
    for (const word of language.minus) put(word, { type: 'minus' })
  }
  const lexicon = { meanings, longest: Math.max(...Array.from(meanings.keys(), (key) => key.length)) }
  lexicons.set(tag, lexicon)
  return lexicon
}

const isoCurrencies = new Set(Intl.supportedValuesOf('currency'))

const latin = /[\p{L}--\p{sc=Han}]/v
const isLatin = (character: string | undefined): boolean => character !== undefined && latin.test(character)

const literal = /(?:\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,']\d+)*|\.\d+)(?:[.,]\d+)?/y
const word = /[\p{L}--\p{sc=Han}]+/vy

/** Full-width forms and odd blanks made plain; offsets of tokens refer to the result. */
export const plainQuote = (quote: string): string =>
  quote.normalize('NFKC').replace(/[−‐‑]/g, '-').replace(/’/g, "'").replace(/\s+/gu, ' ').trim()

export function tokenise(quote: string, tag: string): ValueToken[] {
  const { meanings, longest } = lexiconFor(tag.slice(0, 2))
  const lower = quote.toLowerCase().length === quote.length ? quote.toLowerCase() : quote
  const tokens: ValueToken[] = []
  let at = 0
  const known = (): { meaning: Meaning; end: number } | null => {
    if (isLatin(lower[at]) && isLatin(lower[at - 1])) return null
    for (let length = Math.min(longest, lower.length - at); length > 0; length -= 1) {
      const phrase = lower.slice(at, at + length)
      const meaning = meanings.get(phrase)
      if (meaning && !(isLatin(phrase.at(-1)) && isLatin(lower[at + length])))
        return { meaning, end: at + length }
    }
    return null
  }
  while (at < quote.length) {
    const start = at
    const character = quote[at]!
    if (character === ' ') {
      at += 1
      continue
    }
    literal.lastIndex = at
    if (literal.test(quote)) {
      at = literal.lastIndex
      const value = literalNumber(quote.slice(start, at), tag)
      tokens.push({ type: 'literal', value, start, end: at })
      continue
    }
    if (quote.startsWith('百分之', at)) {
      at += 3
      tokens.push({ type: 'percent', factor: 1, start, end: at })
      continue
    }
    if (isChineseNumeral(character)) {
      while (at < quote.length && isChineseNumeral(quote[at]!)) at += 1
      // "200多万": the sign for "and some" stands inside the number.
      const inner = tokens.at(-1)?.type === 'many' && tokens.at(-1)?.end === start ? tokens.pop() : undefined
      const previous = tokens.at(-1)
      const run = quote.slice(start, at)
      const leading =
        previous?.type === 'literal' && previous.end === (inner?.start ?? start) ? previous.value : null
      // "3万5千", "5亿5000万": digits and numerals mixed are one number.
      const vague = isVague(quote[start - 1]) || isVague(quote[at])
      const mixed = vague ? null : chineseNumber(run, leading)
      if (leading !== null && mixed !== null) tokens.pop()
      if (mixed === null) tokens.push({ type: 'word', start, end: at })
      else {
        const from = leading === null ? start : previous!.start
        tokens.push({ type: 'number', value: mixed, start: from, end: at })
      }
      if (inner) tokens.push(inner)
      continue
    }
    if ((character === '多' || character === '余' || character === '餘') && tokens.at(-1)?.end === at) {
      at += 1
      tokens.push({ type: 'many', start, end: at })
      continue
    }
    const code = quote.slice(at, at + 3)
    if (isoCurrencies.has(code) && !isLatin(quote[at - 1]) && !isLatin(quote[at + 3])) {
      at += 3
      tokens.push({ type: 'currency', code, start, end: at })
      continue
    }
    const found = known()
    if (found) {
      at = found.end
      tokens.push({ ...found.meaning, start, end: at } as ValueToken)
      continue
    }
    word.lastIndex = at
    if (word.test(quote)) at = word.lastIndex
    else at += character.codePointAt(0)! >= 0xd800 && quote.codePointAt(at)! > 0xffff ? 2 : 1
    tokens.push({
      type: isLatin(character) || /\p{L}/u.test(quote.slice(start, at)) ? 'word' : 'sign',
      start,
      end: at,
    })
  }
  return tokens
}
