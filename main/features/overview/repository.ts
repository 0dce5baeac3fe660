import type { ProjectContext } from '../../core/context.ts'

type Count = { key: string; count: number }
type TypeCount = { typeId: number; count: number }

export const createOverviewRepository = ({ db }: ProjectContext) => {
  const number = (sql: string): number => db.value<number>(sql)!
  const counts = (sql: string): Count[] => db.all(sql)
  const byType = (table: 'entity' | 'mention' | 'relation'): TypeCount[] =>
    db.all(`SELECT type_id AS typeId, count(*) AS count FROM ${table} GROUP BY type_id ORDER BY count DESC`)

  return {
    read: () => ({
      articles: number('SELECT count(*) FROM article'),
      statuses: counts('SELECT status AS key, count(*) AS count FROM article GROUP BY status'),
      languages: counts(
        'SELECT language AS key, count(*) AS count FROM article GROUP BY language ORDER BY count DESC',
      ),
      months: counts(
        `SELECT substr(published_on, 1, 7) AS key, count(*) AS count FROM article
         WHERE length(published_on) >= 7 GROUP BY 1 ORDER BY 1`,
      ),
      entities: byType('entity'),
      mentions: byType('mention'),
      relations: byType('relation'),
      unlinkedMentions: number('SELECT coalesce(sum(unlinked), 0) FROM derived_article_count'),
      doubtfulMentions: number("SELECT count(*) FROM mention WHERE certainty = 'doubtful'"),
      relationsWithoutEvidence: number(
        'SELECT count(*) FROM relation r WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE relation_id = r.id)',
      ),
      evidence: number('SELECT count(*) FROM evidence'),
      days: counts(
        `SELECT key, count FROM (
           SELECT substr(made_at, 1, 10) AS key, count(*) AS count FROM mention WHERE made_how = 'hand'
           GROUP BY 1 ORDER BY 1 DESC LIMIT 60) ORDER BY key`,
      ),
      persons: db.all<{ id: number; name: string; mentions: number; relations: number; evidence: number }>(
        `WITH made AS (
           SELECT made_by, count(*) AS mentions, 0 AS relations, 0 AS evidence FROM mention GROUP BY made_by UNION ALL
           SELECT made_by, 0, count(*), 0 FROM relation GROUP BY made_by UNION ALL
           SELECT made_by, 0, 0, count(*) FROM evidence GROUP BY made_by)
         SELECT p.id, p.name, sum(mentions) AS mentions, sum(relations) AS relations, sum(evidence) AS evidence
         FROM made JOIN person p ON p.id = made.made_by GROUP BY p.id ORDER BY p.name, p.id`,
      ),
      strongest: db.all<{ id: number; name: string; typeId: number; mentions: number }>(
        `SELECT e.id, e.name, e.type_id AS typeId, c.mentions FROM derived_entity_count c
         JOIN entity e ON e.id = c.entity_id ORDER BY c.mentions DESC, c.entity_id DESC LIMIT 12`,
      ),
    }),
  }
}
