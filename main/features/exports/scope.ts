import type { ExportScope } from '../../../shared/contract/exports.ts'
import type { Database } from '../../db/index.ts'
import { articleFilterSql, passesAll } from '../articles/index.ts'
import type { Aspect } from './format.ts'

export interface ScopeCounts {
  articles: number
  mentions: number
  entities: number
  relations: number
}

/**
 * Puts the ids the scope means into temporary tables, on this connection, for everything below.
 * - types: those asked for, or all;
 * - relations: between entities of these types, proved in one of the articles (or any, when all articles are meant);
 * - entities: those mentioned in scope or joined by a relation in scope, and all of these types when all articles are meant.
 */
export const fillScope = (db: Database, scope: ExportScope): void => {
  for (const table of ['type', 'article', 'relation', 'entity']) {
    db.exec(
      `CREATE TEMP TABLE IF NOT EXISTS export_${table} (id INTEGER PRIMARY KEY); DELETE FROM temp.export_${table}`,
    )
  }
  const articles = articleFilterSql(scope.articles)
  db.run(`INSERT INTO temp.export_article ${articles.sql}`, articles.parameters)
  if (!scope.setAside) {
    db.exec("DELETE FROM temp.export_article WHERE id IN (SELECT id FROM article WHERE status = 'set_aside')")
  }
  keepFacts(db, scope)
  db.run(
    'INSERT INTO temp.export_type SELECT id FROM entity_type WHERE @ids IS NULL OR id IN (SELECT value FROM json_each(@ids))',
    { ids: scope.typeIds ? JSON.stringify(scope.typeIds) : null },
  )
  fillNetwork(db, scope, meansAllArticles(db, scope))
}

const meansAllArticles = (db: Database, scope: ExportScope): boolean =>
  passesAll(scope.articles) &&
  (scope.setAside === true ||
    db.value<number>("SELECT EXISTS (SELECT 1 FROM article WHERE status = 'set_aside')") === 0)

/**
 * Leaves of a filled scope only these articles. `part`: they are a part of their own (a split), so relations proved
 * elsewhere and entities mentioned nowhere in them go too; else (copies of one document were taken out) these stay.
 */
export const narrowScope = (
  db: Database,
  scope: ExportScope,
  articleIds: readonly number[],
  part: boolean,
): void => {
  db.run('DELETE FROM temp.export_article WHERE id NOT IN (SELECT value FROM json_each(?))', [
    JSON.stringify(articleIds),
  ])
  db.exec('DELETE FROM temp.export_relation; DELETE FROM temp.export_entity')
  fillNetwork(db, scope, !part && meansAllArticles(db, scope))
}

/** Relations and entities of the types and articles that are filled in. */
const fillNetwork = (db: Database, scope: ExportScope, allArticles: boolean): void => {
  const on = factConditions(db)
  const proved = `AND EXISTS (SELECT 1 FROM evidence v JOIN temp.export_article x ON x.id = v.article_id WHERE v.relation_id = r.id)`
  db.exec(`
    INSERT INTO temp.export_relation SELECT r.id FROM relation r
    JOIN entity s ON s.id = r.source_id AND s.type_id IN (SELECT id FROM temp.export_type)
    JOIN entity t ON t.id = r.target_id AND t.type_id IN (SELECT id FROM temp.export_type)
    WHERE ${on.annotation('r')} ${allArticles ? '' : proved}`)
  if (allArticles) {
    db.exec(
      'INSERT INTO temp.export_entity SELECT id FROM entity WHERE type_id IN (SELECT id FROM temp.export_type)',
    )
  }
  // A whole project already has all its entities; only a part of it must look who is mentioned.
  if (!allArticles || scope.typeIds) {
    db.exec(`
      INSERT OR IGNORE INTO temp.export_entity
      SELECT m.entity_id FROM mention m JOIN temp.export_article x ON x.id = m.article_id
      WHERE m.entity_id IS NOT NULL AND ${on.annotation('m')} AND m.type_id IN (SELECT id FROM temp.export_type);
      INSERT OR IGNORE INTO temp.export_entity
      SELECT r.source_id FROM relation r JOIN temp.export_relation x ON x.id = r.id;
      INSERT OR IGNORE INTO temp.export_entity
      SELECT r.target_id FROM relation r JOIN temp.export_relation x ON x.id = r.id`)
  }
}

/** Keeps what the scope asks of mentions and relations themselves, on this connection. */
const keepFacts = (db: Database, { certainties, personIds, suggestions }: ExportScope): void => {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS export_facts (asked TEXT NOT NULL); DELETE FROM temp.export_facts')
  const asked = { certainties, personIds, suggestions: suggestions ?? false }
  db.run('INSERT INTO temp.export_facts VALUES (?)', [JSON.stringify(asked)])
}

/** What a row must be for the scope's own questions, as SQL over its alias; '1' for anything. */
interface FactConditions {
  /** A mention or a relation. */
  annotation(row: string): string
  evidence(row: string): string
}

const factConditions = (db: Database): FactConditions => {
  const asked = JSON.parse(db.value<string>('SELECT asked FROM temp.export_facts')!) as {
    certainties?: string[]
    personIds?: number[]
    suggestions: boolean
  }
  const hasSuggestions =
    !asked.suggestions &&
    db.value<number>("SELECT EXISTS (SELECT 1 FROM mention WHERE made_how = 'suggestion')") === 1
  const of = (row: string, hasCertainty: boolean): string => {
    const conditions: string[] = []
    // Only words of the schema and numbers go into the statement.
    if (asked.certainties && hasCertainty) {
      conditions.push(
        `${row}.certainty IN (${asked.certainties.map((it) => `'${it.replace(/\W/g, '')}'`).join(', ')})`,
      )
    }
    if (asked.personIds) conditions.push(`${row}.made_by IN (${asked.personIds.map(Number).join(', ')})`)
    if (hasSuggestions && hasCertainty) {
      conditions.push(`NOT (${row}.made_how = 'suggestion' AND ${row}.certainty = 'doubtful')`)
    }
    return conditions.length === 0 ? '1' : conditions.join(' AND ')
  }
  return { annotation: (row) => of(row, true), evidence: (row) => of(row, false) }
}

/** What a mention `m` or a piece of evidence `v` must be to belong to the scope, as SQL. */
export interface Conditions {
  mention: string
  evidence: string
  /** Of a mention of an article in scope, its type aside. */
  mentionFacts(row: string): string
  type(column: string): string
}

/**
 * The conditions, left out where everything passes: a statement that touches a temporary table costs 20 µs more, which a
 * whole project would pay once per article.
 */
export const conditionsOf = (db: Database): Conditions => {
  const within = (table: string, staged: string): ((column: string) => string) => {
    const all = db.value<number>(
      `SELECT (SELECT count(*) FROM ${table}) = (SELECT count(*) FROM temp.export_${staged})`,
    )
    return (column) => (all === 1 ? '1' : `${column} IN (SELECT id FROM temp.export_${staged})`)
  }
  const type = within('entity_type', 'type')
  const article = within('article', 'article')
  const relation = within('relation', 'relation')
  const facts = factConditions(db)
  return {
    mention: `${article('m.article_id')} AND ${type('m.type_id')} AND ${facts.annotation('m')}`,
    evidence: `${article('v.article_id')} AND ${relation('v.relation_id')} AND ${facts.evidence('v')}`,
    mentionFacts: facts.annotation,
    type,
  }
}

export const countScope = (db: Database): ScopeCounts =>
  db.get<ScopeCounts>(`
    SELECT (SELECT count(*) FROM temp.export_article) AS articles,
      (SELECT count(*) FROM mention m WHERE ${conditionsOf(db).mention}) AS mentions,
      (SELECT count(*) FROM temp.export_entity) AS entities,
      (SELECT count(*) FROM temp.export_relation) AS relations`)!

/** Pieces of evidence in scope. */
export const countEvidence = (db: Database): number =>
  db.value<number>(`SELECT count(*) FROM evidence v WHERE ${conditionsOf(db).evidence}`)!

const annotationRows = (on: Conditions): string => `
  SELECT a.made_by, a.note, '' AS certainty, a.title AS name FROM article a JOIN temp.export_article x ON x.id = a.id
  UNION ALL SELECT e.made_by, e.note, '', e.name FROM entity e JOIN temp.export_entity x ON x.id = e.id
  UNION ALL SELECT r.made_by, r.note, r.certainty, y.name FROM relation r JOIN temp.export_relation x ON x.id = r.id
    JOIN relation_type y ON y.id = r.type_id
  UNION ALL SELECT m.made_by, m.note, m.certainty, y.name FROM mention m JOIN entity_type y ON y.id = m.type_id
    WHERE ${on.mention}
  UNION ALL SELECT v.made_by, v.note, '', v.quote FROM evidence v WHERE ${on.evidence}`

/** Per aspect: how many things of it the scope holds, and one of them. */
const aspectSql = (on: Conditions): Record<Aspect, string> => ({
  offsets: `SELECT count(*) AS count, coalesce(min(f.quote), '') AS example FROM mention m
    JOIN fragment f ON f.mention_id = m.id WHERE ${on.mention}`,
  texts: `SELECT count(*) AS count, coalesce(min(a.title), '') AS example FROM article a JOIN temp.export_article x ON x.id = a.id`,
  articleFacts: `SELECT count(*) AS count, coalesce(min(a.title), '') AS example FROM article a
    JOIN temp.export_article x ON x.id = a.id
    WHERE a.title <> '' OR a.language <> '' OR a.published_on <> '' OR a.publisher <> '' OR a.source_url <> ''`,
  articleStatus: `SELECT count(*) AS count, coalesce(min(a.title), '') AS example FROM article a
    JOIN temp.export_article x ON x.id = a.id WHERE a.status <> 'unread'`,
  discontinuous: `SELECT count(*) AS count, coalesce(min(f.quote), '') AS example FROM mention m
    JOIN fragment f ON f.mention_id = m.id AND f.ordinal = 1 WHERE ${on.mention}`,
  links: `SELECT count(*) AS count, coalesce(min(e.name), '') AS example FROM mention m
    JOIN entity e ON e.id = m.entity_id WHERE ${on.mention}`,
  unmentionedEntities: `SELECT count(*) AS count, coalesce(min(e.name), '') AS example FROM entity e
    JOIN temp.export_entity x ON x.id = e.id
    WHERE NOT EXISTS (SELECT 1 FROM mention m WHERE m.entity_id = e.id AND ${on.mention})`,
  unprovedRelations: `SELECT count(*) AS count, coalesce(min(s.name || ' → ' || t.name), '') AS example FROM (
      SELECT r.source_id, r.target_id FROM relation r JOIN temp.export_relation x ON x.id = r.id
      WHERE NOT EXISTS (SELECT 1 FROM evidence v WHERE v.relation_id = r.id AND ${on.evidence})
      UNION ALL SELECT r.source_id, r.target_id FROM evidence v JOIN relation r ON r.id = v.relation_id
      WHERE ${on.evidence} AND NOT (${['source', 'target']
        .map(
          (end) => `EXISTS (SELECT 1 FROM mention m
            WHERE m.article_id = v.article_id AND m.entity_id = r.${end}_id AND ${on.mention})`,
        )
        .join(' AND ')})
    ) u JOIN entity s ON s.id = u.source_id JOIN entity t ON t.id = u.target_id`,
  relationFacts: `SELECT count(*) AS count, coalesce(min(s.name || ' → ' || t.name), '') AS example FROM relation r
    JOIN temp.export_relation x ON x.id = r.id JOIN entity s ON s.id = r.source_id JOIN entity t ON t.id = r.target_id
    WHERE r.status <> '' OR r.valid_from <> '' OR r.valid_to <> '' OR r.amount <> '' OR r.share <> ''`,
  passages: `SELECT count(*) AS count, coalesce(min(v.quote), '') AS example FROM evidence v WHERE ${on.evidence}`,
  originals: `SELECT count(*) AS count, coalesce(min(s.name), '') AS example FROM article a
    JOIN temp.export_article x ON x.id = a.id JOIN source s ON s.id = a.source_id`,
  schema: `SELECT count(*) AS count, coalesce(min(name), '') AS example FROM
    (SELECT name FROM entity_type UNION ALL SELECT name FROM relation_type)`,
  positions: `SELECT count(*) AS count, coalesce(min(e.name), '') AS example FROM node_position n
    JOIN temp.export_entity x ON x.id = n.id JOIN entity e ON e.id = n.id`,
  aliases: `SELECT count(*) AS count, coalesce(min(l.text), '') AS example FROM alias l
    JOIN temp.export_entity x ON x.id = l.entity_id`,
  outsideIds: `SELECT count(*) AS count, coalesce(min(o.scheme || ':' || o.value), '') AS example FROM outside_id o
    JOIN temp.export_entity x ON x.id = o.entity_id`,
  values: `SELECT count(*) AS count, coalesce(min(m.value), '') AS example FROM mention m
    WHERE m.value <> '' AND ${on.mention}`,
  notes: `SELECT count(*) AS count, coalesce(min(note), '') AS example FROM (${annotationRows(on)}) WHERE note <> ''`,
  doubts: `SELECT count(*) AS count, coalesce(min(name), '') AS example FROM (${annotationRows(on)})
    WHERE certainty IN ('probable', 'doubtful')`,
  provenance: `SELECT count(*) AS count, coalesce((SELECT min(name) FROM person WHERE id IN
    (SELECT made_by FROM (${annotationRows(on)}))), '') AS example FROM (${annotationRows(on)})`,
  relations: `SELECT count(*) AS count, coalesce(min(s.name || ' → ' || t.name), '') AS example FROM relation r
    JOIN temp.export_relation x ON x.id = r.id JOIN entity s ON s.id = r.source_id JOIN entity t ON t.id = r.target_id`,
})

export const countAspect = (db: Database, aspect: Aspect): { count: number; example: string } =>
  db.get<{ count: number; example: string }>(aspectSql(conditionsOf(db))[aspect])!
