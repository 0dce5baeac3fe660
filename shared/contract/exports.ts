import { z } from 'zod'
import { articleFilter } from '../model/article.ts'
import { optionField, optionValues } from '../model/option.ts'
import { certainty, id } from '../model/provenance.ts'
import { action, query } from './define.ts'
import { jobStarted } from './jobs.ts'

/** What of the project goes into the dataset. */
export const exportScope = z.strictObject({
  articles: articleFilter,
  /** Entity and value types whose mentions are exported; absent = all. */
  typeIds: z.array(id).optional(),
  /** Mentions and relations of these certainties; absent = all. */
  certainties: z.array(certainty).optional(),
  /** Mentions, relations and evidence made by these persons; absent = all. */
  personIds: z.array(id).optional(),
  /** With what a model suggested and nobody confirmed (doubtful suggestions). */
  suggestions: z.boolean().optional(),
  /** With articles that were set aside. */
  setAside: z.boolean().optional(),
})
export type ExportScope = z.infer<typeof exportScope>

export const exportFormat = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Message key of one sentence: who reads this format. */
  descriptionKey: z.string(),
  extension: z.string(),
  /** One file, or a folder of files. */
  shape: z.enum(['file', 'folder']),
  /** The unit its offsets are counted in; null for a format without offsets. */
  offsetUnit: z.enum(['utf16', 'codepoint', 'byte', 'token']).nullable(),
  options: z.array(optionField),
  /** Message keys (`exports.loss.…`) of what it has no place for with its initial options, or may lose row by row. */
  losses: z.array(z.string()),
})
export type ExportFormatInfo = z.infer<typeof exportFormat>

/** Something the format could not hold: what, how often, an example. */
export const exportLoss = z.strictObject({ what: z.string(), count: z.int(), example: z.string() })
export type ExportLoss = z.infer<typeof exportLoss>

export const exportReport = z.strictObject({
  path: z.string(),
  files: z.array(z.strictObject({ name: z.string(), byteLength: z.int() })),
  articles: z.int(),
  mentions: z.int(),
  entities: z.int(),
  relations: z.int(),
  losses: z.array(exportLoss),
})
export type ExportReport = z.infer<typeof exportReport>

const request = z.strictObject({ formatId: z.string(), scope: exportScope, options: optionValues })

export const exports = {
  formats: query({
    doc: 'The formats a dataset can be written in, with their options as data.',
    input: z.strictObject({}),
    output: z.array(exportFormat),
    reads: [],
  }),
  preview: query({
    doc: 'What the scope holds: counts of articles, mentions, entities and relations.',
    input: z.strictObject({ scope: exportScope }),
    output: z.strictObject({
      articles: z.int(),
      mentions: z.int(),
      entities: z.int(),
      relations: z.int(),
    }),
    reads: ['article', 'mention', 'entity', 'relation', 'evidence'],
  }),
  losses: action({
    doc: 'Finds out what the format could not hold of the scope, by writing everything to nowhere. Job result: exportReport without files.',
    input: request,
    output: jobStarted,
  }),
  run: action({
    doc: 'Writes the dataset under a temporary name and renames it when complete. Job result: exportReport.',
    input: request.extend({
      /** Absolute path of the file or folder to write. */
      path: z.string().min(1).max(4096),
      overwrite: z.boolean().default(false),
      /** Writes `<name>.roundtrip.json` beside it: what the format cannot hold, for importing it again. */
      roundtrip: z.boolean().optional(),
    }),
    output: jobStarted,
  }),
}
