import type { CleaningRule } from '../../../../shared/model/recipe.ts'

export interface CleanText {
  readonly text: string
  /** Where a boundary (UTF-16) of the text before is now. @throws RangeError for what was not named as a boundary */
  place(boundary: number): number
}

/** Blanks within a line; a no-break space is one of them. */
const isBlank = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x09 ||
  unit === 0xa0 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000

const newline = 0x0a

/** Controls, soft hyphens, zero-width blanks, marks of direction, byte order marks: nobody sees them. */
const isInvisible = (unit: number): boolean =>
  (unit < 0x20 && unit !== newline && unit !== 0x09) ||
  (unit >= 0x7f && unit <= 0x9f) ||
  unit === 0xad ||
  unit === 0x180e ||
  unit === 0x200b ||
  unit === 0x200e ||
  unit === 0x200f ||
  (unit >= 0x202a && unit <= 0x202e) ||
  (unit >= 0x2060 && unit <= 0x206f) ||
  unit === 0xfeff ||
  (unit >= 0xfff9 && unit <= 0xfffb)

/** Joiners shape what stands beside them (emoji, Persian, Indic scripts); elsewhere nobody sees them. */
const isJoiner = (unit: number): boolean => unit === 0x200c || unit === 0x200d

const shapes =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u

/** The character that ends at a place. */
const before = (text: string, at: number): string =>
  /[\uDC00-\uDFFF]/.test(text[at - 1] ?? '') ? text.slice(Math.max(0, at - 2), at) : (text[at - 1] ?? '')

const isShaping = (text: string, at: number): boolean =>
  shapes.test(before(text, at)) && shapes.test(String.fromCodePoint(text.codePointAt(at + 1) ?? newline))

/** 1 for every unit that stays. */
const kept = (text: string, { invisible, blanks }: CleaningRule): Uint8Array => {
  const keep = new Uint8Array(text.length).fill(1)
  if (invisible) {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      if (isInvisible(unit) || (isJoiner(unit) && !isShaping(text, at))) keep[at] = 0
    }
  }
  if (!blanks) return keep
  /** Where the run of blanks that may turn out to end the line began; what is not kept does not count. */
  let run: number[] = []
  let lines = 0
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && keep[at] === 0) continue
    const unit = at < text.length ? text.charCodeAt(at) : newline
    if (unit === newline) {
      for (const it of run) keep[it] = 0
      run = []
      lines += 1
      // The end of a line, an empty line, and no more.
      if (lines > 2 && at < text.length) keep[at] = 0
    } else if (isBlank(unit)) run.push(at)
    else {
      for (const it of run.slice(1)) keep[it] = 0
      run = []
      lines = 0
    }
  }
  return keep
}

/** The piece with only what stays. */
const pieceOf = (text: string, keep: Uint8Array, start: number, end: number): string => {
  let result = ''
  let from = start
  for (let at = start; at <= end; at += 1) {
    if (at < end && keep[at] === 1) continue
    if (from < at) result += text.slice(from, at)
    from = at + 1
  }
  return result
}

/**
 * Cleans a text and knows where its boundaries (ends of mentions and passages; UTF-16, none inside a surrogate pair)
 * came to. Between two boundaries everything is cleaned, across one nothing is: characters that would compose over the
 * end of a mention stay apart, so no mention takes in or loses a part of a character.
 */
export const cleanText = (text: string, rule: CleaningRule, boundaries: Iterable<number>): CleanText => {
  const ends = [...new Set([...boundaries, 0, text.length])].sort((a, b) => a - b)
  const keep = kept(text, rule)
  const places = new Map<number, number>([[0, 0]])
  const pieces: string[] = []
  let length = 0
  for (let index = 1; index < ends.length; index += 1) {
    const piece = pieceOf(text, keep, ends[index - 1]!, ends[index]!)
    const clean = rule.nfc ? piece.normalize('NFC') : piece
    pieces.push(clean)
    length += clean.length
    places.set(ends[index]!, length)
  }
  return {
    text: pieces.join(''),
    place: (boundary) => {
      const found = places.get(boundary)
      if (found === undefined) throw new RangeError(`${boundary} is no boundary of the cleaned text.`)
      return found
    },
  }
}
