import type { JsonObject, JsonValue } from '../../files/json.ts'
import type { Features } from './features.ts'

const tokenKeys = ['tokens', 'words', 'tokenized_text', 'token', 'text', 'sentence']
const tagKeys = [
  'ner_tags',
  'tags',
  'ner',
  'labels',
  'ner_labels',
  'entity_tags',
  'bio_tags',
  'iob_tags',
  'label',
]

const isTexts = (it: JsonValue | undefined): it is string[] =>
  Array.isArray(it) && it.every((token) => typeof token === 'string')

/** The column of tokens; null where the record has none. */
export const tokenKeyOf = (row: JsonObject): string | null => tokenKeys.find((it) => isTexts(row[it])) ?? null

/** The column of tags, one for each token: by its usual names, then by its ending. */
export const tagKeyOf = (row: JsonObject, tokenKey: string): string | null => {
  const { length } = row[tokenKey] as string[]
  const fits = (key: string): boolean => {
    const tags = row[key]
    return (
      key !== tokenKey &&
      Array.isArray(tags) &&
      tags.length === length &&
      tags.every((it) => typeof it === 'string' || Number.isInteger(it))
    )
  }
  const other = Object.keys(row).filter(
    (it) => /(ner|tag|label)s?$/i.test(it) && !/pos|chunk|dep|lemma|head/i.test(it),
  )
  return [...tagKeys, ...other].find(fits) ?? null
}

/** Tags as texts; null where numbers have no names. A negative number is outside (masked). */
export const tagTexts = (
  tags: readonly JsonValue[],
  key: string,
  features: Features | null,
): string[] | null => {
  const names = features?.get(key)?.names
  const texts = tags.map((it) => {
    if (typeof it === 'string') return it
    return (it as number) < 0 ? 'O' : (names?.[it as number] ?? null)
  })
  return texts.includes(null) ? null : (texts as string[])
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** Code points of a text. */
export const pointsIn = (text: string): number => {
  let count = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) count -= 1
  }
  return count
}

export interface TokenText {
  readonly text: string
  /** Code points in `text`. */
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  readonly isBuilt: boolean
}

/** Where each token stands in the text; null where one is missing. */
const found = (tokens: readonly string[], text: string): TokenText | null => {
  let [unit, point] = [0, 0]
  const spans: { start: number; end: number }[] = []
  for (const token of tokens) {
    const at = text.indexOf(token, unit)
    if (at === -1) return null
    const start = point + pointsIn(text.slice(unit, at))
    point = start + pointsIn(token)
    spans.push({ start, end: point })
    unit = at + token.length
  }
  return { text, spans, isBuilt: false }
}

/**
 * The text of tokens: `text` where they all stand in it; else they are joined by what `after` says follows each, or by
 * a blank (by nothing where the tokens are mostly Chinese or Japanese).
 */
export const joinTokens = (
  tokens: readonly string[],
  after: readonly string[] | null,
  text: string | null,
): TokenText => {
  const aligned = text === null ? null : found(tokens, text)
  if (aligned) return aligned
  const gap = tokens.filter((it) => cjk.test(it)).length * 2 >= tokens.length ? '' : ' '
  const parts: string[] = []
  let point = 0
  const spans = tokens.map((token, index) => {
    const start = point
    const end = start + pointsIn(token)
    const behind = after?.[index] ?? (index < tokens.length - 1 ? gap : '')
    parts.push(token, behind)
    point = end + pointsIn(behind)
    return { start, end }
  })
  return { text: parts.join(''), spans, isBuilt: after === null }
}
