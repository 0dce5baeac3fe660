import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export interface CheckboxProps {
  label: ReactNode
  checked: boolean
  onCheckedChange(checked: boolean): void
  /** Some of what it stands for is on. */
  indeterminate?: boolean | undefined
  disabled?: boolean | undefined
  hideLabel?: boolean | undefined
  className?: string | undefined
}

export function Checkbox({
  label,
  checked,
  onCheckedChange,
  indeterminate = false,
  disabled = false,
  hideLabel,
  className,
}: CheckboxProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the button that Base UI draws inside
    <label className={classes('ui-check', className)}>
      <Base.Root
        className="ui-check-box"
        checked={checked}
        indeterminate={indeterminate}
        disabled={disabled}
        onCheckedChange={onCheckedChange}
      >
        <Base.Indicator className="ui-check-mark">
          {indeterminate ? <Minus size={12} aria-hidden /> : <Check size={12} aria-hidden />}
        </Base.Indicator>
      </Base.Root>
      <span className={hideLabel ? 'ui-hidden' : undefined}>{label}</span>
    </label>
  )
}
