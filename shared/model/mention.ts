import { z } from 'zod'
import { value } from '../values/value.ts'
import { certainty, id, provenance, span } from './provenance.ts'

/** One piece of a mention: UTF-16 code units, half-open, with the text it covers. */
export const fragment = z.strictObject({ start: z.int(), end: z.int(), quote: z.string() })
export type Fragment = z.infer<typeof fragment>

/** Pieces of a mention as asked for; ordered, disjoint, at least one. */
export const fragments = z.array(span).min(1).max(50)

export const mention = z.strictObject({
  id,
  uid: z.string(),
  articleId: id,
  typeId: id,
  entityId: id.nullable(),
  entityName: z.string(),
  value: value.nullable(),
  certainty,
  note: z.string(),
  fragments: z.array(fragment),
  provenance,
})
export type Mention = z.infer<typeof mention>

/**
 * All mentions of one article as columns (20,000 of them cross the wire in one frame). The columns `mention`,
 * `start`, `end` have one entry per fragment, in order of start; `mention` is an index into the others.
 */
export const mentionColumns = z.strictObject({
  id: z.array(z.int()),
  typeId: z.array(z.int()),
  /** 0 where the mention has no entity. */
  entityId: z.array(z.int()),
  /** 0 certain, 1 probable, 2 doubtful. */
  certainty: z.array(z.int()),
  mention: z.array(z.int()),
  start: z.array(z.int()),
  end: z.array(z.int()),
})
export type MentionColumns = z.infer<typeof mentionColumns>

/** A mention in its surroundings, one line of a concordance. */
export const mentionInContext = z.strictObject({
  id,
  articleId: id,
  articleTitle: z.string(),
  language: z.string(),
  publishedOn: z.string(),
  start: z.int(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
})
export type MentionInContext = z.infer<typeof mentionInContext>
