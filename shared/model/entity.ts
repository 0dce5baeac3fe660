import { z } from 'zod'
import { id, provenance } from './provenance.ts'
import { relationStatus } from './relation.ts'

/** Another name of an entity, in a language (`''` when it belongs to none). */
export const alias = z.strictObject({ id, uid: z.string(), text: z.string(), language: z.string() })
export type Alias = z.infer<typeof alias>

/** An identifier in somebody else's register: `wikidata` Q42, `lei` …, `ticker` NASDAQ:JD. */
export const outsideId = z.strictObject({ id, uid: z.string(), scheme: z.string(), value: z.string() })
export type OutsideId = z.infer<typeof outsideId>

export const entityRow = z.strictObject({
  id,
  typeId: id,
  name: z.string(),
  aliases: z.array(z.string()),
  mentions: z.int(),
  /** Relations this entity takes part in. */
  relations: z.int(),
})
export type EntityRow = z.infer<typeof entityRow>

/** A match for the entity picker. `matched` is the name or alias that matched. */
export const entityCandidate = entityRow.extend({
  matched: z.string(),
  how: z.enum(['exact', 'prefix', 'contains']),
})
export type EntityCandidate = z.infer<typeof entityCandidate>

/** A relation seen from one of its ends. */
export const relationOfEntity = z.strictObject({
  id,
  typeId: id,
  outgoing: z.boolean(),
  otherId: id,
  otherName: z.string(),
  otherTypeId: id,
  status: relationStatus,
  evidence: z.int(),
})

export const entity = z.strictObject({
  id,
  uid: z.string(),
  typeId: id,
  name: z.string(),
  note: z.string(),
  aliases: z.array(alias),
  outsideIds: z.array(outsideId),
  mentions: z.int(),
  articles: z.int(),
  relations: z.array(relationOfEntity),
  provenance,
})
export type Entity = z.infer<typeof entity>
