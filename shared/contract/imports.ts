import { z } from 'zod'
import { articleMetadata } from '../model/article.ts'
import { importedSet, importMapping, importSet } from '../model/importSet.ts'
import { type Notice, notice } from '../model/notice.ts'
import { optionField, optionValues } from '../model/option.ts'
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

export { type Notice, notice }

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
  /** How its file was read; null for a draft of which that is not known any more. */
  reading: z
    .strictObject({
      format: z.string(),
      formatName: z.string(),
      why: z.string(),
      options: optionValues,
      /** Drafts of the same file. */
      drafts: z.int(),
    })
    .nullable(),
  /** Where each guess came from, by field: `title: og:title`. */
  guesses: z.record(z.string(), z.string()),
})
export type Draft = z.infer<typeof draft>

/** What an import did, as a list one can act on. */
export const importReport = z.strictObject({
  imported: z.int(),
  articleIds: z.array(id),
  left: z.array(z.strictObject({ name: z.string(), reason: notice })),
  /** Annotated data and references, set by set. */
  sets: z.array(importedSet),
  /** The steps of the history it made: one, unless other work came between. */
  steps: z.array(z.int()),
})
export type ImportReport = z.infer<typeof importReport>

const nothing = z.strictObject({})

export const importItem = z.union([
  z.strictObject({ path: z.string().min(1).max(4096), name: z.string().max(500).optional() }),
  z.strictObject({ text: z.string().max(50_000_000), name: z.string().max(500) }),
])
export type ImportItem = z.infer<typeof importItem>

/** A format files are read from, as the interface needs it. */
export const importFormatInfo = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['annotations', 'articles', 'container', 'references', 'dataset']),
  extensions: z.array(z.string()),
  options: z.array(optionField),
})
export type ImportFormatInfo = z.infer<typeof importFormatInfo>

export const imports = {
  formats: query({
    doc: 'The formats files are read from, with their options as data.',
    input: nothing,
    output: z.array(importFormatInfo),
    reads: [],
  }),
  prepare: action({
    doc: 'Sorts files, folders and pasted texts out by what they are and reads them into drafts and sets to look at; stores no article. Job result: { drafts, failed, sets }.',
    input: z.strictObject({
      items: z.array(importItem).min(1).max(200_000),
      /** Options by format id. */
      options: z.record(z.string(), optionValues).optional(),
      /** Read everything that can be as this format. */
      format: z.string().optional(),
    }),
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
  sets: query({
    doc: 'Annotated data, graphs and references that wait for the analyst’s word.',
    input: nothing,
    output: z.array(importSet),
    reads: ['import_draft', 'entity_type', 'relation_type'],
  }),
  updateSet: action({
    doc: 'Corrects what is to become of a set, or leaves it out.',
    input: z.strictObject({
      id,
      patch: z.strictObject({ mapping: importMapping, included: z.boolean() }).partial().strict(),
    }),
    output: nothing,
  }),
  survey: action({
    doc: 'Looks through a set again with other options, or as another format; a format of articles makes drafts of it. Job result: {}.',
    input: z.strictObject({ id, options: optionValues, format: z.string().optional() }),
    output: jobStarted,
  }),
  reread: action({
    doc: 'Reads the file of a draft again, with other options or as another format; its drafts are replaced. Job result: {}.',
    input: z.strictObject({ draft: id, options: optionValues, format: z.string().optional() }),
    output: jobStarted,
  }),
  commit: action({
    doc: 'Makes articles of the included drafts and takes in every included set, all as one step. A set that fails is told and waits on. Job result: importReport.',
    input: z.strictObject({
      /** The analyst agrees to the new types of the mappings; without it a set that needs some stays out. */
      createTypes: z.boolean().default(false),
    }),
    output: jobStarted,
  }),
  discard: action({
    doc: 'Throws one waiting set away, or all drafts and sets.',
    input: z.strictObject({ set: id.optional() }),
    output: nothing,
  }),
  dataset: action({
    doc: 'Imports a Ligature JSONL dataset as one step. Job result: { articles, entities, mentions, relations, left }.',
    input: z.strictObject({ path: z.string().min(1).max(4096) }),
    output: jobStarted,
  }),
}
