import type { Notice } from '../../reading/types.ts'
import { commentPair, type Sentence, type Word } from './sentences.ts'

/** UTF-16, in the document's text. */
interface Place {
  readonly start: number
  readonly end: number
}

export interface Surface {
  text: string
  /** The place of every word; those of a range have the range's, empty nodes none. */
  readonly places: Map<Word, Place>
  /** Nothing of the text was joined from words. */
  isStated: boolean
  /** What follows the last sentence unless the next one says otherwise; null at the beginning. */
  pending: { readonly stated: string | null } | null
}

export const createSurface = (): Surface => ({ text: '', places: new Map(), isStated: true, pending: null })

const signs: Readonly<Record<string, string>> = { s: ' ', t: '\t', n: '\n', r: '\r', p: '|', '\\': '\\' }

/** Escapes of SpacesAfter (Universal Dependencies, UDPipe): `\s \t \n \r \p \\`. */
export const unescapeSpaces = (text: string): string =>
  text.replace(/\\([stnrp\\])/g, (_, it: string) => signs[it]!)

const isBlank = (sign: string | undefined): boolean => sign !== undefined && /^[\s\p{Cc}\u200b]$/u.test(sign)

const statedAfter = ({ misc }: Word): string | null => {
  const spaces = misc.get('SpacesAfter')
  if (spaces !== undefined) return unescapeSpaces(spaces)
  return misc.get('SpaceAfter') === 'No' ? '' : null
}

/** Words as they stand in a text, one range for the words in it. */
const surfaceWords = (words: readonly Word[]): Word[] => {
  let covered = 0
  return words.filter((it) => {
    if (it.kind === 'empty') return false
    if (it.kind === 'range') covered = Math.max(covered, it.last)
    else if (it.first <= covered) return false
    return true
  })
}

/** End of the form in the text from `at` on, blanks inside it being alike; -1 where it is not there. */
const endOf = (form: string, text: string, at: number): number => {
  if (text.startsWith(form, at)) return at + form.length
  let end = at
  for (let index = 0; index < form.length; index += 1) {
    if (isBlank(form[index]) && isBlank(text[end])) {
      while (isBlank(form[index + 1])) index += 1
      while (isBlank(text[end])) end += 1
    } else if (form[index] === text[end]) end += 1
    else return -1
  }
  return end
}

/** Places of the words in the stated text; null where they do not stand in it in this order and nothing else. */
const align = (words: readonly Word[], text: string): Place[] | null => {
  const places: Place[] = []
  let at = 0
  for (const { cells } of words) {
    while (isBlank(text[at])) at += 1
    const end = endOf(cells.FORM ?? '_', text, at)
    if (end === -1 || end === at) return null
    places.push({ start: at, end })
    at = end
  }
  while (isBlank(text[at])) at += 1
  return at === text.length ? places : null
}

/** Adds a sentence to the text. `isParagraph`: it begins a paragraph. */
export const addSentence = (
  surface: Surface,
  { words, comments, line }: Sentence,
  isParagraph: boolean,
  problem: (line: number, notice: Notice) => void,
): void => {
  const parts = surfaceWords(words)
  if (parts.length === 0) return
  if (surface.pending) surface.text += surface.pending.stated ?? (isParagraph ? '\n\n' : ' ')
  const before = parts[0]!.misc.get('SpacesBefore')
  if (before !== undefined) surface.text += unescapeSpaces(before)

  const text = comments.map(commentPair).find((it) => it?.[0] === 'text')?.[1]
  const aligned = text === undefined ? null : align(parts, text)
  if (text !== undefined && !aligned) {
    problem(line, {
      code: 'import.conllu_text',
      message: `Line ${line}: the words do not stand in the stated text. The sentence was joined from its words.`,
      params: { line },
    })
  }
  if (!aligned) surface.isStated = false

  parts.forEach((word, index) => {
    const inToken = word.misc.get('SpacesInToken')
    const own = aligned?.[index]
    const form = own
      ? text!.slice(own.start, own.end)
      : inToken === undefined
        ? (word.cells.FORM ?? '_')
        : unescapeSpaces(inToken)
    const start = surface.text.length
    surface.text += form
    const place = { start, end: surface.text.length }
    if (word.kind === 'word') surface.places.set(word, place)
    else {
      for (const it of words) {
        if (it.kind !== 'empty' && it.first >= word.first && it.last <= word.last)
          surface.places.set(it, place)
      }
    }
    const stated = statedAfter(word)
    const next = parts[index + 1]
    if (!next) {
      surface.pending = { stated }
      return
    }
    const gap = own && aligned?.[index + 1] ? text!.slice(own.end, aligned[index + 1]!.start) : null
    // The stated text shows every blank as one; SpacesAfter says which ones they were.
    const isSame = gap === null || (gap === '') === (stated === '')
    surface.text += stated !== null && isSame ? stated : (gap ?? ' ')
  })
}

/** What the last word says stands behind it. */
export const endSurface = (surface: Surface): void => {
  surface.text += surface.pending?.stated ?? ''
}
