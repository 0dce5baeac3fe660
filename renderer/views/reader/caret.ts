/** How the caret moves: words and sentences of the article's language, whole graphemes everywhere. */
import { standardKeymap } from '@codemirror/commands'
import { EditorSelection, type Extension, Facet, Prec, type SelectionRange } from '@codemirror/state'
import { type Command, EditorView, type KeyBinding, keymap } from '@codemirror/view'
import { nextWordBoundary, previousWordBoundary, sentencesIn, wordAt } from '@shared/text/segment.ts'
import { type Span, snapToGraphemes } from '@shared/text/span.ts'
import { isMac } from '../../state/platform.ts'
import { readerView } from './readerState.ts'

/** The article's own text, of which the document is a display (same offsets), and its language. */
export interface Words {
  readonly text: string
  readonly language: string
}

export const words = Facet.define<Words, Words>({
  combine: (given) => given[0] ?? { text: '', language: '' },
})

type Movement = (article: Words, from: number) => number

const nextWord: Movement = ({ text, language }, from) => nextWordBoundary(text, from, language)
const previousWord: Movement = ({ text, language }, from) => previousWordBoundary(text, from, language)

const nextSentence: Movement = ({ text, language }, from) => {
  const lineEnd = (at: number): number => (text.indexOf('\n', at) + 1 || text.length + 1) - 1
  for (let at = from; at < text.length; at = lineEnd(at) + 1) {
    const end = Math.max(lineEnd(at), at + 1)
    const next = sentencesIn(text, { start: at, end }, language).find((it) => it.start > from)
    if (next) return next.start
  }
  return text.length
}

const previousSentence: Movement = ({ text, language }, from) => {
  for (let at = from; at > 0; at = text.lastIndexOf('\n', at - 1)) {
    const start = text.lastIndexOf('\n', at - 1) + 1
    const before = sentencesIn(text, { start, end: Math.max(at, start + 1) }, language).findLast(
      (it) => it.start < from,
    )
    if (before) return before.start
    if (start === 0) break
  }
  return 0
}

const move =
  (movement: Movement, extend: boolean): Command =>
  (view) => {
    // On a Mac Alt with an arrow means both this and resizing; a selected mention is resized.
    if (isMac() && view.state.field(readerView).mentionId !== null) return false
    const { main } = view.state.selection
    const head = movement(view.state.facet(words), main.head)
    view.dispatch({
      selection: extend ? EditorSelection.range(main.anchor, head) : EditorSelection.cursor(head),
      scrollIntoView: true,
      userEvent: 'select',
    })
    return true
  }

const moving = (keys: Pick<KeyBinding, 'key' | 'mac'>, movement: Movement): KeyBinding => ({
  ...keys,
  run: move(movement, false),
  shift: move(movement, true),
})

const movements: readonly KeyBinding[] = [
  moving({ key: 'Ctrl-ArrowRight', mac: 'Alt-ArrowRight' }, nextWord),
  moving({ key: 'Ctrl-ArrowLeft', mac: 'Alt-ArrowLeft' }, previousWord),
  moving({ key: 'Ctrl-ArrowDown' }, nextSentence),
  moving({ key: 'Ctrl-ArrowUp' }, previousSentence),
]

/** The keys of an editor that only move: no Enter, no Delete, nothing that would write. */
const plainMovements = standardKeymap.filter((it) =>
  /^(Mod-|Cmd-|Ctrl-)?(Arrow|Home|End|Page|a$)/.test(it.key ?? it.mac ?? ''),
)

/** Double click takes the word (also a Chinese one), triple click the sentence; a drag then goes on by words. */
const mouseSelection = EditorView.mouseSelectionStyle.of((view, event) => {
  if (event.button !== 0 || event.detail < 2) return null
  const article = view.state.facet(words)
  const around = (at: number): Span => {
    if (event.detail === 2) return wordAt(article.text, at, article.language) ?? { start: at, end: at }
    const line = view.state.doc.lineAt(at)
    const sentences = sentencesIn(
      article.text,
      { start: line.from, end: Math.max(line.to, line.from + 1) },
      article.language,
    )
    return sentences.find((it) => at <= it.end) ?? { start: line.from, end: line.to }
  }
  const origin = around(view.posAtCoords(event, false))
  return {
    update: () => {},
    get: (current) => {
      const here = around(view.posAtCoords(current, false))
      const forward = here.start >= origin.start
      const start = Math.min(origin.start, here.start)
      const end = Math.max(origin.end, here.end)
      return EditorSelection.single(forward ? start : end, forward ? end : start)
    },
  }
})

/** Whatever made a selection, it ends at grapheme boundaries: no half emoji, no accent without its letter. */
const wholeGraphemes = (range: SelectionRange, text: string): SelectionRange => {
  if (range.empty) return range
  const { start, end } = snapToGraphemes(text, { start: range.from, end: range.to })
  if (start === range.from && end === range.to) return range
  return range.anchor <= range.head ? EditorSelection.range(start, end) : EditorSelection.range(end, start)
}

export const selectedSpan = (view: EditorView): Span | null => {
  const { main } = view.state.selection
  if (main.empty) return null
  const snapped = wholeGraphemes(main, view.state.facet(words).text)
  return { start: snapped.from, end: snapped.to }
}

export const caret: Extension = [
  Prec.high(keymap.of([...movements])),
  keymap.of([...plainMovements]),
  mouseSelection,
]
