import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'

export interface SelectOption<V extends string> {
  value: V
  label: string
  /** Drawn before the label: an icon, a dot of a type's colour. */
  mark?: ReactNode
}

export interface SelectProps<V extends string> {
  label: string
  hideLabel?: boolean | undefined
  value: V
  onValueChange(value: V): void
  options: readonly SelectOption<V>[]
  disabled?: boolean | undefined
  /** Without a border, for headers. */
  quiet?: boolean | undefined
  className?: string | undefined
}

export function Select<V extends string>({
  label,
  hideLabel,
  value,
  onValueChange,
  options,
  disabled,
  quiet,
  className,
}: SelectProps<V>) {
  const id = useId()
  const chosen = options.find((it) => it.value === value)
  return (
    <div className={classes('ui-field', className)}>
      {!hideLabel && (
        <span className="ui-label" id={`${id}-label`}>
          {label}
        </span>
      )}
      <Base.Root<V>
        value={value}
        onValueChange={(next) => next !== null && onValueChange(next)}
        disabled={disabled}
        items={options.map((it) => ({ value: it.value, label: it.label }))}
        modal={false}
      >
        <Base.Trigger
          className={classes('ui-select', quiet && 'ui-select-quiet')}
          aria-label={hideLabel ? `${label}: ${chosen?.label ?? ''}` : undefined}
          aria-labelledby={hideLabel ? undefined : `${id}-label ${id}-value`}
        >
          {chosen?.mark}
          <span id={`${id}-value`} className="ui-select-value">
            {chosen?.label}
          </span>
          <ChevronDown size={14} aria-hidden />
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner className="ui-layer" alignItemWithTrigger={false} sideOffset={4}>
            <Base.Popup className="ui-menu ui-select-list">
              {options.map((it) => (
                <Base.Item key={it.value} value={it.value} className="ui-menu-item">
                  <span className="ui-menu-check">
                    <Base.ItemIndicator>
                      <Check size={14} aria-hidden />
                    </Base.ItemIndicator>
                  </span>
                  {it.mark}
                  <Base.ItemText className="ui-menu-label">{it.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </div>
  )
}
