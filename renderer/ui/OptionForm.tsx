import { completeOptions, type OptionField, type OptionValues } from '@shared/model/option.ts'
import { textOf, useText } from '../state/i18n.ts'
import { Checkbox } from './Checkbox.tsx'
import { Select } from './Select.tsx'

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
  return (
    <div className="ui-options">
      {fields.map((field) =>
        field.kind === 'toggle' ? (
          <Checkbox
            key={field.id}
            label={textOf(field.labelKey)}
            checked={complete[field.id] === true}
            onCheckedChange={(checked) => set(field.id, checked)}
          />
        ) : (
          <Select
            key={field.id}
            label={textOf(field.labelKey)}
            value={String(complete[field.id])}
            onValueChange={(value) => set(field.id, value)}
            options={field.choices.map((it) => ({ value: it.value, label: textOf(it.labelKey) }))}
          />
        ),
      )}
    </div>
  )
}
