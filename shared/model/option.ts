import { z } from 'zod'

/** The longest text a text field takes; UTF-16 code units. */
export const longestOptionText = 500

/** A form field described as data: formats and layouts declare their options with it, one form renders them all. */
export const optionField = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('toggle'),
    id: z.string(),
    /** Message key of the field's name. */
    labelKey: z.string(),
    initial: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('choice'),
    id: z.string(),
    labelKey: z.string(),
    initial: z.string(),
    choices: z.array(z.strictObject({ value: z.string(), labelKey: z.string() })).min(1),
  }),
  z.strictObject({
    kind: z.literal('text'),
    id: z.string(),
    labelKey: z.string(),
    initial: z.string().max(longestOptionText),
    /** Message key of what the empty field stands for. */
    placeholderKey: z.string().optional(),
  }),
])
export type OptionField = z.infer<typeof optionField>

export const optionValues = z.record(z.string(), z.union([z.boolean(), z.string()]))
export type OptionValues = z.infer<typeof optionValues>

/** Fills in initial values and drops what no field asks for, what is no choice of it or is too long a text. */
export const completeOptions = (fields: readonly OptionField[], given: OptionValues): OptionValues => {
  const complete: OptionValues = {}
  for (const field of fields) {
    const value = given[field.id]
    if (field.kind === 'toggle') complete[field.id] = typeof value === 'boolean' ? value : field.initial
    else if (field.kind === 'text')
      complete[field.id] =
        typeof value === 'string' && value.length <= longestOptionText ? value : field.initial
    else complete[field.id] = field.choices.some((it) => it.value === value) ? value! : field.initial
  }
  return complete
}
