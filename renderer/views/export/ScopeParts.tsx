import { partialDate } from '@shared/model/provenance.ts'
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../../state/i18n.ts'
import { TextField } from '../../ui/TextField.tsx'

/** One question about the scope with its answers to tick. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="export-row" aria-label={label}>
      <span className="export-row-label">{label}</span>
      <div className="export-row-chips">{children}</div>
    </fieldset>
  )
}

/** A date as far as it is known; taken over once it is one. */
export function DateField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange(value: string): void
}) {
  const t = useText()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const right = partialDate.safeParse(typed.trim()).success
  return (
    <TextField
      label={label}
      hideLabel
      placeholder={label}
      className="export-date"
      value={typed}
      error={right ? undefined : t('export.dateForm')}
      onValueChange={(next) => {
        setTyped(next)
        if (partialDate.safeParse(next.trim()).success) onChange(next.trim())
      }}
    />
  )
}
