import { z } from 'zod'
import { id, span } from '../model/provenance.ts'
import { relation, relationAttributes } from '../model/relation.ts'
import { command, query } from './define.ts'

const nothing = z.strictObject({})

const passage = z.strictObject({
  articleId: id,
  span,
  sourceMentionId: id.optional(),
  targetMentionId: id.optional(),
  note: z.string().max(20_000).optional(),
})

export const relations = {
  get: query({
    doc: 'A relation with all its evidence, newest article first.',
    input: z.strictObject({ id }),
    output: relation,
    reads: ['relation', 'evidence', 'entity', 'mention', 'fragment', 'article'],
  }),
  state: command({
    doc: 'States that a relation holds, proved by a passage. A relation of that type between the two that is already there gets the passage as further evidence.',
    input: z.strictObject({
      typeId: id,
      sourceId: id,
      targetId: id,
      evidence: passage.optional(),
      attributes: relationAttributes.partial().strict().optional(),
    }),
    output: z.strictObject({ id, evidenceId: id.nullable(), created: z.boolean() }),
  }),
  update: command({
    doc: 'Changes type, ends (swap) or attributes of a relation.',
    input: z.strictObject({
      id,
      patch: relationAttributes
        .partial()
        .extend({ typeId: id.optional(), swap: z.boolean().optional() })
        .strict(),
    }),
    output: nothing,
  }),
  remove: command({
    doc: 'Deletes relations with their evidence.',
    input: z.strictObject({ ids: z.array(id).min(1) }),
    output: nothing,
  }),
  addEvidence: command({
    doc: 'Adds a passage that proves the relation.',
    input: passage.extend({ relationId: id }),
    output: z.strictObject({ id }),
  }),
  moveEvidence: command({
    doc: 'Gives evidence other boundaries.',
    input: z.strictObject({ id, span }),
    output: nothing,
  }),
  removeEvidence: command({
    doc: 'Removes evidence; the relation stays, if need be without proof.',
    input: z.strictObject({ ids: z.array(id).min(1) }),
    output: nothing,
  }),
}
