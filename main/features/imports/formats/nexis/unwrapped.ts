/** Exports as text break their lines at 78 or 80 characters; wider or narrower texts are not wrapped. UTF-16 code units. */
const wrapped = { narrowest: 55, widest: 100 }

/**
 * Paragraphs of lines broken at a fixed width, each in one line: a break was forced where the next word had no room. Other
 * breaks stay, blank lines part the paragraphs.
 */
export const unwrapped = (lines: readonly string[]): string => {
  const width = lines.reduce((most, it) => Math.max(most, it.trimEnd().length), 0)
  const isWrapped = width >= wrapped.narrowest && width <= wrapped.widest
  const paragraphs: string[] = []
  let open: { text: string; last: number } | null = null
  for (const raw of lines) {
    const line = raw.trim()
    if (line === '') {
      if (open) paragraphs.push(open.text)
      open = null
      continue
    }
    const firstWord: string = line.split(/\s/, 1)[0]!
    const isForced: boolean = open !== null && isWrapped && open.last + 1 + firstWord.length > width - 1
    if (!open) open = { text: line, last: raw.trimEnd().length }
    else open = { text: `${open.text}${isForced ? ' ' : '\n'}${line}`, last: raw.trimEnd().length }
  }
  if (open) paragraphs.push(open.text)
  return paragraphs.join('\n\n')
}
