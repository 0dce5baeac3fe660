import type { Span } from '../../../../../shared/text/span.ts'
import { tokensOf } from '../../support/tokens.ts'

/** A token as spaCy has it: words, signs, and runs of white space but for one blank behind a token (`ws`). UTF-16. */
export interface Token extends Span {
  readonly ws: boolean
}

/** Where tokens must begin and end, for every span to be made of whole tokens. */
export interface Borders {
  readonly starts: ReadonlySet<number>
  readonly ends: ReadonlySet<number>
}

/**
 * Tokens that cover the whole text: written one after the other, with a blank behind each one that has `ws`, they are the
 * text. No token reaches over a border; a blank at which a span begins or behind which one ends is a token of its own.
 */
export const spacyTokens = (text: string, language: string, { starts, ends }: Borders): Token[] => {
  const cuts = [...new Set([...starts, ...ends])].sort((a, b) => a - b)
  const words = tokensOf(text, { start: 0, end: text.length }, language, cuts)
  const tokens: { start: number; end: number; ws: boolean }[] = []
  let cut = 0
  /** What stands between words: the first blank belongs to the word before it, the rest is tokens, split at borders. */
  const fill = (from: number, to: number): void => {
    let at = from
    const last = tokens.at(-1)
    if (last && at < to && text[at] === ' ' && !starts.has(at) && !ends.has(at + 1)) {
      last.ws = true
      at += 1
    }
    while (at < to) {
      while (cut < cuts.length && cuts[cut]! <= at) cut += 1
      const end = Math.min(to, cuts[cut] ?? to)
      tokens.push({ start: at, end, ws: false })
      at = end
    }
  }
  let at = 0
  for (const { start, end } of words) {
    fill(at, start)
    tokens.push({ start, end, ws: false })
    at = end
  }
  fill(at, text.length)
  return tokens
}
