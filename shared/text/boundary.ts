const wordCharacter = /[\p{L}\p{N}\p{M}]/u
/** Scripts written without blanks: between their characters a name may begin or end anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

const joinsWords = (character: string | undefined): boolean =>
  character !== undefined && wordCharacter.test(character) && !unspaced.test(character)

const before = (text: string, offset: number): string | undefined => {
  if (offset <= 0) return undefined
  const low = text.charCodeAt(offset - 1)
  const pair = low >= 0xdc00 && low <= 0xdfff && offset >= 2
  return text.slice(offset - (pair ? 2 : 1), offset)
}

const after = (text: string, offset: number): string | undefined => {
  const point = text.codePointAt(offset)
  return point === undefined ? undefined : String.fromCodePoint(point)
}

/**
 * Whether a name may begin or end at a UTF-16 offset: not inside a run of letters, digits or marks. Characters of
 * unspaced scripts never form such a run, so `京东` is found in `京东宣布`. A rule for finding other occurrences of a
 * quote, not a segmentation.
 */
export const isNameEdge = (text: string, offset: number): boolean =>
  !(joinsWords(before(text, offset)) && joinsWords(after(text, offset)))

/** Every place where `quote` stands at name edges, from left to right, not overlapping; UTF-16 offsets of the starts. */
export const occurrencesOf = (text: string, quote: string): number[] => {
  const starts: number[] = []
  if (quote === '') return starts
  let at = text.indexOf(quote)
  while (at >= 0) {
    const whole = isNameEdge(text, at) && isNameEdge(text, at + quote.length)
    if (whole) starts.push(at)
    at = text.indexOf(quote, whole ? at + quote.length : at + 1)
  }
  return starts
}
