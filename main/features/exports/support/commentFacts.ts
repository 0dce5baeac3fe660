import type { JsonValue } from '../../../../shared/model/json.ts'
import type { ArticleRow, EntityRow, MentionRow, RelationRow } from '../format.ts'
import type { MentionRelation } from './mentionRelations.ts'

/*
 * What formats of tokens have no columns for, as small JSON objects that stand in comment lines of ours. The readers of
 * these formats understand them (imports/files/commentFacts.ts); every other tool skips them. Offsets: UTF-16.
 */

/** JSON in one line, for those too who take more signs than LF for the end of one. */
export const lineOfJson = (it: unknown): string =>
  JSON.stringify(it).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Without what is empty: '' and absent mean the same. */
const dense = (it: Readonly<Record<string, unknown>>): string =>
  lineOfJson(
    Object.fromEntries(
      Object.entries(it).filter(
        ([, value]) =>
          value !== '' &&
          value !== null &&
          value !== undefined &&
          !(Array.isArray(value) && value.length === 0),
      ),
    ),
  )

/** `text`: of an article that no line of the format stands for. */
export const articleFacts = (it: ArticleRow, text = ''): string =>
  dense({
    id: it.uid,
    title: it.title,
    language: it.language,
    publishedOn: it.publishedOn,
    publisher: it.publisher,
    sourceUrl: it.sourceUrl,
    status: it.status,
    note: it.note,
    text,
  })

export const entityFacts = (it: EntityRow): string =>
  dense({
    id: it.uid,
    label: it.type,
    name: it.name,
    aliases: it.aliases.map(({ text, language }) => ({ text, language })),
    outsideIds: it.outsideIds.map(({ scheme, value }) => ({ scheme, value })),
    note: it.note,
    position: it.position,
  })

/** `n` is the mention's number in its article, from 1; `at` its exact place where tokens cannot say it. */
export const mentionFacts = (n: number, it: MentionRow, exact: boolean): string =>
  dense({
    n,
    id: it.uid,
    label: it.type,
    entity: it.entityUid,
    value: it.value === '' ? null : (JSON.parse(it.value) as JsonValue),
    certainty: it.certainty,
    note: it.note,
    at: exact ? it.fragments.map(({ start, end, quote }) => [start, end, quote]) : null,
  })

const relationFacts = (it: RelationRow): Record<string, unknown> => ({
  label: it.type,
  directed: it.directed,
  status: it.status,
  validFrom: it.validFrom,
  validTo: it.validTo,
  amount: it.amount,
  currency: it.currency,
  share: it.share,
  certainty: it.certainty,
  note: it.note,
})

/** `source` and `target` are numbers of mentions. */
export const evidenceFacts = (
  { relation, evidence }: MentionRelation,
  source: number,
  target: number,
): string =>
  dense({
    id: evidence.uid,
    relation: relation.uid,
    source,
    target,
    ...relationFacts(relation),
    passage: [evidence.start, evidence.end, evidence.quote],
    evidenceNote: evidence.note,
  })
