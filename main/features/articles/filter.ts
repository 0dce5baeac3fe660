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

const conditions = (filter: ArticleFilter): Condition[] => {
  const list: Condition[] = []
  if (filter.ids?.length) list.push(oneOf('a.id', filter.ids))
  if (filter.statuses?.length) list.push(oneOf('a.status', filter.statuses))
  if (filter.languages?.length) list.push(oneOf('a.language', filter.languages))
  if (filter.publishedFrom) list.push({ sql: 'a.published_on >= ?', parameters: [filter.publishedFrom] })
  // `2018` as an upper end means all of 2018: compare only as many characters as were given.
  if (filter.publishedTo) {
    list.push({
      sql: "a.published_on <> '' AND substr(a.published_on, 1, ?) <= ?",
      parameters: [filter.publishedTo.length, filter.publishedTo],
    })
  }
  if (filter.entityId !== undefined) {
    list.push({
      sql: 'a.id IN (SELECT article_id FROM derived_entity_article WHERE entity_id = ?)',
      parameters: [filter.entityId],
    })
  }
  const match = filter.text ? indexQuery(filter.text) : null
  if (match !== null) {
    list.push({
      sql: `(a.text_id IN (SELECT rowid FROM derived_text_index WHERE derived_text_index MATCH ?)
        OR a.id IN (SELECT rowid FROM derived_title_index WHERE derived_title_index MATCH ?))`,
      parameters: [match, match],
    })
  }
  return list
}

/** The WHERE part for articles under the alias `a`; `1` when everything passes. */
export const articleCondition = (filter: ArticleFilter): Condition => {
  const list = conditions(filter)
  return {
    sql: list.length === 0 ? '1' : list.map((it) => it.sql).join(' AND '),
    parameters: list.flatMap((it) => it.parameters),
  }
}

/** Whether the filter lets every article pass. */
export const passesAll = (filter: ArticleFilter): boolean => conditions(filter).length === 0

/** A complete SELECT of the ids of the articles that pass, for use as a subquery. */
export const articleFilterSql = (filter: ArticleFilter): Condition => {
  const { sql, parameters } = articleCondition(filter)
  return { sql: `SELECT a.id FROM article a WHERE ${sql}`, parameters }
}
