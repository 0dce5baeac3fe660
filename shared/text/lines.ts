/** Lines of a text. In an article one line is one paragraph. Offsets are UTF-16 code units, half-open. */
import type { Span } from './span.ts'

/** The line that holds `offset`, without its line end. An offset on a line end belongs to the line before it. */
export function lineAt(text: string, offset: number): Span {
  const at = Math.min(Math.max(offset, 0), text.length)
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  const next = text.indexOf('\n', at)
  return { start, end: next === -1 ? text.length : next }
}

/** Every line that is not blank, in order, without line ends. */
export function paragraphs(text: string): Span[] {
  const result: Span[] = []
  let start = 0
  while (start <= text.length) {
    const next = text.indexOf('\n', start)
    const end = next === -1 ? text.length : next
    if (text.slice(start, end).trim() !== '') result.push({ start, end })
    start = end + 1
  }
  return result
}
