import { z } from 'zod'
import { certainty, id, partialDate, provenance } from './provenance.ts'

/** How far the deal has come, as reported; empty when nothing is said. */
export const relationStatus = z.enum(['', 'announced', 'denied', 'completed', 'ended'])
export type RelationStatus = z.infer<typeof relationStatus>

export const relationAttributes = z.strictObject({
  status: relationStatus,
  validFrom: partialDate,
  validTo: partialDate,
  amount: z.number().nullable(),
  /** ISO 4217 code of the amount; empty without an amount. */
  currency: z.string().max(3),
  /** Share in per cent. */
  share: z.number().nullable(),
  certainty,
  note: z.string().max(20_000),
})
export type RelationAttributes = z.infer<typeof relationAttributes>

/** A passage that proves a relation: UTF-16 span of an article, its text, and the two mentions where there are such. */
export const evidence = z.strictObject({
  id,
  uid: z.string(),
  relationId: id,
  articleId: id,
  articleTitle: z.string(),
  language: z.string(),
  publishedOn: z.string(),
  /** Paragraph the passage starts in, counted from 1. */
  paragraph: z.int(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  /** Spans of the two ends within the quote (relative, UTF-16), for emphasis. */
  sourceSpans: z.array(z.strictObject({ start: z.int(), end: z.int() })),
  targetSpans: z.array(z.strictObject({ start: z.int(), end: z.int() })),
  sourceMentionId: id.nullable(),
  targetMentionId: id.nullable(),
  note: z.string(),
  provenance,
})
export type Evidence = z.infer<typeof evidence>

export const relationEnd = z.strictObject({ id, name: z.string(), typeId: id })

export const relation = relationAttributes.extend({
  id,
  uid: z.string(),
  typeId: id,
  source: relationEnd,
  target: relationEnd,
  evidence: z.array(evidence),
  provenance,
})
export type Relation = z.infer<typeof relation>

/** Evidence of one article as the reader's margin needs it. */
export const evidenceMark = z.strictObject({
  id,
  relationId: id,
  relationTypeId: id,
  start: z.int(),
  end: z.int(),
  sourceId: id,
  targetId: id,
  sourceMentionId: id.nullable(),
  targetMentionId: id.nullable(),
})
export type EvidenceMark = z.infer<typeof evidenceMark>
