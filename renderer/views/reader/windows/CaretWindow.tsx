import { Popover } from '@base-ui/react/popover'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { classes } from '../../../ui/classes.ts'

export interface CaretWindowProps {
  /** Name for screen readers. */
  label: string
  /** Where it opens; asked for again whenever the page moves. */
  rect: () => DOMRect
  onClose(): void
  /** Whether a press outside leaves it open (a mention of the text is picked for it). */
  staysOpenFor?: (target: EventTarget | null) => boolean
  onKeyDown?: (event: KeyboardEvent) => void
  wide?: boolean
  children: ReactNode
}

/** A little window at the caret: opens where the work is, leaves with Escape or a press outside. */
export function CaretWindow({
  label,
  rect,
  onClose,
  staysOpenFor,
  onKeyDown,
  wide,
  children,
}: CaretWindowProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Popover.Root
      open
      onOpenChange={(open, details) => {
        if (open) return
        if (details.reason === 'focus-out') return
        if (staysOpenFor?.(details.event.target)) return
        onClose()
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          className="ui-layer"
          anchor={{ getBoundingClientRect: rect }}
          align="start"
          sideOffset={7}
          collisionPadding={8}
          collisionAvoidance={{ side: 'flip', align: 'shift', fallbackAxisSide: 'none' }}
        >
          <Popover.Popup
            ref={popup}
            className={classes('reader-window', wide && 'reader-window-wide')}
            aria-label={label}
            initialFocus={() => popup.current?.querySelector<HTMLElement>('[data-first-focus]') ?? true}
            finalFocus={false}
            onKeyDown={onKeyDown}
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
