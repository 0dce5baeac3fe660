import { z } from 'zod'

/** A row's local number: unique within one project file, never reused for something else. */
export const id = z.int().positive()
export type Id = z.infer<typeof id>

/** How an annotation came to be: typed by hand, an accepted suggestion, a bulk run, or an import. */
export const madeHow = z.enum(['hand', 'suggestion', 'bulk', 'import'])
export type MadeHow = z.infer<typeof madeHow>

/** Who made a row, how and when (ISO 8601, UTC). */
export const provenance = z.strictObject({
  madeBy: z.string(),
  madeHow,
  madeAt: z.string(),
})
export type Provenance = z.infer<typeof provenance>

export const certainty = z.enum(['certain', 'probable', 'doubtful'])
export type Certainty = z.infer<typeof certainty>

/** A calendar date as far as it is known: `2018`, `2018-06` or `2018-06-18`; empty when it is not. */
export const partialDate = z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/)

/** Half-open range of UTF-16 code units in an article's text. */
export const span = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine((it) => it.start < it.end, { message: 'A span must end after it starts.' })
