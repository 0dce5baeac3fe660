/** Title and metadata as a block above the text, scrolling with it. */
import type { Extension } from '@codemirror/state'
import { Decoration, EditorView, WidgetType } from '@codemirror/view'
import { type Heading, readerView } from './readerState.ts'

class HeadingBlock extends WidgetType {
  readonly heading: Heading
  constructor(heading: Heading) {
    super()
    this.heading = heading
  }
  override eq(other: HeadingBlock): boolean {
    return other.heading.title === this.heading.title && other.heading.meta === this.heading.meta
  }
  override toDOM(): HTMLElement {
    const block = document.createElement('header')
    block.className = 'reader-heading'
    const title = document.createElement('h1')
    title.textContent = this.heading.title
    const meta = document.createElement('p')
    meta.textContent = this.heading.meta
    block.append(title, meta)
    return block
  }
  override get estimatedHeight(): number {
    return 90
  }
}

export const heading: Extension = EditorView.decorations.compute([readerView], (state) => {
  const widget = new HeadingBlock(state.field(readerView).heading)
  return Decoration.set(Decoration.widget({ widget, block: true, side: -1 }).range(0))
})
