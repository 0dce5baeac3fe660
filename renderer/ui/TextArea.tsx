import { type Ref, type TextareaHTMLAttributes, useId } from 'react'
import { classes } from './classes.ts'

export interface TextAreaProps
  extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'> {
  label: string
  hideLabel?: boolean | undefined
  value: string
  onValueChange(value: string): void
  ref?: Ref<HTMLTextAreaElement> | undefined
}

export function TextArea({ label, hideLabel, value, onValueChange, className, ref, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <div className={classes('ui-field', className)}>
      {!hideLabel && (
        <label className="ui-label" htmlFor={id}>
          {label}
        </label>
      )}
      <textarea
        spellCheck={false}
        {...rest}
        ref={ref}
        id={id}
        className="ui-textarea"
        aria-label={hideLabel ? label : undefined}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
      />
    </div>
  )
}
