import type { NetworkFilter, NetworkGraph } from '../../../shared/contract/network.ts'
import type { ArticleFilter } from '../../../shared/model/article.ts'
import type { ProjectContext } from '../../core/context.ts'
import { likePattern } from '../../db/index.ts'
import { articleFilterSql, passesAll } from '../articles/index.ts'

type Bindings = (string | number)[]
type Node = NetworkGraph['nodes'][number]
type Edge = NetworkGraph['edges'][number]

/**
 * Entities with their mentions within an article set, as a subquery `(entity_id, mentions)`. An article set is looked up
 * while all counts are read in order of entity (the `+` keeps SQLite from going by article): that costs the same for any
 * set, and a wide one would have to be sorted otherwise.
 */
const counted = (articles: ArticleFilter | undefined): { sql: string; parameters: Bindings } => {
  if (!articles || passesAll(articles))
    return { sql: 'SELECT entity_id, mentions FROM derived_entity_count', parameters: [] }
  const { sql, parameters } = articleFilterSql(articles)
  return {
    sql: `SELECT entity_id, sum(mentions) AS mentions FROM derived_entity_article
      WHERE +article_id IN (${sql}) GROUP BY entity_id`,
    parameters,
  }
}

/** Entities whose name or alias holds a text, and their neighbours; takes the pattern twice. */
const shownByText = `
  hit AS MATERIALIZED (SELECT id FROM entity WHERE name_key LIKE ? ESCAPE '\\'
    UNION SELECT entity_id FROM alias WHERE key LIKE ? ESCAPE '\\'),
  shown AS MATERIALIZED (SELECT id, max(matches) AS matches FROM (
    SELECT id, 1 AS matches FROM hit
    UNION ALL SELECT r.target_id, 0 FROM hit JOIN relation r ON r.source_id = hit.id
    UNION ALL SELECT r.source_id, 0 FROM hit JOIN relation r ON r.target_id = hit.id) GROUP BY id),`

export const createNetworkRepository = ({ db }: ProjectContext) => ({
  /**
   * The strongest entities under a filter, most mentions first. With a text filter the entities that match come with
   * their neighbours, matches first.
   */
  nodes: (filter: NetworkFilter, textKey: string, limit: number): { total: number; nodes: Node[] } => {
    const base = counted(filter.articles)
    const conditions: string[] = []
    const parameters: Bindings = [...base.parameters]
    if (filter.entityTypeIds) {
      conditions.push('e.type_id IN (SELECT value FROM json_each(?))')
      parameters.push(JSON.stringify(filter.entityTypeIds))
    }
    const byText = textKey !== ''
    if (byText) parameters.unshift(likePattern(textKey), likePattern(textKey))
    const order = `${byText ? 'matches DESC, ' : ''}mentions DESC, entity_id DESC`
    const everything = conditions.length === 0 && parameters.length === 0
    const rows = db.all<Omit<Node, 'pinned'> & { pinned: number | null; total: number }>(
      `WITH ${byText ? shownByText : ''} counted AS (${base.sql}), strongest AS (
         SELECT c.entity_id, c.mentions, ${byText ? 'shown.matches' : '1 AS matches'},
           ${everything ? '(SELECT count(*) FROM entity)' : 'count(*) OVER ()'} AS total
         FROM counted c ${byText ? 'JOIN shown ON shown.id = c.entity_id' : ''} JOIN entity e ON e.id = c.entity_id
         WHERE ${conditions.length === 0 ? '1' : conditions.join(' AND ')} ORDER BY ${order} LIMIT ?
       )
       SELECT e.id, e.type_id AS typeId, e.name, s.mentions, p.x, p.y, p.pinned, s.total
       FROM strongest s JOIN entity e ON e.id = s.entity_id LEFT JOIN node_position p ON p.id = e.id
       ORDER BY ${order}`,
      [...parameters, limit],
    )
    return {
      total: rows[0]?.total ?? 0,
      nodes: rows.map(({ total: _total, ...it }) => ({ ...it, pinned: it.pinned === 1 })),
    }
  },

  /** Relations between the given entities with the evidence that lies in the article set. */
  edges: (nodeIds: readonly number[], filter: NetworkFilter): Edge[] => {
    const everything = !filter.articles || passesAll(filter.articles)
    const articles = everything ? null : articleFilterSql(filter.articles!)
    const parameters: Bindings = [JSON.stringify(nodeIds), ...(articles?.parameters ?? [])]
    if (filter.relationTypeIds) parameters.push(JSON.stringify(filter.relationTypeIds))
    // The quote of an edge is its shortest passage, the one that says it most plainly: SQLite takes the plain columns of
    // a group from the row of its only min(). CROSS JOIN and each `+` keep it from trying
    // all of a set on every row.
    return db.all<Edge>(
      `WITH node AS MATERIALIZED (SELECT value AS id FROM json_each(?)), edge AS (
         SELECT r.id, r.type_id AS typeId, r.source_id AS sourceId, r.target_id AS targetId, r.status,
           count(v.id) AS evidence, coalesce(substr(v.quote, 1, 300), '') AS quote, min(length(v.quote)) AS shortest
         FROM node CROSS JOIN relation r ON r.source_id = node.id AND +r.target_id IN (SELECT id FROM node)
         LEFT JOIN evidence v ON v.relation_id = r.id ${articles ? `AND +v.article_id IN (${articles.sql})` : ''}
         WHERE ${filter.relationTypeIds ? 'r.type_id IN (SELECT value FROM json_each(?))' : '1'}
         GROUP BY r.id ${articles ? 'HAVING count(v.id) > 0' : ''}
       )
       SELECT id, typeId, sourceId, targetId, status, evidence, quote FROM edge ORDER BY id`,
      parameters,
    )
  },

  place: (node: { entityId: number; x: number; y: number; pinned: boolean }): void =>
    void db.run(
      `INSERT INTO node_position (id, x, y, pinned) SELECT id, ?, ?, ? FROM entity WHERE id = ?
       ON CONFLICT DO UPDATE SET x = excluded.x, y = excluded.y, pinned = excluded.pinned`,
      [Math.round(node.x), Math.round(node.y), node.pinned ? 1 : 0, node.entityId],
    ),
})
