import {
  completeOptions,
  longestOptionText,
  type OptionField,
  type OptionValues,
} from '@shared/model/option.ts'
import { textOf, useText } from '../state/i18n.ts'
import { Checkbox } from './Checkbox.tsx'
import { Select } from './Select.tsx'
import { TextField } from './TextField.tsx'

export interface OptionFormProps {
  fields: readonly OptionField[]
  values: OptionValues
  onChange(values: OptionValues): void
}

/** A form made of fields described as data (export formats, layouts). */
export function OptionForm({ fields, values, onChange }: OptionFormProps) {
  useText()
  const complete = completeOptions(fields, values)
  const set = (id: string, value: string | boolean) => onChange({ ...complete, [id]: value })
  const control = (field: OptionField) => {
    const label = textOf(field.labelKey)
    if (field.kind === 'toggle')
      return (
        <Checkbox
          key={field.id}
          label={label}
          checked={complete[field.id] === true}
          onCheckedChange={(checked) => set(field.id, checked)}
        />
      )
    if (field.kind === 'text')
      return (
        <TextField
          key={field.id}
          label={label}
          value={String(complete[field.id])}
          maxLength={longestOptionText}
          onValueChange={(value) => set(field.id, value)}
          {...(field.placeholderKey && { placeholder: textOf(field.placeholderKey) })}
        />
      )
    return (
      <Select
        key={field.id}
        label={label}
        value={String(complete[field.id])}
        onValueChange={(value) => set(field.id, value)}
        options={field.choices.map((it) => ({ value: it.value, label: textOf(it.labelKey) }))}
      />
    )
  }
  return <div className="ui-options">{fields.map(control)}</div>
}
