import { z } from 'zod'
import { fragments, mention, mentionInContext } from '../model/mention.ts'
import { certainty, id } from '../model/provenance.ts'
import { value } from '../values/value.ts'
import { command, query } from './define.ts'

const ids = z.array(id).min(1).max(200_000)

export const mentions = {
  get: query({
    doc: 'Mentions by id; ids that are gone are left out.',
    input: z.strictObject({ ids: z.array(id).max(5000) }),
    output: z.array(mention),
    reads: ['mention', 'fragment', 'entity'],
  }),
  ofArticle: query({
    doc: 'The ids of the mentions of an article in order of their place.',
    input: z.strictObject({ articleId: id }),
    output: z.array(id),
    reads: ['mention', 'fragment'],
  }),
  ofEntity: query({
    doc: 'The mentions of an entity across the corpus, each in its surroundings.',
    input: z.strictObject({
      entityId: id,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ total: z.int(), rows: z.array(mentionInContext) }),
    reads: ['mention', 'fragment', 'article'],
  }),
  create: command({
    doc: 'Tags a passage. A value type reads its value from the quote unless one is given; a new entity may be made in the same step.',
    input: z.strictObject({
      articleId: id,
      typeId: id,
      fragments,
      entityId: id.optional(),
      value: value.optional(),
      certainty: certainty.optional(),
      note: z.string().max(20_000).optional(),
    }),
    output: mention,
  }),
  update: command({
    doc: 'Changes type, entity, value, certainty or note of mentions. Changing to a type of another kind drops entity or value.',
    input: z.strictObject({
      ids,
      patch: z.strictObject({
        typeId: id.optional(),
        entityId: id.nullable().optional(),
        value: value.nullable().optional(),
        certainty: certainty.optional(),
        note: z.string().max(20_000).optional(),
      }),
    }),
    output: z.strictObject({}),
  }),
  move: command({
    doc: 'Gives a mention other boundaries: resize either end, add or drop a fragment. Relations and entity stay.',
    input: z.strictObject({ id, fragments }),
    output: mention,
  }),
  linkToNewEntity: command({
    doc: 'Makes a canonical entity and links mentions to it, as one step.',
    input: z.strictObject({ ids, typeId: id, name: z.string().min(1).max(500) }),
    output: z.strictObject({ entityId: id }),
  }),
  tagOccurrences: command({
    doc: 'Tags every other occurrence of a mention’s text in its article like it, as one step; places already tagged so are left alone.',
    input: z.strictObject({ id }),
    output: z.strictObject({ created: z.int() }),
  }),
  remove: command({
    doc: 'Deletes mentions; evidence keeps its passage.',
    input: z.strictObject({ ids }),
    output: z.strictObject({}),
  }),
}
