import { useEffect, useState } from 'react'
import { useText } from '../../state/i18n.ts'
import { TextField } from '../../ui/TextField.tsx'

interface Props {
  label: string
  value: number
  /** The largest it may be; the least is 0. */
  max: number
  disabled?: boolean
  onValue(value: number): void
}

/** A whole number; what is no such number stays in the field and is told. */
export function NumberField({ label, value, max, disabled, onValue }: Props) {
  const t = useText()
  const [typed, setTyped] = useState(String(value))
  const read = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  // Another value came from elsewhere.
  useEffect(() => setTyped((now) => (Number(now) === value ? now : String(value))), [value])
  const right = read <= max
  return (
    <TextField
      label={label}
      className="release-number"
      inputMode="numeric"
      disabled={disabled}
      value={typed}
      error={right || disabled ? undefined : t('release.number', { max })}
      onValueChange={(next) => {
        setTyped(next)
        if (/^\d{1,6}$/.test(next.trim()) && Number(next) <= max) onValue(Number(next))
      }}
    />
  )
}
