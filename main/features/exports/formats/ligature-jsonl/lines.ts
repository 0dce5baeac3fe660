import { z } from 'zod'
import { articleStatus, language } from '../../../../../shared/model/article.ts'
import { certainty, madeHow, partialDate } from '../../../../../shared/model/provenance.ts'
import { relationStatus } from '../../../../../shared/model/relation.ts'
import { entityType, relationType, typeKey } from '../../../../../shared/model/schema.ts'
import { value } from '../../../../../shared/values/value.ts'

/*
 * The lines of a Ligature JSONL dataset (docs/formats/ligature-jsonl.md). The export writes them and the import reads
 * them by these schemas; keys stand in this order.
 */

export const datasetVersion = 1

const uid = z.string().min(1).max(100)
const decimal = z.string().regex(/^(-?\d+(\.\d+)?(e[+-]?\d+)?)?$/i)
const offset = z.int().nonnegative()
const made = { madeBy: uid, madeHow, madeAt: z.string().min(1).max(40) }

export const headerLine = z.strictObject({
  format: z.literal('ligature'),
  version: z.literal(datasetVersion),
  offsetUnit: z.enum(['utf16', 'codepoint', 'byte']),
  project: z.strictObject({ uid, name: z.string(), note: z.string(), madeAt: z.string() }),
})

const person = z.strictObject({ record: z.literal('person'), uid, name: z.string() })

const entityTypeLine = z.strictObject({
  record: z.literal('entityType'),
  ...entityType.omit({ id: true }).shape,
})

const relationTypeLine = z.strictObject({
  record: z.literal('relationType'),
  ...relationType.omit({ id: true }).shape,
})

const rule = z.strictObject({
  record: z.literal('rule'),
  uid,
  relationType: typeKey,
  source: typeKey,
  target: typeKey,
})

const entity = z.strictObject({
  record: z.literal('entity'),
  uid,
  type: typeKey,
  name: z.string().min(1),
  note: z.string(),
  aliases: z.array(z.strictObject({ uid, text: z.string().min(1), language })),
  outsideIds: z.array(z.strictObject({ uid, scheme: z.string(), value: z.string() })),
  position: z.strictObject({ x: z.int(), y: z.int(), pinned: z.boolean() }).nullable(),
  ...made,
})

const relation = z.strictObject({
  record: z.literal('relation'),
  uid,
  type: typeKey,
  source: uid,
  target: uid,
  status: relationStatus,
  validFrom: partialDate,
  validTo: partialDate,
  amount: decimal,
  currency: z.string(),
  share: decimal,
  certainty,
  note: z.string(),
  ...made,
})

const article = z.strictObject({
  record: z.literal('article'),
  uid,
  title: z.string(),
  language,
  publishedOn: partialDate,
  publisher: z.string(),
  sourceUrl: z.string(),
  status: articleStatus,
  note: z.string(),
  ...made,
  source: z
    .strictObject({
      name: z.string(),
      mediaType: z.string(),
      encoding: z.string(),
      extraction: z.unknown(),
      /** Base64; absent when the original was left out. */
      bytes: z.string().optional(),
    })
    .nullable(),
  textHash: z.string(),
  text: z.string(),
})

const fragment = z.strictObject({ start: offset, end: offset, quote: z.string().min(1) })

const mention = z.strictObject({
  record: z.literal('mention'),
  uid,
  article: uid,
  type: typeKey,
  entity: uid.nullable(),
  value: value.nullable(),
  certainty,
  note: z.string(),
  fragments: z.array(fragment).min(1),
  ...made,
})

const evidence = z.strictObject({
  record: z.literal('evidence'),
  uid,
  relation: uid,
  article: uid,
  ...fragment.shape,
  sourceMention: uid.nullable(),
  targetMention: uid.nullable(),
  note: z.string(),
  ...made,
})

/** The last line: what the file holds, so that a cut-off file is noticed. */
const end = z.strictObject({
  record: z.literal('end'),
  articles: z.int(),
  mentions: z.int(),
  entities: z.int(),
  relations: z.int(),
  evidence: z.int(),
})

/** Schemas of the lines after the header, by their `record`. */
export const datasetLine = {
  person,
  entityType: entityTypeLine,
  relationType: relationTypeLine,
  rule,
  entity,
  relation,
  article,
  mention,
  evidence,
  end,
} as const

export type DatasetLine = { [K in keyof typeof datasetLine]: z.infer<(typeof datasetLine)[K]> }
export type DatasetHeader = z.infer<typeof headerLine>
