/** Title and metadata as a block above the text, scrolling with it. */
import type { Extension } from '@codemirror/state'
import { Decoration, EditorView, WidgetType } from '@codemirror/view'
import { type Heading, readerView } from './readerState.ts'

class HeadingBlock extends WidgetType {
  readonly heading: Heading
  /** Whether the title has to be said; a text may begin with it. */
  readonly ownTitle: boolean
  constructor(heading: Heading, ownTitle: boolean) {
    super()
    this.heading = heading
    this.ownTitle = ownTitle
  }
  override eq(other: HeadingBlock): boolean {
    const { title, meta } = other.heading
    return title === this.heading.title && meta === this.heading.meta && other.ownTitle === this.ownTitle
  }
  override toDOM(): HTMLElement {
    const block = document.createElement('header')
    block.className = 'reader-heading'
    const title = document.createElement('h1')
    title.textContent = this.heading.title
    const meta = document.createElement('p')
    meta.textContent = this.heading.meta
    // Said once to the eye; for who listens it stays the heading of the text.
    if (!this.ownTitle) title.className = 'ui-hidden'
    block.append(title, meta)
    return block
  }
  override get estimatedHeight(): number {
    return 90
  }
}

const titleLine = Decoration.line({ class: 'reader-title-line' })

export const heading: Extension = EditorView.decorations.compute([readerView], (state) => {
  const told = state.field(readerView).heading
  const first = state.doc.line(1)
  const begins = told.title !== '' && first.length < 1000 && first.text.trim() === told.title.trim()
  const above = Decoration.widget({ widget: new HeadingBlock(told, !begins), block: true, side: -1 })
  return Decoration.set([above.range(0), ...(begins ? [titleLine.range(0)] : [])], true)
})
