import type { JsonObject, JsonValue } from '../../../../shared/model/json.ts'
import { isObject } from '../../../../shared/model/json.ts'
import type { Span } from '../../../../shared/text/span.ts'
import type { ArticleRow, EntityRow, ExportSource, MentionRow } from '../format.ts'
import type { MentionRelation } from './mentionRelations.ts'

/*
 * What JSON formats of other tools have no place for, as plain objects: articles' facts under readable names, the rest
 * under the key `ligature`. main/features/imports/files/jsonFacts.ts reads them. Empty members are left out.
 */

/** Without what is empty: '', null and [] mean the same as absent. */
const stated = (members: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([, it]) => it !== '' && it !== null && it !== undefined && !(Array.isArray(it) && it.length === 0),
    ),
  )

/** Nothing rather than an empty object, to be spread. */
export const underLigature = (facts: JsonObject): { ligature?: JsonObject } =>
  Object.keys(facts).length === 0 ? {} : { ligature: facts }

export const articleFacts = (it: ArticleRow): JsonObject =>
  stated({
    title: it.title,
    language: it.language,
    published_on: it.publishedOn,
    publisher: it.publisher,
    source_url: it.sourceUrl,
    status: it.status,
    note: it.note,
  })

export const mentionFacts = (it: MentionRow): JsonObject =>
  stated({
    entity: it.entityUid,
    value: it.value === '' ? null : (JSON.parse(it.value) as JsonValue),
    certainty: it.certainty === 'certain' ? '' : it.certainty,
    note: it.note,
  })

/** `passage` is where the evidence stands, in the unit of the format. */
export const relationFacts = ({ relation, evidence }: MentionRelation, passage: Span): JsonObject =>
  stated({
    relation: relation.uid,
    directed: relation.directed ? null : false,
    status: relation.status,
    valid_from: relation.validFrom,
    valid_to: relation.validTo,
    amount: relation.amount,
    currency: relation.currency,
    share: relation.share,
    certainty: relation.certainty,
    note: relation.note,
    passage: { start: passage.start, end: passage.end },
    evidence_note: evidence.note,
  })

const entityFacts = (it: EntityRow): JsonObject =>
  stated({
    type: it.type,
    name: it.name,
    aliases: it.aliases.map(({ text, language }) => stated({ text, language })),
    outside_ids: it.outsideIds.map(({ scheme, value }) => ({ scheme, value })),
    note: it.note,
    position: it.position && { ...it.position },
  })

/** The entities that mentions mean, by uid. */
export const entitiesOf = (source: ExportSource, mentions: readonly MentionRow[]): JsonObject => {
  const uids = new Set(mentions.flatMap((it) => it.entityUid ?? []))
  return Object.fromEntries([...uids].map((uid) => [uid, entityFacts(source.entity(uid))]))
}

/** Facts of a document under `ligature`: its uid and its entities. */
export const documentFacts = (
  source: ExportSource,
  article: ArticleRow,
  mentions: readonly MentionRow[],
): JsonObject => {
  const entities = entitiesOf(source, mentions)
  return { uid: article.uid, ...(Object.keys(entities).length > 0 && { entities }) }
}

/** What the format gave for a row before, as an object; {} for none. */
export const foreignOf = (source: ExportSource, formatId: string, uid: string): JsonObject => {
  const kept = source.foreign(formatId, uid)
  return isObject(kept) ? kept : {}
}

/** Without the members named. */
export const without = (object: JsonObject, ...keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))

/** JSON on one line, also for readers that take U+0085, U+2028 and U+2029 for line ends. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
