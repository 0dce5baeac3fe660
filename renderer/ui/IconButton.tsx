import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classes } from './classes.ts'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: LucideIcon
  /** Name for screen readers, and the tooltip unless `tooltip` says more. */
  label: string
  tooltip?: ReactNode
  shortcut?: string | undefined
  /** A switch that is on; `undefined` for a plain button. */
  pressed?: boolean | undefined
  compact?: boolean | undefined
  ref?: Ref<HTMLButtonElement> | undefined
}

export function IconButton({
  icon: Icon,
  label,
  tooltip,
  shortcut,
  pressed,
  compact,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={tooltip ?? label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={classes('ui-icon-button', compact && 'ui-icon-button-compact', className)}
      >
        <Icon size={compact ? 14 : 16} aria-hidden />
      </button>
    </Tooltip>
  )
}
