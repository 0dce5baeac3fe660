import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react'
import { classes } from './classes.ts'

export interface VirtualListHandle {
  focus(): void
  scrollTo(index: number): void
}

export interface VirtualListProps {
  /** Name for screen readers. */
  label: string
  count: number
  /** Height of a row in pixels, the same for all or by index. */
  rowHeight: number | ((index: number) => number)
  renderRow(index: number): ReactNode
  /** Row under the keyboard; -1 for none. */
  activeIndex: number
  /** The keyboard or the mouse moved to a row. */
  onActiveIndexChange(index: number, how: { shift: boolean; mod: boolean; mouse: boolean }): void
  /** Enter or a double click. */
  onOpen?: ((index: number) => void) | undefined
  isSelected?: ((index: number) => boolean) | undefined
  multiselectable?: boolean | undefined
  /** Keys the list does not use itself. */
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined
  /** Tells which rows are in view, for asking only those. */
  onRange?: ((first: number, last: number) => void) | undefined
  ref?: Ref<VirtualListHandle> | undefined
  className?: string | undefined
}

/** A list box of any length that draws only what is in view: arrows, Home, End, page keys, Enter. */
export function VirtualList(props: VirtualListProps) {
  const { label, count, rowHeight, activeIndex, onActiveIndexChange, onOpen, onRange } = props
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: typeof rowHeight === 'number' ? () => rowHeight : rowHeight,
    overscan: 8,
  })
  useImperativeHandle(props.ref, () => ({
    focus: () => scroller.current?.focus(),
    scrollTo: (index) => rows.scrollToIndex(index, { align: 'auto' }),
  }))

  // biome-ignore lint/correctness/useExhaustiveDependencies: heights changed as a whole
  useEffect(() => rows.measure(), [rowHeight])

  const items = rows.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => onRange?.(first, last), [first, last, onRange])

  const move = (to: number, event: KeyboardEvent) => {
    event.preventDefault()
    if (count === 0) return
    const index = Math.max(0, Math.min(count - 1, to))
    rows.scrollToIndex(index, { align: 'auto' })
    onActiveIndexChange(index, { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey, mouse: false })
  }

  const press = (event: KeyboardEvent) => {
    if (event.altKey) return
    const height = typeof rowHeight === 'number' ? rowHeight : rowHeight(Math.max(0, activeIndex))
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / height) - 1)
    if (event.key === 'ArrowDown') move(activeIndex + 1, event)
    else if (event.key === 'ArrowUp') move(activeIndex < 0 ? count - 1 : activeIndex - 1, event)
    else if (event.key === 'Home') move(0, event)
    else if (event.key === 'End') move(count - 1, event)
    else if (event.key === 'PageDown') move(activeIndex + page, event)
    else if (event.key === 'PageUp') move(activeIndex - page, event)
    else if (
      event.key === 'Enter' &&
      !event.shiftKey &&
      !event.ctrlKey &&
      !event.metaKey &&
      activeIndex >= 0 &&
      onOpen
    ) {
      event.preventDefault()
      onOpen(activeIndex)
    } else props.onKeyDown?.(event)
  }

  return (
    <div
      ref={scroller}
      className={classes('ui-list', props.className)}
      role="listbox"
      aria-label={label}
      aria-multiselectable={props.multiselectable}
      aria-activedescendant={activeIndex >= 0 ? `${id}-${activeIndex}` : undefined}
      tabIndex={0}
      onKeyDown={press}
    >
      <div className="ui-list-space" role="presentation" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start, size }) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the active row
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the list
          <div
            key={index}
            id={`${id}-${index}`}
            className="ui-list-row"
            role="option"
            aria-selected={props.isSelected?.(index) ?? index === activeIndex}
            aria-setsize={count}
            aria-posinset={index + 1}
            data-active={index === activeIndex ? '' : undefined}
            data-index={index}
            style={{ transform: `translateY(${start}px)`, height: size }}
            onClick={(event) =>
              onActiveIndexChange(index, {
                shift: event.shiftKey,
                mod: event.ctrlKey || event.metaKey,
                mouse: true,
              })
            }
            onDoubleClick={() => onOpen?.(index)}
          >
            {props.renderRow(index)}
          </div>
        ))}
      </div>
    </div>
  )
}
