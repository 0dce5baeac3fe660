/** What was changed to make a text canonical, for the report. */
export interface TextChanges {
  readonly lineEnds: number
  readonly nul: number
  readonly surrogates: number
}

export interface CanonicalText {
  /** LF line ends, no NUL, well-formed. */
  readonly text: string
  /** UTF-16 offset in the text as given → in the canonical one. Between CR and LF is before the line end. */
  toCanonical(offset: number): number
  readonly changes: TextChanges
}

const untouched = (offset: number): number => offset
const nothing: TextChanges = { lineEnds: 0, nul: 0, surrogates: 0 }

/** CR LF and lone CR become LF; NUL and lone surrogates become U+FFFD, of the same length in UTF-16. */
export const canonicalText = (given: string): CanonicalText => {
  if (!/[\r\0]/.test(given) && given.isWellFormed()) {
    return { text: given, toCanonical: untouched, changes: nothing }
  }
  const wellFormed = given.toWellFormed()
  let surrogates = 0
  if (wellFormed !== given) {
    for (let at = 0; at < given.length; at += 1) if (given[at] !== wellFormed[at]) surrogates += 1
  }
  let lineEnds = 0
  let nul = 0
  /** Offsets of the LF of every CR LF: behind each the canonical text is one shorter. */
  const pairs: number[] = []
  const text = wellFormed.replace(/\r\n?|\0/g, (found, at: number) => {
    if (found === '\0') {
      nul += 1
      return '\uFFFD'
    }
    lineEnds += 1
    if (found.length === 2) pairs.push(at + 1)
    return '\n'
  })
  const toCanonical = (offset: number): number => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
  return { text, toCanonical, changes: { lineEnds, nul, surrogates } }
}
