import type { ArticleFilter } from '../../../shared/model/article.ts'
import { indexQuery } from '../../../shared/text/search.ts'

export interface Condition {
  sql: string
  parameters: (string | number)[]
}

const oneOf = (column: string, values: readonly (string | number)[]): Condition => ({
  // One bound JSON array instead of thousands of parameters.
  sql: `${column} IN (SELECT value FROM json_each(?))`,
  parameters: [JSON.stringify(values)],
})

/** Articles where something waits for a look. */
const toCheck = {
  unlinked: 'a.id IN (SELECT article_id FROM derived_article_count WHERE unlinked > 0)',
  doubtful: "a.id IN (SELECT article_id FROM mention WHERE certainty = 'doubtful')",
} as const

/** What a filter asks of an article, but for its text. */
const conditions = (filter: ArticleFilter): Condition[] => {
  const list: Condition[] = []
  if (filter.ids?.length) list.push(oneOf('a.id', filter.ids))
  if (filter.statuses?.length) list.push(oneOf('a.status', filter.statuses))
  if (filter.languages?.length) list.push(oneOf('a.language', filter.languages))
  if (filter.publishedFrom) list.push({ sql: 'a.published_on >= ?', parameters: [filter.publishedFrom] })
  // `2018` as an upper end means all of 2018: `~` sorts behind whatever may follow it in a date.
  if (filter.publishedTo)
    list.push({ sql: "a.published_on > '' AND a.published_on < ?", parameters: [`${filter.publishedTo}~`] })
  if (filter.entityId !== undefined) {
    list.push({
      sql: 'a.id IN (SELECT article_id FROM derived_entity_article WHERE entity_id = ?)',
      parameters: [filter.entityId],
    })
  }
  const waiting = (filter.toCheck ?? []).map((it) => toCheck[it])
  if (waiting.length > 0) list.push({ sql: `(${waiting.join(' OR ')})`, parameters: [] })
  return list
}

/**
 * Texts that a search finds, by their own words or those of their titles; takes the match twice. Both indexes number their
 * rows by text, so that SQLite merges the two answers without sorting.
 */
export const foundTexts = `
  SELECT rowid AS text_id FROM derived_text_index WHERE derived_text_index MATCH ?
  UNION SELECT rowid FROM derived_title_index WHERE derived_title_index MATCH ?`

/** The FTS5 expression of the filter's text; null when it asks for none. */
export const matchOf = (filter: ArticleFilter): string | null =>
  filter.text ? indexQuery(filter.text) : null

/** FROM and WHERE of the articles that pass, under the alias `a`; parameters in the order in which they stand. */
export const articleQuery = (
  filter: ArticleFilter,
): { from: string; where: string; parameters: (string | number)[] } => {
  const list = conditions(filter)
  const match = matchOf(filter)
  return {
    // CROSS JOIN: the hits come first, each finds its article in an index that holds all a filter asks for.
    from:
      match === null
        ? 'article a'
        : `(${foundTexts}) found CROSS JOIN article a ON a.text_id = found.text_id`,
    where: list.length === 0 ? '1' : list.map((it) => it.sql).join(' AND '),
    parameters: [...(match === null ? [] : [match, match]), ...list.flatMap((it) => it.parameters)],
  }
}

/** Whether the filter lets every article pass. */
export const passesAll = (filter: ArticleFilter): boolean =>
  conditions(filter).length === 0 && matchOf(filter) === null

/** A complete SELECT of the ids of the articles that pass, for use as a subquery. */
export const articleFilterSql = (filter: ArticleFilter): Condition => {
  const { from, where, parameters } = articleQuery(filter)
  return { sql: `SELECT a.id FROM ${from} WHERE ${where}`, parameters }
}
