import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { articleMetadata, articleStatus } from '../../../shared/model/article.ts'
import { certainty, partialDate } from '../../../shared/model/provenance.ts'
import { relationStatus } from '../../../shared/model/relation.ts'
import { value } from '../../../shared/values/value.ts'

/* The shape of assets/sample/annotations.json; its meaning is told in the README beside it. */

const mention = z.strictObject({
  quote: z.string().optional(),
  fragments: z.array(z.string()).optional(),
  nth: z.int().positive().optional(),
  type: z.string(),
  entity: z.string().optional(),
  value: value.optional(),
  certainty: certainty.default('certain'),
  note: z.string().default(''),
})
export type SampleMention = z.infer<typeof mention>

const relation = z.strictObject({
  type: z.string(),
  source: z.string(),
  target: z.string(),
  evidence: z.string(),
  sourceQuote: z.string(),
  targetQuote: z.string(),
  status: relationStatus.default(''),
  validFrom: partialDate.default(''),
  validTo: partialDate.default(''),
  amount: z.number().nullable().default(null),
  currency: z.string().default(''),
  share: z.number().nullable().default(null),
  certainty: certainty.default('certain'),
  note: z.string().default(''),
})

const corpus = z.object({
  project: z.object({ name: z.string() }),
  entities: z.array(
    z.strictObject({
      key: z.string(),
      type: z.string(),
      name: z.string(),
      note: z.string().default(''),
      aliases: z.array(z.strictObject({ text: z.string(), language: z.string() })).default([]),
      outsideIds: z.array(z.strictObject({ scheme: z.string(), value: z.string() })).default([]),
    }),
  ),
  articles: z.array(
    articleMetadata.extend({
      file: z.string(),
      status: articleStatus,
      note: z.string().default(''),
      cuts: z.array(z.string()).default([]),
      mentions: z.array(mention).default([]),
      relations: z.array(relation).default([]),
    }),
  ),
})
export type SampleCorpus = z.infer<typeof corpus>
export type SampleArticle = SampleCorpus['articles'][number]

export const readSampleCorpus = (folder: string): SampleCorpus =>
  corpus.parse(JSON.parse(readFileSync(join(folder, 'annotations.json'), 'utf8')))
