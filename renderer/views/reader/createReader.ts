/** The annotated text: a read-only CodeMirror view whose decorations come from our own index. */
import { EditorSelection, EditorState, type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, drawSelection, EditorView } from '@codemirror/view'
import type { EvidenceMark } from '@shared/model/relation.ts'
import type { Span } from '@shared/text/span.ts'
import { caret, selectedSpan, words } from './caret.ts'
import { drawMentions } from './drawMentions.ts'
import { handles } from './handles.ts'
import { heading } from './heading.ts'
import { margin } from './margin.ts'
import { changeView, emptyView, type ReaderView, readerView } from './readerState.ts'
import { readerTheme } from './readerTheme.ts'
import { softenLines } from './softLines.ts'
import { subheadings } from './subheadings.ts'

/** What the reader tells its panel. Offsets: UTF-16 code units. */
export interface ReaderEvents {
  /** The caret stands somewhere else, by key or by pointer. */
  onCaret(offset: number, by: 'keyboard' | 'pointer'): void
  onSelect(span: Span | null): void
  /** A selection was made with the pointer and let go. */
  onPointerSelect(span: Span | null): void
  onHover(offset: number | null): void
  onMenu(offset: number): void
  onBadge(marks: EvidenceMark[], badge: DOMRect): void
  badgeName(count: number): string
  onResize(id: number, fragments: readonly Span[]): void
  /** Keys of the text itself; true when used up. */
  onKey(event: KeyboardEvent): boolean
  onScroll(): void
  onChange(view: ReaderView): void
}

export interface ReaderArticle {
  readonly id: number
  readonly text: string
  readonly language: string
  /** Accessible name of the text. */
  readonly title: string
}

const softLineMarks = (breaks: readonly number[]): Extension => {
  if (breaks.length === 0) return []
  const builder = new RangeSetBuilder<Decoration>()
  return EditorView.decorations.compute([], (state) => {
    for (const at of breaks) {
      const line = state.doc.lineAt(at)
      builder.add(line.from, line.from, Decoration.line({ class: 'reader-soft' }))
    }
    return builder.finish()
  })
}

const pointerEvents = (events: () => ReaderEvents): Extension =>
  EditorView.domEventHandlers({
    keydown: (event) => !event.isComposing && events().onKey(event),
    click: (event, view) => {
      if (event.button !== 0 || event.detail > 1 || !view.state.selection.main.empty) return false
      const offset = view.posAtCoords({ x: event.clientX, y: event.clientY })
      if (offset !== null) events().onCaret(offset, 'pointer')
      return false
    },
    contextmenu: (event, view) => {
      events().onMenu(view.posAtCoords({ x: event.clientX, y: event.clientY }, false))
      return false
    },
    mouseup: (_event, view) => {
      events().onPointerSelect(selectedSpan(view))
      return false
    },
    mousemove: (event, view) => {
      const over = (event.target as HTMLElement).closest?.('.reader-mention')
      events().onHover(over ? view.posAtCoords({ x: event.clientX, y: event.clientY }) : null)
      return false
    },
    mouseleave: () => {
      events().onHover(null)
      return false
    },
    scroll: () => {
      events().onScroll()
      return false
    },
    // Text dragged onto a read-only text has nowhere to go; files are for the window.
    dragstart: (event) => {
      event.preventDefault()
      return true
    },
  })

const stateOf = (
  article: ReaderArticle,
  view: ReaderView,
  nonce: string,
  events: () => ReaderEvents,
): EditorState => {
  const { shown, breaks } = softenLines(article.text)
  return EditorState.create({
    doc: shown,
    extensions: [
      EditorState.lineSeparator.of('\n'),
      EditorState.readOnly.of(true),
      EditorView.cspNonce.of(nonce),
      EditorView.contentAttributes.of({
        tabindex: '0',
        'aria-readonly': 'true',
        'aria-label': article.title,
        lang: article.language,
        spellcheck: 'false',
        // Phones and screen readers need not offer a keyboard for it.
        inputmode: 'none',
      }),
      EditorView.lineWrapping,
      EditorView.perLineTextDirection.of(true),
      // What is copied is the article's own text, also where a blank is shown as a line end.
      EditorView.clipboardOutputFilter.of((copied, state) => {
        const { main } = state.selection
        return breaks.length > 0 && !main.empty ? article.text.slice(main.from, main.to) : copied
      }),
      words.of({ text: article.text, language: article.language }),
      readerView.init(() => view),
      drawSelection({ cursorBlinkRate: 1100 }),
      caret,
      drawMentions,
      heading,
      subheadings,
      margin(
        (count) => events().badgeName(count),
        (marks, badge) => events().onBadge(marks, badge),
      ),
      handles((id, fragments) => events().onResize(id, fragments)),
      softLineMarks(breaks),
      readerTheme,
      pointerEvents(events),
      EditorView.updateListener.of((update) => {
        const shown = update.state.field(readerView)
        if (shown !== update.startState.field(readerView)) events().onChange(shown)
        if (!update.selectionSet) return
        events().onSelect(selectedSpan(update.view))
        const byKeyboard = update.transactions.some(
          (it) => it.isUserEvent('select') && !it.isUserEvent('select.pointer'),
        )
        if (byKeyboard && update.state.selection.main.empty)
          events().onCaret(update.state.selection.main.head, 'keyboard')
      }),
    ],
  })
}

export interface Reader {
  readonly editor: EditorView
  /** Shows another article; everything about the old one is gone. */
  show(article: ReaderArticle, view: Partial<ReaderView>): void
  /** Changes what is shown besides the text. */
  change(view: Partial<ReaderView>): void
  view(): ReaderView
  article(): ReaderArticle
  caret(): number
  selected(): Span | null
  setCaret(offset: number): void
  setSelection(span: Span): void
  /** Scrolls a passage into view, in the upper third if it was not. */
  reveal(span: Span): void
  /** The offset at the upper edge of what is visible. */
  topOffset(): number
  scrollTo(offset: number): void
  /** The rectangle of the passage's end on the screen, where popovers open. */
  rectOf(span: Span): DOMRect
  focus(): void
  destroy(): void
}

const none: ReaderArticle = { id: 0, text: '', language: '', title: '' }

export const createReader = (parent: HTMLElement, nonce: string, events: () => ReaderEvents): Reader => {
  let article = none
  const editor = new EditorView({ parent, state: stateOf(none, emptyView, nonce, events) })
  const clamp = (offset: number): number => Math.min(Math.max(offset, 0), editor.state.doc.length)

  const reader: Reader = {
    editor,
    show: (next, view) => {
      article = next
      editor.setState(stateOf(next, { ...emptyView, ...view }, nonce, events))
      editor.scrollDOM.scrollTop = 0
      events().onChange(reader.view())
    },
    change: (view) => editor.dispatch({ effects: changeView.of(view) }),
    view: () => editor.state.field(readerView),
    article: () => article,
    caret: () => editor.state.selection.main.head,
    selected: () => selectedSpan(editor),
    setCaret: (offset) => editor.dispatch({ selection: EditorSelection.cursor(clamp(offset)) }),
    setSelection: ({ start, end }) =>
      editor.dispatch({ selection: EditorSelection.single(clamp(start), clamp(end)), userEvent: 'select' }),
    reveal: ({ start, end }) => {
      const from = clamp(start)
      const { top, bottom } = editor.scrollDOM.getBoundingClientRect()
      const at = editor.coordsAtPos(from)
      const inView = at !== null && at.top > top + 8 && at.bottom < bottom - 8
      if (!inView)
        editor.dispatch({
          effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: (bottom - top) / 4 }),
        })
      else if (clamp(end) - from < 400) editor.dispatch({ effects: EditorView.scrollIntoView(clamp(end)) })
    },
    topOffset: () => {
      const height = editor.scrollDOM.scrollTop - editor.documentPadding.top
      if (height <= 0) return 0
      const block = editor.lineBlockAtHeight(height)
      const share = block.height > 0 ? Math.min(1, Math.max(0, (height - block.top) / block.height)) : 0
      return Math.round(block.from + share * block.length)
    },
    scrollTo: (offset) => {
      const block = editor.lineBlockAt(clamp(offset))
      const share = block.length > 0 ? (clamp(offset) - block.from) / block.length : 0
      editor.scrollDOM.scrollTop =
        offset <= 0 ? 0 : block.top + share * block.height + editor.documentPadding.top
    },
    rectOf: ({ start, end }) => {
      const first = editor.coordsAtPos(clamp(start), 1)
      const last = editor.coordsAtPos(clamp(end), -1)
      const box = editor.scrollDOM.getBoundingClientRect()
      if (!last && !first) return new DOMRect(box.left + 40, box.top + 40, 1, 20)
      const low = last ?? first!
      const left = first && Math.abs(first.top - low.top) < 4 ? first.left : low.left
      return new DOMRect(left, low.top, Math.max(1, low.right - left), low.bottom - low.top)
    },
    focus: () => editor.focus(),
    destroy: () => editor.destroy(),
  }
  return reader
}
