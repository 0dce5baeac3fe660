import { z } from 'zod'
import { value } from '../values/value.ts'
import { certainty } from './provenance.ts'
import { relationStatus } from './relation.ts'

/*
 * What a format cannot hold, in a file beside it (`*.roundtrip.json`): read together with the format's own file, it
 * brings everything back that the other tool did not change. Texts are not in it; offsets are UTF-16, half-open.
 */

export const roundtripVersion = 1

const uid = z.string().min(1).max(100)
const text = z.string()
const offset = z.int().nonnegative()
const span = z.strictObject({ start: offset, end: offset })

export const roundtripMention = z.strictObject({
  uid,
  type: text,
  fragments: z.array(span).min(1),
  entity: uid.nullable(),
  value: value.nullable(),
  certainty,
  note: text,
  /** Where the format has it instead; null: the format left it out, nobody took it away in another tool. */
  written: span.nullable().optional(),
})
export type RoundtripMention = z.infer<typeof roundtripMention>

export const roundtripEvidence = z.strictObject({
  uid,
  relation: uid,
  source: uid.nullable(),
  target: uid.nullable(),
  /** The two mentions as which formats that join mentions wrote it; null for a passage they could not write. */
  written: z.strictObject({ source: uid, target: uid }).nullable(),
  ...span.shape,
  note: text,
})

export type RoundtripEvidence = z.infer<typeof roundtripEvidence>

export const roundtripArticle = z.strictObject({
  uid,
  /** SHA-256 of the text's UTF-8 bytes, hexadecimal. */
  textHash: text,
  title: text,
  language: text,
  publishedOn: text,
  publisher: text,
  sourceUrl: text,
  status: z.enum(['unread', 'in_progress', 'done', 'reviewed', 'set_aside']),
  note: text,
  mentions: z.array(roundtripMention),
  evidence: z.array(roundtripEvidence),
})
export type RoundtripArticle = z.infer<typeof roundtripArticle>

export const roundtripEntity = z.strictObject({
  uid,
  type: text,
  name: text,
  note: text,
  aliases: z.array(z.strictObject({ text, language: text })),
  outsideIds: z.array(z.strictObject({ scheme: text, value: text })),
  position: z.strictObject({ x: z.number(), y: z.number(), pinned: z.boolean() }).nullable(),
})

export const roundtripRelation = z.strictObject({
  uid,
  type: text,
  source: uid,
  target: uid,
  directed: z.boolean(),
  status: relationStatus,
  validFrom: text,
  validTo: text,
  amount: text,
  currency: text,
  share: text,
  certainty,
  note: text,
})
export type RoundtripRelation = z.infer<typeof roundtripRelation>

export const roundtrip = z.strictObject({
  format: z.literal('ligature-roundtrip'),
  version: z.literal(roundtripVersion),
  /** Id of the format whose file this belongs to. */
  of: text,
  articles: z.array(roundtripArticle),
  entities: z.array(roundtripEntity),
  relations: z.array(roundtripRelation),
})
export type Roundtrip = z.infer<typeof roundtrip>
