import { articleStatus } from '../../../../shared/model/article.ts'
import type { ReadDocument } from '../formats/records.ts'
import { restOf, stringOf } from './fields.ts'
import type { JsonObject } from './json.ts'

type Facts = Partial<
  Pick<ReadDocument, 'title' | 'language' | 'publishedOn' | 'publisher' | 'sourceUrl' | 'status' | 'note'>
>

/** Keys the exports of this program write: taken wholly, so that they do not come back twice. */
const own = ['title', 'language', 'published_on', 'publisher', 'source_url', 'status', 'note']

const dateOf = (value: string): string | null => {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])/.exec(value.trim())
  if (!found) return null
  const [date, , month = '01', day = '01'] = found
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 ? date : null
}

const languageOf = (value: string): string | null =>
  /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$/.test(value) ? value.replaceAll('_', '-') : null

const addressOf = (value: string): string | null => (/^https?:\/\/\S+$/i.test(value) ? value : null)

const any = (value: string): string => value

/** By fact: the keys it is looked for under, the best first, and what its value must look like. */
const guesses: readonly (readonly [keyof Facts, readonly string[], (value: string) => string | null])[] = [
  ['title', ['title', 'headline', 'Title'], any],
  ['language', ['language', 'lang', 'langCode'], languageOf],
  [
    'publishedOn',
    ['published_on', 'publishedOn', 'published_at', 'published', 'pubDate', 'pub_date', 'date'],
    dateOf,
  ],
  ['publisher', ['publisher', 'newspaper', 'outlet', 'site_name'], any],
  ['sourceUrl', ['source_url'], any],
  ['sourceUrl', ['sourceUrl', 'url', 'uri', 'link', 'source'], addressOf],
  ['status', ['status'], (value) => (articleStatus.safeParse(value).success ? value : null)],
  ['note', ['note'], any],
]

/**
 * What free metadata says of an article. `rest` holds everything that was not taken wholly: guesses under other names
 * than our own stay in it too, since they belong to the format.
 */
export const articleFactsOf = (bag: JsonObject): { facts: Facts; rest: JsonObject | undefined } => {
  const facts: Record<string, string> = {}
  const taken: string[] = []
  for (const [fact, keys, accept] of guesses) {
    for (const key of keys) {
      const value = stringOf(bag[key])
      const accepted = value === undefined ? null : accept(value)
      if (accepted === null || facts[fact] !== undefined) continue
      facts[fact] = accepted
      if (own.includes(key) && accepted === value) taken.push(key)
    }
  }
  return { facts: facts as Facts, rest: restOf(bag, taken) }
}
