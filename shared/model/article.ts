import { z } from 'zod'
import { id, partialDate, provenance } from './provenance.ts'

export const articleStatus = z.enum(['unread', 'in_progress', 'done', 'reviewed', 'set_aside'])
export type ArticleStatus = z.infer<typeof articleStatus>

/** BCP 47 primary language tag (`de`, `en`, `zh`); empty when unknown. */
export const language = z.string().max(35)

export const articleMetadata = z.strictObject({
  title: z.string().max(2000),
  language,
  publishedOn: partialDate,
  publisher: z.string().max(500),
  sourceUrl: z.string().max(4000),
})
export type ArticleMetadata = z.infer<typeof articleMetadata>

/** One row of the corpus list. */
export const articleRow = articleMetadata.extend({
  id,
  status: articleStatus,
  /** Length of the text in UTF-16 code units. */
  length: z.int(),
  mentions: z.int(),
  /** Mentions that still need an entity. */
  unlinked: z.int(),
  relations: z.int(),
  /** Best passage for the full-text filter; spans are relative to its text. */
  snippet: z
    .strictObject({ text: z.string(), spans: z.array(z.strictObject({ start: z.int(), end: z.int() })) })
    .optional(),
})
export type ArticleRow = z.infer<typeof articleRow>

export const article = articleMetadata.extend({
  id,
  uid: z.string(),
  status: articleStatus,
  note: z.string(),
  length: z.int(),
  textHash: z.string(),
  source: z
    .strictObject({ name: z.string(), mediaType: z.string(), encoding: z.string(), byteLength: z.int() })
    .nullable(),
  provenance,
})
export type Article = z.infer<typeof article>

/** Which articles are meant; empty lists and texts mean "all". */
export const articleFilter = z.strictObject({
  text: z.string().max(500).optional(),
  statuses: z.array(articleStatus).optional(),
  languages: z.array(language).optional(),
  publishedFrom: partialDate.optional(),
  publishedTo: partialDate.optional(),
  entityId: id.optional(),
  /** Only articles where something waits: mentions without an entity, or doubtful ones. */
  toCheck: z.array(z.enum(['unlinked', 'doubtful'])).optional(),
  ids: z.array(id).optional(),
})
export type ArticleFilter = z.infer<typeof articleFilter>

export const articleSort = z.strictObject({
  by: z.enum(['title', 'publishedOn', 'status', 'language', 'mentions', 'added', 'relevance']),
  descending: z.boolean(),
})
export type ArticleSort = z.infer<typeof articleSort>
