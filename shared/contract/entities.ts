import { z } from 'zod'
import { entity, entityCandidate, entityRow } from '../model/entity.ts'
import { id } from '../model/provenance.ts'
import { command, query } from './define.ts'

const name = z.string().min(1).max(500)
const nothing = z.strictObject({})

export const entities = {
  page: query({
    doc: 'A window of the entity list.',
    input: z.strictObject({
      text: z.string().max(500).optional(),
      typeIds: z.array(id).optional(),
      sortBy: z.enum(['name', 'mentions']),
      descending: z.boolean(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ total: z.int(), rows: z.array(entityRow) }),
    reads: ['entity', 'alias', 'mention', 'relation'],
  }),
  candidates: query({
    doc: 'Entities whose name or alias fits what is typed: exact first, then prefix, then within; the type asked for first, much-mentioned before rare.',
    input: z.strictObject({
      text: z.string().max(500),
      typeId: id.optional(),
      limit: z.int().min(1).max(50).default(12),
    }),
    output: z.array(entityCandidate),
    reads: ['entity', 'alias', 'mention'],
  }),
  get: query({
    doc: 'An entity with aliases, outside ids and relations.',
    input: z.strictObject({ id }),
    output: entity,
    reads: ['entity', 'alias', 'outside_id', 'mention', 'relation', 'evidence'],
  }),
  create: command({
    doc: 'Makes a canonical entity.',
    input: z.strictObject({
      typeId: id,
      name,
      note: z.string().max(20_000).optional(),
      aliases: z
        .array(z.strictObject({ text: name, language: z.string().max(35) }))
        .max(200)
        .optional(),
    }),
    output: z.strictObject({ id }),
  }),
  update: command({
    doc: 'Changes name, type or note. Mentions follow the entity’s type.',
    input: z.strictObject({
      id,
      patch: z.strictObject({
        name: name.optional(),
        typeId: id.optional(),
        note: z.string().max(20_000).optional(),
      }),
    }),
    output: nothing,
  }),
  remove: command({
    doc: 'Deletes an entity and its relations; its mentions stay and become unlinked.',
    input: z.strictObject({ id }),
    output: nothing,
  }),
  addAlias: command({
    doc: 'Adds another name. A name it already has is left as it is.',
    input: z.strictObject({ entityId: id, text: name, language: z.string().max(35) }),
    output: nothing,
  }),
  updateAlias: command({
    doc: 'Changes an alias.',
    input: z.strictObject({ id, text: name, language: z.string().max(35) }),
    output: nothing,
  }),
  removeAlias: command({ doc: 'Removes an alias.', input: z.strictObject({ id }), output: nothing }),
  addOutsideId: command({
    doc: 'Adds an identifier of an outside register.',
    input: z.strictObject({
      entityId: id,
      scheme: z.string().min(1).max(40),
      value: z.string().min(1).max(200),
    }),
    output: nothing,
  }),
  removeOutsideId: command({
    doc: 'Removes an outside identifier.',
    input: z.strictObject({ id }),
    output: nothing,
  }),
}
