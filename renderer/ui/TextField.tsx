import type { LucideIcon } from 'lucide-react'
import { X } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import { useText } from '../state/i18n.ts'
import { classes } from './classes.ts'

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  label: string
  /** The label is read out but not drawn. */
  hideLabel?: boolean | undefined
  value: string
  onValueChange(value: string): void
  icon?: LucideIcon | undefined
  /** Offers a button that empties the field. */
  clearable?: boolean | undefined
  hint?: ReactNode
  /** Why the value cannot be taken. */
  error?: string | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

export function TextField({
  label,
  hideLabel,
  value,
  onValueChange,
  icon: Icon,
  clearable,
  hint,
  error,
  className,
  ref,
  ...rest
}: TextFieldProps) {
  const t = useText()
  const id = useId()
  return (
    <div className={classes('ui-field', className)}>
      {!hideLabel && (
        <label className="ui-label" htmlFor={id}>
          {label}
        </label>
      )}
      <div className="ui-input">
        {Icon && <Icon size={14} aria-hidden />}
        <input
          autoComplete="off"
          spellCheck={false}
          {...rest}
          ref={ref}
          id={id}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          aria-label={hideLabel ? label : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? `${id}-hint` : undefined}
        />
        {clearable && value !== '' && (
          <button
            type="button"
            className="ui-input-clear"
            aria-label={t('frame.clear')}
            tabIndex={-1}
            onClick={() => onValueChange('')}
          >
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      {(error || hint) && (
        <div id={`${id}-hint`} className={error ? 'ui-error' : 'ui-hint'} role={error ? 'alert' : undefined}>
          {error ?? hint}
        </div>
      )}
    </div>
  )
}
