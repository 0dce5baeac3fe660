/**
 * Very long lines cost a text view dearly (1 MB in one line: 1.6 s to the first picture), so for display some of
 * their blanks become line ends. A blank is one unit as a line end is, so every offset stays what it was.
 */

/** Lines beyond this many UTF-16 units are cut for display. */
export const longestLine = 20_000
const pieceLength = 5000

const blank = /[ \t\u3000]/

/** The text as displayed, of the same length, and the offsets (UTF-16) of the blanks that became line ends. */
export const softenLines = (text: string): { readonly shown: string; readonly breaks: readonly number[] } => {
  const breaks: number[] = []
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next === -1 ? text.length : next
    if (end - start > longestLine) {
      let from = start
      while (end - from > pieceLength) {
        let at = from + pieceLength
        while (at < end && !blank.test(text[at]!)) at += 1
        if (at >= end) break
        breaks.push(at)
        from = at + 1
      }
    }
    start = end + 1
  }
  if (breaks.length === 0) return { shown: text, breaks }
  const parts: string[] = []
  let from = 0
  for (const at of breaks) {
    parts.push(text.slice(from, at))
    from = at + 1
  }
  parts.push(text.slice(from))
  return { shown: parts.join('\n'), breaks }
}
