import { z } from 'zod'
import { articleMetadata } from '../model/article.ts'
import { id } from '../model/provenance.ts'
import { action, query } from './define.ts'
import { jobStarted } from './jobs.ts'

/** A passage proposed for cutting (or cut by hand): UTF-16 span of the draft's full text. */
export const cut = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int(),
  reason: z.string().max(60),
  on: z.boolean(),
})
export type Cut = z.infer<typeof cut>

/** A finding about a file, as data: the code chooses the text shown, `message` is the English sentence for logs. */
export const notice = z.strictObject({
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Notice = z.infer<typeof notice>

/** One file on its way in: read, guessed at, not yet an article. */
export const draftRow = articleMetadata.extend({
  id,
  name: z.string(),
  length: z.int(),
  cuts: z.int(),
  included: z.boolean(),
  warnings: z.array(notice),
  /** Why the file cannot be imported; such a row is a line in the result. */
  error: notice.nullable(),
  duplicate: z
    .strictObject({
      how: z.enum(['exact', 'near']),
      /** Title of the article or draft it repeats. */
      of: z.string(),
      articleId: id.nullable(),
    })
    .nullable(),
})
export type DraftRow = z.infer<typeof draftRow>

export const draft = draftRow.extend({
  fullText: z.string(),
  cutList: z.array(cut),
  encoding: z.string(),
  mediaType: z.string(),
  /** Where each guess came from, by field: `title: og:title`. */
  guesses: z.record(z.string(), z.string()),
})
export type Draft = z.infer<typeof draft>

/** What an import did, as a list one can act on. */
export const importReport = z.strictObject({
  imported: z.int(),
  articleIds: z.array(id),
  left: z.array(z.strictObject({ name: z.string(), reason: notice })),
})
export type ImportReport = z.infer<typeof importReport>

const nothing = z.strictObject({})

export const importItem = z.union([
  z.strictObject({ path: z.string().min(1).max(4096), name: z.string().max(500).optional() }),
  z.strictObject({ text: z.string().max(50_000_000), name: z.string().max(500) }),
])
export type ImportItem = z.infer<typeof importItem>

export const imports = {
  prepare: action({
    doc: 'Reads files, folders and pasted texts into drafts to look at; stores no article. Job result: { drafts, failed }.',
    input: z.strictObject({ items: z.array(importItem).min(1).max(200_000) }),
    output: jobStarted,
  }),
  drafts: query({
    doc: 'A window of the drafts that wait for the analyst’s word.',
    input: z.strictObject({ offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      total: z.int(),
      included: z.int(),
      failed: z.int(),
      rows: z.array(draftRow),
    }),
    reads: ['import_draft'],
  }),
  draft: query({
    doc: 'One draft with its text and cuts.',
    input: z.strictObject({ id }),
    output: draft,
    reads: ['import_draft'],
  }),
  updateDrafts: action({
    doc: 'Corrects guesses, switches cuts or leaves drafts out.',
    input: z.strictObject({
      ids: z.array(id).min(1),
      patch: articleMetadata
        .extend({ included: z.boolean(), cutList: z.array(cut).max(5000) })
        .partial()
        .strict(),
    }),
    output: nothing,
  }),
  commit: action({
    doc: 'Makes articles of the included drafts, as one step. Job result: importReport.',
    input: nothing,
    output: jobStarted,
  }),
  discard: action({ doc: 'Throws all drafts away.', input: nothing, output: nothing }),
  dataset: action({
    doc: 'Imports a Ligature JSONL dataset as one step. Job result: { articles, entities, mentions, relations, left }.',
    input: z.strictObject({ path: z.string().min(1).max(4096) }),
    output: jobStarted,
  }),
}
