import { z } from 'zod'
import { articleStatus } from '../../../../shared/model/article.ts'
import { certainty } from '../../../../shared/model/provenance.ts'
import { relationStatus } from '../../../../shared/model/relation.ts'
import { value } from '../../../../shared/values/value.ts'
import type { ReadDocument, ReadEntity, ReadFragment, ReadMention, ReadRelation } from '../formats/records.ts'

/*
 * Our own comment lines in formats of tokens (exports/support/commentFacts.ts): JSON objects that say what the format has no
 * columns for. Anything else in them makes the line an ordinary comment.
 */

const place = z.tuple([z.int().nonnegative(), z.int().nonnegative(), z.string()])

const article = z.object({
  id: z.string(),
  title: z.string().optional(),
  language: z.string().optional(),
  publishedOn: z.string().optional(),
  publisher: z.string().optional(),
  sourceUrl: z.string().optional(),
  status: articleStatus.optional(),
  note: z.string().optional(),
  /** Of an article without a word, which has no line to stand in. */
  text: z.string().optional(),
})

const entity = z.object({
  id: z.string(),
  label: z.string(),
  name: z.string(),
  aliases: z.array(z.object({ text: z.string(), language: z.string() })).optional(),
  outsideIds: z.array(z.object({ scheme: z.string(), value: z.string() })).optional(),
  note: z.string().optional(),
  position: z.object({ x: z.number(), y: z.number(), pinned: z.boolean() }).optional(),
})

const mention = z.object({
  n: z.int().positive(),
  id: z.string(),
  label: z.string(),
  entity: z.string().optional(),
  value: value.optional(),
  certainty: certainty.optional(),
  note: z.string().optional(),
  at: z.array(place).min(1).optional(),
})

const relation = z.object({
  id: z.string(),
  relation: z.string(),
  source: z.int().positive(),
  target: z.int().positive(),
  label: z.string(),
  directed: z.boolean().optional(),
  status: relationStatus.optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  amount: z.string().optional(),
  currency: z.string().optional(),
  share: z.string().optional(),
  certainty: certainty.optional(),
  note: z.string().optional(),
  passage: place.optional(),
  evidenceNote: z.string().optional(),
})

const kinds = { article, entity, mention, relation } as const
export type MentionFacts = z.infer<typeof mention>

/** What our own lines say of one document. Numbers are those of mentions in it. */
export interface Facts {
  article: z.infer<typeof article> | null
  readonly entities: ReadEntity[]
  readonly mentions: Map<number, MentionFacts>
  readonly relations: z.infer<typeof relation>[]
}

export const createFacts = (): Facts => ({ article: null, entities: [], mentions: new Map(), relations: [] })

/** Takes one line in; false for a line that is not ours. */
export const takeFact = (facts: Facts, kind: string, json: string): boolean => {
  const schema = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : null
  if (!schema) return false
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    return false
  }
  const { success, data } = schema.safeParse(parsed)
  if (!success) return false
  if (kind === 'article') facts.article = data as z.infer<typeof article>
  else if (kind === 'entity') facts.entities.push({ kind: 'entity', ...(data as z.infer<typeof entity>) })
  else if (kind === 'mention') facts.mentions.set((data as MentionFacts).n, data as MentionFacts)
  else facts.relations.push(data as z.infer<typeof relation>)
  return true
}

/** What is said of the article, to be spread into the document. */
export const documentFacts = ({ article }: Facts): Partial<ReadDocument> => {
  if (!article) return {}
  const { id: _, text: __, ...rest } = article
  return rest
}

const fragmentOf = (text: string, [start, end, quote]: z.infer<typeof place>): ReadFragment | null =>
  start < end && text.slice(start, end) === quote ? { start, end, quote } : null

/** The exact place, if the text still says there what it said when it was written; else null. */
export const exactFragments = (text: string, { at }: MentionFacts): ReadFragment[] | null => {
  const fragments = at?.map((it) => fragmentOf(text, it))
  return fragments?.every((it) => it !== null) ? (fragments as ReadFragment[]) : null
}

/** What is said of a mention, to be spread over what its columns say. */
export const mentionFacts = (it: MentionFacts): Partial<ReadMention> => ({
  label: it.label,
  ...(it.entity !== undefined && { entity: it.entity }),
  ...(it.value && { value: it.value }),
  ...(it.certainty && { certainty: it.certainty }),
  ...(it.note !== undefined && { note: it.note }),
})

/** Relations of the lines between the mentions that were read, by number. */
export const relationsOf = (
  { relations }: Facts,
  text: string,
  mentionIds: ReadonlyMap<number, string>,
): ReadRelation[] =>
  relations.flatMap(({ source, target, passage, ...rest }) => {
    const [from, to] = [mentionIds.get(source), mentionIds.get(target)]
    if (from === undefined || to === undefined) return []
    const proof = passage && fragmentOf(text, passage)
    return [{ ...rest, source: from, target: to, ...(proof && { passage: proof }) }]
  })
