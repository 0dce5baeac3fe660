import { entryOf } from '../../files/entryOf.ts'
import { findDate } from '../../reading/dates.ts'
import type { Guess, Guesses, GuessKey } from '../../reading/types.ts'
import type { ReadArticle } from '../format.ts'
import { frenchDay, languageCodes } from './words.ts'

/** An article of a press database's export; '' for what it does not state. */
export interface ExportedArticle {
  readonly title: string
  readonly publisher: string
  /** As written. */
  readonly date: string
  /** As written: a name or a code. */
  readonly language: string
  readonly author: string
  readonly text: string
  /** All of its lines as they stand in the export. */
  readonly source: string
}

export const dayIn = (text: string): string => findDate(text) ?? frenchDay(text)

const languageOf = (text: string): string => {
  const first = text.split(/[;,(]/, 1)[0]!.trim().toLowerCase()
  return entryOf(languageCodes, first) ?? (/^[a-z]{2}$/.test(first) ? first : '')
}

/** `from`: what said so, for the analyst. */
export const articleFrom = (it: ExportedArticle, from: string): ReadArticle => {
  const guesses: Guesses = {}
  const state = (key: GuessKey, value: string): void => {
    const guess: Guess = { value: value.replace(/\s+/g, ' ').trim(), from, confidence: 'certain' }
    if (guess.value !== '') guesses[key] = guess
  }
  state('title', it.title)
  state('publisher', it.publisher)
  state('publishedOn', dayIn(it.date))
  state('language', languageOf(it.language))
  state('author', it.author.replace(/^(?:by|von|par|por|di|door)\s+/i, ''))
  return {
    ...(it.title !== '' && { name: it.title }),
    text: it.text,
    guesses,
    warnings: [],
    encoding: 'utf-8',
    original: { bytes: Buffer.from(it.source, 'utf8'), mediaType: 'text/plain' },
  }
}
