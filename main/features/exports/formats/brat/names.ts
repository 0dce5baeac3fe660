/*
 * What stands in a standoff file besides brat's own: a database of this program in normalisations, notes of private
 * types, a file of facts. The reader (imports/formats/brat) knows the same names.
 */
export const ownScheme = 'Ligature'
export const mentionNote = 'LigatureMention'
export const relationNote = 'LigatureRelation'
/** Note on an event: `ROLE JSON`, for the relation one of its arguments is. */
export const argumentNote = 'LigatureArgument'
export const factsFile = 'ligature.facts'

/** What Python takes for line ends, brat being written in it: none of these may stand in a line. */
const lineEnds = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/

/** JSON in one line, whatever the reader takes for a line end. */
export const inOneLine = (json: string): string =>
  json.replace(/[\x85\u2028\u2029]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The lines of a text, for what can only be written line by line. */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/)

/** A text without line ends. */
export const oneLine = (text: string): string => linesOf(text).join(' ')

/** The pieces of a span between line ends, without blanks at their ends; UTF-16 in the text. */
export const piecesOf = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { start: number; end: number }[] => {
  const pieces: { start: number; end: number }[] = []
  const cut = text.slice(start, end)
  if (!lineEnds.test(cut)) return [{ start, end }]
  let from = 0
  for (let at = 0; at <= cut.length; at += 1) {
    if (at < cut.length && !lineEnds.test(cut[at]!)) continue
    const line = cut.slice(from, at)
    const [left, right] = [line.length - line.trimStart().length, line.trimEnd().length]
    if (right > 0) pieces.push({ start: start + from + left, end: start + from + right })
    from = at + 1
  }
  return pieces
}
