/** Handles at both ends of the selected mention: drag one to resize it, grapheme by grapheme. */
import type { Extension } from '@codemirror/state'
import { type EditorView, type LayerMarker, layer } from '@codemirror/view'
import { graphemeStart } from '@shared/text/graphemes.ts'
import type { Span } from '@shared/text/span.ts'
import { words } from './caret.ts'
import { changeView, readerView } from './readerState.ts'
import { mentionOf } from './spanIndex.ts'

export type MentionEnd = 'start' | 'end'

/** Fragments with the mention's first start or last end moved to `to`; never empty, never over a neighbour fragment. */
export const withEndAt = (fragments: readonly Span[], end: MentionEnd, to: number): Span[] => {
  const result = [...fragments]
  const at = end === 'start' ? 0 : result.length - 1
  const span = result[at]!
  result[at] =
    end === 'start'
      ? { start: Math.min(to, span.end - 1), end: span.end }
      : { start: span.start, end: Math.max(to, span.start + 1) }
  return result
}

type OnResize = (id: number, fragments: readonly Span[]) => void

const drag = (view: EditorView, id: number, end: MentionEnd, onResize: OnResize) => (down: PointerEvent) => {
  if (down.button !== 0) return
  down.preventDefault()
  down.stopPropagation()
  const fragments = mentionOf(view.state.field(readerView).index, id)?.fragments
  if (!fragments) return
  let wanted: readonly Span[] = fragments
  const move = (event: PointerEvent): void => {
    const { text } = view.state.facet(words)
    const offset = view.posAtCoords({ x: event.clientX, y: event.clientY }, false)
    wanted = withEndAt(fragments, end, graphemeStart(text, offset))
    view.dispatch({ effects: changeView.of({ resizing: { id, fragments: wanted } }) })
  }
  const stop = (event: PointerEvent): void => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', stop)
    window.removeEventListener('pointercancel', stop)
    if (event.type === 'pointerup' && wanted !== fragments) onResize(id, wanted)
    else view.dispatch({ effects: changeView.of({ resizing: null }) })
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', stop)
  window.addEventListener('pointercancel', stop)
}

const handleAt = (
  view: EditorView,
  id: number,
  end: MentionEnd,
  offset: number,
  onResize: OnResize,
): LayerMarker[] => {
  // The character itself, not the place before it, where a label or the end of the line above may be.
  const { text } = view.state.facet(words)
  const character = end === 'start' ? offset : graphemeStart(text, offset - 1)
  const at = view.coordsForChar(character)
  if (!at) return []
  const scroller = view.scrollDOM
  const box = scroller.getBoundingClientRect()
  const left = (end === 'start' ? at.left : at.right) - box.left + scroller.scrollLeft
  const top = at.top - box.top + scroller.scrollTop
  const height = at.bottom - at.top
  const place = (element: HTMLElement): void => {
    element.style.left = `${left}px`
    element.style.top = `${top}px`
    element.style.height = `${height}px`
  }
  const key = `${id} ${end} ${left} ${top} ${height}`
  return [
    {
      eq: (other) => 'key' in other && other.key === key,
      draw: () => {
        const handle = document.createElement('div')
        handle.className = `reader-handle reader-handle-${end}`
        handle.ariaHidden = 'true'
        handle.addEventListener('pointerdown', drag(view, id, end, onResize))
        place(handle)
        return handle
      },
      key,
    } as LayerMarker & { key: string },
  ]
}

export const handles = (onResize: OnResize): Extension =>
  layer({
    above: true,
    class: 'reader-handles',
    update: (update) =>
      update.startState.field(readerView) !== update.state.field(readerView) || update.geometryChanged,
    markers: (view) => {
      const { index, mentionId, resizing } = view.state.field(readerView)
      if (mentionId === null) return []
      const fragments =
        resizing?.id === mentionId ? resizing.fragments : mentionOf(index, mentionId)?.fragments
      if (!fragments) return []
      return [
        ...handleAt(view, mentionId, 'start', fragments[0]!.start, onResize),
        ...handleAt(view, mentionId, 'end', fragments.at(-1)!.end, onResize),
      ]
    },
  })
