import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useText } from '../state/i18n.ts'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'

export interface DialogProps {
  /** Asked to go away: Escape, the closing button, a press outside (unless `stay`). */
  onClose(): void
  title: ReactNode
  children: ReactNode
  /** Row of buttons at the bottom; the last one is the main one. */
  footer?: ReactNode
  /** 420 px, 640 px, 960 px, or nearly the whole window. */
  size?: 's' | 'm' | 'l' | 'full'
  /** A press outside does not close it. */
  stay?: boolean
  /** What gets the focus; else the first control. */
  initialFocus?: RefObject<HTMLElement | null> | undefined
  className?: string | undefined
}

/** A dialog that is open as long as it is mounted. */
export function Dialog({
  onClose,
  title,
  children,
  footer,
  size = 'm',
  stay = false,
  initialFocus,
  className,
}: DialogProps) {
  const t = useText()
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()} disablePointerDismissal={stay}>
      <Base.Portal>
        <Base.Backdrop className="ui-scrim" />
        <Base.Popup
          className={classes('ui-dialog', `ui-dialog-${size}`, className)}
          {...(initialFocus ? { initialFocus } : {})}
        >
          <Base.Title className="ui-dialog-title">{title}</Base.Title>
          <div className="ui-dialog-body">{children}</div>
          {footer && <footer className="ui-dialog-foot">{footer}</footer>}
          {/* Last in order, so that the focus begins in what the dialog is about. */}
          <IconButton
            className="ui-dialog-close"
            icon={X}
            label={t('frame.close')}
            shortcut="Escape"
            onClick={onClose}
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
