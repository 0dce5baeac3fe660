import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, Ref } from 'react'
import { classes } from './classes.ts'
import { Kbd } from './Kbd.tsx'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined
  icon?: LucideIcon | undefined
  /** Shown at the end of the label. */
  shortcut?: string | undefined
  compact?: boolean | undefined
  ref?: Ref<HTMLButtonElement> | undefined
}

export function Button({
  variant = 'plain',
  icon: Icon,
  shortcut,
  compact,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes('ui-button', `ui-button-${variant}`, compact && 'ui-button-compact', className)}
    >
      {Icon && <Icon size={16} aria-hidden />}
      {children}
      {shortcut && <Kbd shortcut={shortcut} />}
    </button>
  )
}
