/** Lines of the text that were headings in the original: a text without them reads as one long chapter. */
import { type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import { readerView } from './readerState.ts'

/** Blocks of the original that became text: `h1` to `h6`, and paragraphs that begin with the `#` of Markdown. */
const block = /<(h[1-6]|p)\b[^>]*\bdata-start="(\d+)"[^>]*>(#{1,6} )?/g

/** Where headings begin in the text (UTF-16), in order, by the original as `articles.source` gives it. */
export const headingsOf = (html: string): number[] =>
  [...html.matchAll(block)]
    .filter(([, tag, , marks]) => tag !== 'p' || marks !== undefined)
    .map(([, , start]) => Number(start))
    .sort((a, b) => a - b)

const line = Decoration.line({ class: 'reader-subheading' })

export const subheadings: Extension = EditorView.decorations.compute([readerView], (state) => {
  const builder = new RangeSetBuilder<Decoration>()
  let last = -1
  for (const start of state.field(readerView).subheadings) {
    if (start > state.doc.length) break
    const { from } = state.doc.lineAt(start)
    if (from > last) builder.add(from, from, line)
    last = from
  }
  return builder.finish()
})
