/** The margin: how many relations a paragraph proves, as a badge that opens their list. */
import type { Extension } from '@codemirror/state'
import { type EditorView, GutterMarker, gutter } from '@codemirror/view'
import type { EvidenceMark } from '@shared/model/relation.ts'
import { readerView } from './readerState.ts'

class Badge extends GutterMarker {
  readonly count: number
  readonly name: string
  constructor(count: number, name: string) {
    super()
    this.count = count
    this.name = name
  }
  override eq(other: Badge): boolean {
    return other.count === this.count && other.name === this.name
  }
  override toDOM(): HTMLElement {
    const badge = document.createElement('button')
    badge.type = 'button'
    badge.className = 'reader-badge'
    badge.tabIndex = -1
    badge.textContent = String(this.count)
    badge.title = this.name
    badge.ariaLabel = this.name
    return badge
  }
}

/** The evidence that begins in [from, to], UTF-16. */
export const evidenceIn = (editor: EditorView, from: number, to: number): EvidenceMark[] =>
  editor.state.field(readerView).evidence.filter((it) => it.start >= from && it.start <= to)

/** `nameOf` writes what a badge says to a screen reader; `onOpen` gets the evidence of the line and the badge. */
export const margin = (
  nameOf: (count: number) => string,
  onOpen: (marks: EvidenceMark[], badge: DOMRect) => void,
): Extension =>
  gutter({
    class: 'reader-badges',
    renderEmptyElements: false,
    lineMarker: (editor, line) => {
      const relations = new Set(evidenceIn(editor, line.from, line.to).map((it) => it.relationId))
      return relations.size === 0 ? null : new Badge(relations.size, nameOf(relations.size))
    },
    lineMarkerChange: (update) => {
      const [before, now] = [update.startState.field(readerView), update.state.field(readerView)]
      // Another language changes the heading, and the names of the badges with it.
      return before.evidence !== now.evidence || before.heading !== now.heading
    },
    initialSpacer: () => new Badge(0, ''),
    domEventHandlers: {
      mousedown: (editor, line, event) => {
        const badge = (event.target as HTMLElement).closest('.reader-badge')
        if (!badge) return false
        onOpen(evidenceIn(editor, line.from, line.to), badge.getBoundingClientRect())
        return true
      },
    },
  })
