import { z } from 'zod'
import {
  article,
  articleFilter,
  articleMetadata,
  articleRow,
  articleSort,
  articleStatus,
} from '../model/article.ts'
import { mentionColumns } from '../model/mention.ts'
import { id } from '../model/provenance.ts'
import { evidenceMark } from '../model/relation.ts'
import { command, query } from './define.ts'

const ids = z.array(id).min(1).max(200_000)
const count = z.strictObject({ key: z.string(), count: z.int() })

export const articles = {
  page: query({
    doc: 'A window of the corpus list: rows from `offset` in the given order, and how many there are in all.',
    input: z.strictObject({
      filter: articleFilter,
      sort: articleSort,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ total: z.int(), rows: z.array(articleRow) }),
    reads: ['article', 'mention', 'evidence'],
  }),
  ids: query({
    doc: 'The ids of all articles that pass the filter, in order (for next/previous and selecting all).',
    input: z.strictObject({ filter: articleFilter, sort: articleSort }),
    output: z.array(id),
    reads: ['article', 'mention'],
  }),
  facets: query({
    doc: 'How many articles there are per status and language.',
    input: z.strictObject({}),
    output: z.strictObject({ total: z.int(), statuses: z.array(count), languages: z.array(count) }),
    reads: ['article'],
  }),
  get: query({
    doc: 'An article without its text.',
    input: z.strictObject({ id }),
    output: article,
    reads: ['article'],
  }),
  open: query({
    doc: 'What the reader needs in one reply: text, mentions as columns, and evidence marks.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      textHash: z.string(),
      text: z.string(),
      mentions: mentionColumns,
      evidence: z.array(evidenceMark),
    }),
    reads: [],
  }),
  evidence: query({
    doc: 'Evidence marks of an article.',
    input: z.strictObject({ id }),
    output: z.array(evidenceMark),
    reads: ['evidence', 'relation', 'article'],
  }),
  source: query({
    doc: 'The original as sanitised HTML; blocks carry data-start and data-end (UTF-16 in the text), cut ones class "cut".',
    input: z.strictObject({ id }),
    output: z.strictObject({ html: z.string(), name: z.string(), mediaType: z.string(), cuts: z.int() }),
    reads: ['article'],
  }),
  update: command({
    doc: 'Changes metadata, status or note of articles.',
    input: z.strictObject({
      ids,
      patch: articleMetadata
        .extend({ status: articleStatus, note: z.string().max(100_000) })
        .partial()
        .strict(),
    }),
    output: z.strictObject({}),
  }),
  remove: command({
    doc: 'Deletes articles with their mentions and evidence; the originals stay hidden until the project is purged.',
    input: z.strictObject({ ids }),
    output: z.strictObject({}),
  }),
}
