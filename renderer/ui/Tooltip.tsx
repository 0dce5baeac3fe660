import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'

interface Props {
  text: ReactNode
  shortcut?: string | undefined
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** One element that takes a ref and hover handlers (a Button, a plain tag). */
  children: ReactElement
}

/** A short text on hover and focus. It repeats or adds to a name; it never is the only one. */
export function Tooltip({ text, shortcut, side = 'bottom', children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className="ui-layer" side={side} sideOffset={6}>
          <Base.Popup className="ui-tooltip">
            {text}
            {shortcut && <Kbd shortcut={shortcut} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
