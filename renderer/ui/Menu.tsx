import { ContextMenu as BaseContext } from '@base-ui/react/context-menu'
import { Menu as Base } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'

export type MenuItem =
  | {
      kind?: 'item'
      label: string
      run(): void
      mark?: ReactNode
      shortcut?: string | undefined
      disabled?: boolean | undefined
      danger?: boolean | undefined
      /** Makes it a switch: on or off. */
      checked?: boolean | undefined
    }
  | {
      kind: 'menu'
      label: string
      mark?: ReactNode
      disabled?: boolean | undefined
      items: readonly MenuItem[]
    }
  | { kind: 'separator' }
  | { kind: 'heading'; label: string }

function Items({ items }: { items: readonly MenuItem[] }) {
  return items.map((it, index) => {
    // Menus are drawn anew whenever they open, so the place is a good key.
    const key = `${it.kind ?? 'item'}-${index}`
    if (it.kind === 'separator') return <Base.Separator key={key} className="ui-menu-line" />
    if (it.kind === 'heading')
      return (
        <div key={key} className="ui-menu-heading" role="presentation">
          {it.label}
        </div>
      )
    if (it.kind === 'menu')
      return (
        <Base.SubmenuRoot key={key} disabled={it.disabled}>
          <Base.SubmenuTrigger className="ui-menu-item">
            <span className="ui-menu-check">{it.mark}</span>
            <span className="ui-menu-label">{it.label}</span>
            <ChevronRight size={14} aria-hidden />
          </Base.SubmenuTrigger>
          <Base.Portal>
            <Base.Positioner className="ui-layer" sideOffset={-2} alignOffset={-4}>
              <Base.Popup className="ui-menu">
                <Items items={it.items} />
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.SubmenuRoot>
      )
    const face = (
      <>
        <span className="ui-menu-check">{it.checked ? <Check size={14} aria-hidden /> : it.mark}</span>
        <span className="ui-menu-label">{it.label}</span>
        {it.shortcut && <Kbd shortcut={it.shortcut} />}
      </>
    )
    if (it.checked !== undefined)
      return (
        <Base.CheckboxItem
          key={key}
          className="ui-menu-item"
          checked={it.checked}
          disabled={it.disabled}
          closeOnClick
          onCheckedChange={() => it.run()}
        >
          {face}
        </Base.CheckboxItem>
      )
    return (
      <Base.Item
        key={key}
        className={it.danger ? 'ui-menu-item ui-menu-danger' : 'ui-menu-item'}
        disabled={it.disabled}
        onClick={() => it.run()}
      >
        {face}
      </Base.Item>
    )
  })
}

export interface MenuProps {
  /** A button (Button, IconButton without its own tooltip, or a plain tag). */
  trigger: ReactElement
  /** Asked for each time the menu is drawn. */
  items: readonly MenuItem[]
  align?: 'start' | 'end'
}

export function Menu({ trigger, items, align = 'start' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="ui-layer" align={align} sideOffset={4}>
          <Base.Popup className="ui-menu">
            <Items items={items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export interface ContextMenuProps {
  items: readonly MenuItem[]
  /** The element that is pressed; gets the handlers. */
  children: ReactElement
  onOpenChange?: ((open: boolean) => void) | undefined
}

/** The menu of the right mouse button and of the menu key. */
export function ContextMenu({ items, children, onOpenChange }: ContextMenuProps) {
  return (
    <BaseContext.Root {...(onOpenChange ? { onOpenChange: (open: boolean) => onOpenChange(open) } : {})}>
      <BaseContext.Trigger render={children} />
      <BaseContext.Portal>
        <BaseContext.Positioner className="ui-layer">
          <BaseContext.Popup className="ui-menu">
            <Items items={items} />
          </BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  )
}
