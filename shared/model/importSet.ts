import { z } from 'zod'
import { valueKind } from '../values/value.ts'
import { notice } from './notice.ts'
import { optionValues } from './option.ts'
import { id } from './provenance.ts'
import { paletteColour, typeKey } from './schema.ts'

/*
 * Annotated data on its way in: what was found in the files (survey) and what is to become of it (mapping). Both are
 * shown and the mapping is edited before anything is stored.
 */

export const sourceUnit = z.enum(['utf16', 'codepoint', 'byte', 'grapheme'])
export type SourceUnit = z.infer<typeof sourceUnit>

const count = z.int().nonnegative()

/** A span whose quote is not what its offsets cut out. */
export const mismatch = z.strictObject({
  place: z.string(),
  label: z.string(),
  said: z.string(),
  /** What stands there instead; '' outside of the text. */
  found: z.string(),
  /** The said text where it stands instead, near enough to be meant, with what is around it; null for nowhere. */
  proposal: z.strictObject({ before: z.string(), quote: z.string(), after: z.string() }).nullable(),
})
export type Mismatch = z.infer<typeof mismatch>

/** A reference, the article or waiting draft it is about, and the facts that one does not state itself. */
export const referenceMatch = z.strictObject({
  title: z.string(),
  /** Title of the article; null for none. */
  article: z.string().nullable(),
  isDraft: z.boolean(),
  fills: z
    .strictObject({
      language: z.string(),
      publishedOn: z.string(),
      publisher: z.string(),
      sourceUrl: z.string(),
    })
    .partial(),
})
export type ReferenceMatch = z.infer<typeof referenceMatch>

export const importSurvey = z.strictObject({
  documents: count,
  mentions: count,
  relations: count,
  /** Entities and relations between them that the files state as such (graphs, normalisations). */
  entities: count,
  entityRelations: count,
  suggestions: count,
  rejected: count,
  labels: z.array(
    z.strictObject({
      of: z.enum(['entity', 'relation']),
      label: z.string(),
      /** Name, colour, direction as the files declare them. */
      name: z.string(),
      colour: z.string(),
      valueKind: valueKind.nullable(),
      directed: z.boolean().nullable(),
      count,
      /** Passages that carry it, or names; for relations `source → target`. */
      examples: z.array(z.string()).max(3),
    }),
  ),
  annotators: z.array(z.strictObject({ name: z.string(), count })),
  offsets: z
    .strictObject({
      unit: sourceUnit,
      /** CRLF counted as one. */
      crlfAsOne: z.boolean(),
      declared: sourceUnit,
      /** Spans whose quote the files state, and how many of them this unit explains. */
      checked: count,
      fits: count,
      /** Of those, spans for which the units differ: they decide. */
      decisive: count,
    })
    .nullable(),
  mismatches: z.array(mismatch),
  mismatchCount: count,
  problems: z.array(z.strictObject({ file: z.string(), place: z.string(), notice })),
  problemCount: count,
  /** Beginning of the first documents, to look at. */
  preview: z.array(
    z.strictObject({
      title: z.string(),
      text: z.string(),
      mentions: z.array(
        z.strictObject({
          start: z.int(),
          end: z.int(),
          label: z.string(),
          /** What stands here is not the quote the file states: the mention stays out unless it is repaired. */
          misses: z.boolean(),
        }),
      ),
    }),
  ),
  /** For references: how many match an article of the project or a draft that waits. */
  matches: count,
  /** The first references, with what each would fill in. */
  references: z.array(referenceMatch),
})
export type ImportSurvey = z.infer<typeof importSurvey>

const target = z.discriminatedUnion('to', [
  /** A type of the project, by its key. */
  z.strictObject({ to: z.literal('type'), key: z.string() }),
  /** A new type; made on consent only. */
  z.strictObject({
    to: z.literal('new'),
    name: z.string().min(1).max(100),
    key: typeKey,
    colour: paletteColour,
  }),
  z.strictObject({ to: z.literal('none') }),
])
export type LabelTarget = z.infer<typeof target>

export const importMapping = z.strictObject({
  labels: z.array(z.strictObject({ of: z.enum(['entity', 'relation']), label: z.string(), target })),
  annotators: z.array(
    z.strictObject({
      name: z.string(),
      /** The name the person has in the project; '' = whoever imports; null = what they made stays out. */
      person: z.string().max(200).nullable(),
    }),
  ),
  /** Unit to read offsets in; null = the one found. */
  unit: sourceUnit.nullable(),
  /** Spans that do not cut their quote are moved to where it stands, if it is near and clear; else they stay out. */
  repair: z.boolean(),
  suggestions: z.boolean(),
  rejected: z.boolean(),
  /** Every mention of an entity type gets an entity of its name, not only those that need one. */
  linkByName: z.boolean(),
  /** An entity of the same type and name, or outside id, that is in the project is the same one. */
  matchEntities: z.boolean(),
  /** A document whose text is in the project already: annotations are added to it, or it stays out, or it comes again. */
  existing: z.enum(['add', 'skip', 'copy']),
})
export type ImportMapping = z.infer<typeof importMapping>

export const importSet = z.strictObject({
  id,
  /** Id and name of its format. */
  format: z.string(),
  formatName: z.string(),
  kind: z.enum(['annotations', 'references', 'dataset']),
  name: z.string(),
  /** What says that it is of this format. */
  why: z.string(),
  /** The first of its files. */
  files: z.array(z.string()),
  fileCount: count,
  options: optionValues,
  survey: importSurvey,
  mapping: importMapping,
  included: z.boolean(),
})
export type ImportSet = z.infer<typeof importSet>

/** What became of one set. */
export const importedSet = z.strictObject({
  name: z.string(),
  format: z.string(),
  documents: count,
  mentions: count,
  entities: count,
  relations: count,
  newTypes: z.array(z.string()),
  /** Mentions that were in the project already. */
  present: count,
  /** Records of its format that have no place here, kept for an export to the same format. */
  kept: count,
  /** What stayed out, and why. */
  left: z.array(z.strictObject({ name: z.string(), reason: notice })),
  leftCount: count,
})
export type ImportedSet = z.infer<typeof importedSet>
