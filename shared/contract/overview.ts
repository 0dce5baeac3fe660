import { z } from 'zod'
import { id } from '../model/provenance.ts'
import { query } from './define.ts'

const typeCount = z.strictObject({ typeId: id, count: z.int() })

export const overview = {
  get: query({
    doc: 'The project in numbers: articles by status, language and month, entities, mentions and relations by type, what is left to do.',
    input: z.strictObject({}),
    output: z.strictObject({
      articles: z.int(),
      statuses: z.array(z.strictObject({ key: z.string(), count: z.int() })),
      languages: z.array(z.strictObject({ key: z.string(), count: z.int() })),
      /** Articles per month of publication (`2018-06`), in order. */
      months: z.array(z.strictObject({ key: z.string(), count: z.int() })),
      entities: z.array(typeCount),
      mentions: z.array(typeCount),
      relations: z.array(typeCount),
      unlinkedMentions: z.int(),
      doubtfulMentions: z.int(),
      relationsWithoutEvidence: z.int(),
      evidence: z.int(),
      /** Mentions made per day by hand (`2026-11-20`), the last 60 days with work. */
      days: z.array(z.strictObject({ key: z.string(), count: z.int() })),
      /** Mentions, relations and passages each person made, by name; those who made some. */
      persons: z.array(
        z.strictObject({
          id,
          name: z.string(),
          mentions: z.int(),
          relations: z.int(),
          evidence: z.int(),
        }),
      ),
      strongest: z.array(z.strictObject({ id, name: z.string(), typeId: id, mentions: z.int() })),
    }),
    reads: ['article', 'entity', 'mention', 'relation', 'evidence'],
  }),
}
