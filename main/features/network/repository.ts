import type { NetworkFilter, NetworkGraph } from '../../../shared/contract/network.ts'
import type { ArticleFilter } from '../../../shared/model/article.ts'
import type { ProjectContext } from '../../core/context.ts'
import { articleFilterSql, passesAll } from '../articles/index.ts'

type Bindings = (string | number)[]
type Node = NetworkGraph['nodes'][number]
type Edge = NetworkGraph['edges'][number]

const likePattern = (key: string): string => `%${key.replace(/[\\%_]/g, '\\$&')}%`

/** Entities with their mentions within an article set, as a subquery `(entity_id, mentions)`. */
const counted = (articles: ArticleFilter | undefined): { sql: string; parameters: Bindings } => {
  if (!articles || passesAll(articles))
    return { sql: 'SELECT entity_id, mentions FROM derived_entity_count', parameters: [] }
  const { sql, parameters } = articleFilterSql(articles)
  return {
    sql: `SELECT entity_id, sum(mentions) AS mentions FROM derived_entity_article WHERE article_id IN (${sql}) GROUP BY entity_id`,
    parameters,
  }
}

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
    let match = '1'
    const matchParameters: Bindings = []
    if (textKey !== '') {
      match = 'e.id IN (SELECT id FROM hit)'
      conditions.push(`(e.id IN (SELECT id FROM hit)
        OR e.id IN (SELECT target_id FROM relation WHERE source_id IN (SELECT id FROM hit))
        OR e.id IN (SELECT source_id FROM relation WHERE target_id IN (SELECT id FROM hit)))`)
      matchParameters.push(likePattern(textKey), likePattern(textKey))
    }
    const hits =
      textKey === ''
        ? ''
        : `hit AS MATERIALIZED (SELECT id FROM entity WHERE name_key LIKE ? ESCAPE '\\'
             UNION SELECT entity_id FROM alias WHERE key LIKE ? ESCAPE '\\'), `
    const from = `WITH ${hits} c AS (${base.sql})
      SELECT %s FROM c JOIN entity e ON e.id = c.entity_id %s WHERE ${conditions.length ? conditions.join(' AND ') : '1'}`
    const bindings = [...matchParameters, ...parameters]
    const unfiltered = conditions.length === 0 && (!filter.articles || passesAll(filter.articles))
    const total = unfiltered
      ? db.value<number>('SELECT count(*) FROM entity')!
      : db.value<number>(from.replace('%s', 'count(*)').replace('%s', ''), bindings)!
    const nodes = db.all<Omit<Node, 'pinned'> & { pinned: number | null }>(
      `${from
        .replace('%s', 'e.id, e.type_id AS typeId, e.name, c.mentions, p.x, p.y, p.pinned')
        .replace('%s', 'LEFT JOIN node_position p ON p.id = e.id')}
       ORDER BY ${match === '1' ? '' : `${match} DESC,`} c.mentions DESC, c.entity_id DESC LIMIT ?`,
      [...bindings, limit],
    )
    return { total, nodes: nodes.map((it) => ({ ...it, pinned: it.pinned === 1 })) }
  },

  /** Relations between the given entities with the evidence that lies in the article set. */
  edges: (nodeIds: readonly number[], filter: NetworkFilter): Edge[] => {
    const everything = !filter.articles || passesAll(filter.articles)
    const articles = everything ? null : articleFilterSql(filter.articles!)
    const parameters: Bindings = [JSON.stringify(nodeIds), ...(articles?.parameters ?? [])]
    if (filter.relationTypeIds) parameters.push(JSON.stringify(filter.relationTypeIds))
    // The quote of an edge is its shortest passage: the one that says it most plainly.
    return db.all<Edge>(
      `WITH node AS MATERIALIZED (SELECT value AS id FROM json_each(?))
         ${articles ? `, chosen AS MATERIALIZED (${articles.sql})` : ''}
       SELECT r.id, r.type_id AS typeId, r.source_id AS sourceId, r.target_id AS targetId, r.status,
         count(v.id) AS evidence,
         coalesce((SELECT substr(quote, 1, 300) FROM evidence WHERE relation_id = r.id ORDER BY length(quote) LIMIT 1), '') AS quote
       FROM node n JOIN relation r ON r.source_id = n.id JOIN node m ON m.id = r.target_id
       LEFT JOIN evidence v ON v.relation_id = r.id ${articles ? 'AND v.article_id IN (SELECT id FROM chosen)' : ''}
       WHERE ${filter.relationTypeIds ? 'r.type_id IN (SELECT value FROM json_each(?))' : '1'}
       GROUP BY r.id ${articles ? 'HAVING count(v.id) > 0' : ''} ORDER BY r.id`,
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
