import type { ArticleRow, EntityRow, EvidenceRow, MentionRow, RelationRow } from '../format.ts'

/** Named strings of a row for formats with free features; empty ones are left out. */
export type Facts = Readonly<Record<string, string>>

const stated = (facts: Record<string, string>): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''))

/** `normalised` is the value as JSON (shared/values/value.ts). */
export const mentionFacts = (it: MentionRow): Facts =>
  stated({ certainty: it.certainty, note: it.note, normalised: it.value })

/** Of a relation and one passage of it; relations of one `relationId` are one. */
export const relationFacts = (it: RelationRow, evidence: EvidenceRow): Facts =>
  stated({
    relationId: it.uid,
    status: it.status,
    validFrom: it.validFrom,
    validTo: it.validTo,
    amount: it.amount,
    currency: it.currency,
    share: it.share,
    certainty: it.certainty,
    note: it.note,
    directed: it.directed ? '' : 'false',
    evidenceNote: evidence.note,
  })

export const articleFacts = (it: ArticleRow): Facts =>
  stated({
    title: it.title,
    language: it.language,
    publishedOn: it.publishedOn,
    publisher: it.publisher,
    sourceUrl: it.sourceUrl,
    status: it.status,
    note: it.note,
  })

/** Two words as one string: the first percent-encoded, a colon, the second as it is. */
const pair = (first: string, second: string): string =>
  `${encodeURIComponent(first.toWellFormed())}:${second}`

/** Other names as `language:name`, outside ids as `scheme:value`. */
export const entityLists = (it: EntityRow): { aliases: string[]; outsideIds: string[] } => ({
  aliases: it.aliases.map(({ language, text }) => pair(language, text)),
  outsideIds: it.outsideIds.map(({ scheme, value }) => pair(scheme, value)),
})
