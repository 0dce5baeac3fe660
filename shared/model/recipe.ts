import { z } from 'zod'
import { exportLoss, exportScope } from '../contract/exports.ts'
import { optionValues } from './option.ts'
import { id } from './provenance.ts'

/*
 * A dataset as a recipe: what goes in, in which formats, cleaned and split how. The same recipe on the same project
 * gives the same bytes.
 */

export const splitName = z.enum(['train', 'validation', 'test'])
export type SplitName = z.infer<typeof splitName>

export const splitRule = z.strictObject({
  /**
   * How articles are dealt out: not at all; at random by the seed; by the order of their dates (the newest are the test);
   * by deal (all articles about the same pair of entities stay together); at random with every type in the same shares.
   */
  by: z.enum(['none', 'random', 'date', 'deal', 'type']),
  /** Chooses among equally good splits; any text. */
  seed: z.string().max(100),
  /** Per cent; together 100. */
  shares: z.strictObject({
    train: z.int().min(0).max(100),
    validation: z.int().min(0).max(100),
    test: z.int().min(0).max(100),
  }),
  /** Nearly equal texts, or articles of one deal, never stand on both sides. */
  keepDuplicatesTogether: z.boolean(),
  keepDealsTogether: z.boolean(),
})
export type SplitRule = z.infer<typeof splitRule>

export const cleaningRule = z.strictObject({
  /** Characters nobody sees (zero width, soft hyphen, controls) are taken out. */
  invisible: z.boolean(),
  /** Runs of blanks become one, trailing blanks and more than one empty line go. */
  blanks: z.boolean(),
  /** Unicode NFC. */
  nfc: z.boolean(),
})
export type CleaningRule = z.infer<typeof cleaningRule>

export const recipeData = z.strictObject({
  scope: exportScope,
  formats: z
    .array(z.strictObject({ formatId: z.string(), options: optionValues }))
    .min(1)
    .max(40),
  cleaning: cleaningRule,
  split: splitRule,
  /** What counts as one document: every article, or articles of one text, or of one address (the first stands for all). */
  identity: z.enum(['article', 'text', 'address']),
  /** For texts that may not be passed on: offsets, hashes and quotes of at most so many characters; no full text. */
  redaction: z.strictObject({ on: z.boolean(), quoteLength: z.int().min(0).max(1000) }),
  shape: z.enum(['folder', 'zip']),
  card: z.strictObject({
    title: z.string().max(200),
    version: z.string().max(40),
    authors: z.string().max(1000),
    licence: z.string().max(200),
    description: z.string().max(20_000),
    guidelines: z.string().max(50_000),
    limits: z.string().max(20_000),
  }),
})
export type RecipeData = z.infer<typeof recipeData>

export const recipe = z.strictObject({
  id,
  uid: z.string(),
  name: z.string().min(1).max(200),
  data: recipeData,
})
export type Recipe = z.infer<typeof recipe>

const count = z.int().nonnegative()
export const releaseCounts = z.strictObject({
  articles: count,
  mentions: count,
  entities: count,
  relations: count,
  evidence: count,
})

/** What a split comes to, before or after a release. */
export const splitReport = z.strictObject({
  splits: z.array(z.strictObject({ name: splitName, articles: count, mentions: count, relations: count })),
  /** Near-duplicates and deals that stand on both sides although nobody asked to keep them together. */
  leaks: z.array(
    z.strictObject({ kind: z.enum(['duplicate', 'deal']), what: z.string(), articles: z.array(z.string()) }),
  ),
  leakCount: count,
})
export type SplitReport = z.infer<typeof splitReport>

/** Something of the data that looks inconsistent. */
export const finding = z.strictObject({
  /** Message key `releases.finding.<code>`. */
  code: z.string(),
  count,
  examples: z.array(z.string()),
})
export type Finding = z.infer<typeof finding>

/** Two persons who annotated the same articles. */
export const agreement = z.strictObject({
  persons: z.tuple([z.string(), z.string()]),
  articles: count,
  /** Mentions of each, exact matches (place and type), overlapping ones of the same type. */
  mentions: z.tuple([count, count]),
  exact: count,
  overlapping: count,
  /** F1 of exact matches, 0 … 1; Cohen's κ over the tokens of those articles, -1 … 1. */
  f1: z.number(),
  kappa: z.number(),
})
export type Agreement = z.infer<typeof agreement>

export const releaseReport = z.strictObject({
  path: z.string(),
  name: z.string(),
  files: z.array(z.strictObject({ name: z.string(), byteLength: count, sha256: z.string() })),
  counts: releaseCounts,
  split: splitReport,
  findings: z.array(finding),
  agreements: z.array(agreement),
  /** Per format: what it could not hold, and what reading it back found to differ but for that. */
  formats: z.array(
    z.strictObject({
      formatId: z.string(),
      losses: z.array(exportLoss),
      /** `equal`, `differs`, or `unread` for a format with no reader here. */
      proof: z.enum(['equal', 'differs', 'unread']),
      differenceCount: count,
      differences: z.array(
        z.strictObject({ side: z.enum(['missing', 'added']), about: z.string(), line: z.string() }),
      ),
    }),
  ),
})
export type ReleaseReport = z.infer<typeof releaseReport>

export const madeRelease = z.strictObject({
  id,
  recipeUid: z.string(),
  name: z.string(),
  path: z.string(),
  madeAt: z.string(),
  counts: releaseCounts,
})
export type MadeRelease = z.infer<typeof madeRelease>

/** One thing that differs between two releases. */
export const releaseChange = z.strictObject({
  how: z.enum(['added', 'changed', 'removed']),
  what: z.enum(['article', 'mention', 'entity', 'relation', 'evidence', 'type']),
  uid: z.string(),
  /** Title, quote or name; for an annotation also the article it stands in. */
  about: z.string(),
  article: z.string(),
  /** Fields that changed, with their old and new values as text. */
  fields: z.array(z.strictObject({ name: z.string(), before: z.string(), after: z.string() })),
})
export type ReleaseChange = z.infer<typeof releaseChange>

export const releaseDiff = z.strictObject({
  before: z.strictObject({ path: z.string(), name: z.string(), counts: releaseCounts }),
  after: z.strictObject({ path: z.string(), name: z.string(), counts: releaseCounts }),
  counts: z.array(
    z.strictObject({ what: releaseChange.shape.what, added: count, changed: count, removed: count }),
  ),
  /** At most 2,000, in order of articles. */
  changes: z.array(releaseChange),
})
export type ReleaseDiff = z.infer<typeof releaseDiff>
