import { useEffect, useState } from 'react'
import { TextField, type TextFieldProps } from '../../ui/TextField.tsx'

interface Props extends Omit<TextFieldProps, 'value' | 'onValueChange' | 'error'> {
  /** What is stored. */
  stored: string
  /** Why a value cannot be taken; undefined when it can. */
  check?: (value: string) => string | undefined
  onKeep(value: string): void
}

/** A field that stores its value when it is left or on Enter; Escape brings back what is stored. */
export function KeptField({ stored, check, onKeep, ...rest }: Props) {
  const [value, setValue] = useState(stored)
  useEffect(() => setValue(stored), [stored])
  const error = value.trim() === stored ? undefined : check?.(value.trim())
  const keep = () => {
    const next = value.trim()
    if (error) return
    if (next !== stored) onKeep(next)
    else setValue(stored)
  }
  return (
    <TextField
      {...rest}
      value={value}
      onValueChange={setValue}
      error={error}
      onBlur={() => (error ? setValue(stored) : keep())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        else if (event.key === 'Escape' && value !== stored) {
          event.stopPropagation()
          setValue(stored)
        }
      }}
    />
  )
}
