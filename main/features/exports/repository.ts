import { isObject, type JsonObject, type JsonValue } from '../../../shared/model/json.ts'
import { notFound } from '../../core/errors.ts'
import type { Database } from '../../db/index.ts'
import type {
  ArticleRow,
  EntityRow,
  EvidenceRow,
  ExportSource,
  MentionRow,
  PersonRow,
  ProjectRow,
  RelationRow,
  RuleRow,
  SourceRow,
} from './format.ts'
import { type Conditions, conditionsOf } from './scope.ts'

/** Rows fetched at a time; memory holds one page. */
const pageSize = 500

/** Runs `work` on one unchanging moment of the project, without keeping anybody from writing. */
export const withSnapshot = <T>(db: Database, work: () => T): T => {
  db.exec('BEGIN')
  try {
    return work()
  } finally {
    db.exec('ROLLBACK')
  }
}

/** All rows of a query that takes (last id, page size), a page at a time. */
function* paged<T extends { id: number }>(
  db: Database,
  sql: string,
  perPage: (page: T[]) => void,
): Generator<T> {
  let last = 0
  for (;;) {
    const page = db.all<T>(sql, [last, pageSize])
    perPage(page)
    yield* page
    if (page.length < pageSize) return
    last = page.at(-1)!.id
  }
}

const nothing = (): void => {}

const provenanceOf = (row: string): string =>
  `${row}.made_by AS madeBy, ${row}.made_how AS madeHow, ${row}.made_at AS madeAt`

const entitySql = `
  SELECT e.id, e.uid, y.key AS type, e.name, e.note, n.x, n.y, n.pinned, ${provenanceOf('e')}
  FROM temp.export_entity x CROSS JOIN entity e ON e.id = x.id JOIN entity_type y ON y.id = e.type_id
  LEFT JOIN node_position n ON n.id = e.id WHERE x.id > ? ORDER BY x.id LIMIT ?`

const entityByUidSql = `
  SELECT e.id, e.uid, y.key AS type, e.name, e.note, n.x, n.y, n.pinned, ${provenanceOf('e')}
  FROM entity e JOIN entity_type y ON y.id = e.type_id LEFT JOIN node_position n ON n.id = e.id WHERE e.uid = ?`

const relationFields = `r.id, r.uid, y.key AS type, y.directed, s.uid AS sourceUid, s.name AS sourceName,
    t.uid AS targetUid, t.name AS targetName, r.status, r.valid_from AS validFrom, r.valid_to AS validTo, r.amount,
    r.currency, r.share, r.certainty, r.note, ${provenanceOf('r')}`

const relationByUidSql = `
  SELECT ${relationFields} FROM relation r JOIN relation_type y ON y.id = r.type_id
  JOIN entity s ON s.id = r.source_id JOIN entity t ON t.id = r.target_id WHERE r.uid = ?`

const relationSql = `
  SELECT ${relationFields}
  FROM temp.export_relation x CROSS JOIN relation r ON r.id = x.id JOIN relation_type y ON y.id = r.type_id
  JOIN entity s ON s.id = r.source_id JOIN entity t ON t.id = r.target_id
  WHERE x.id > ? ORDER BY x.id LIMIT ?`

const articleSql = `
  SELECT a.id, a.uid, a.title, a.language, a.published_on AS publishedOn, a.publisher, a.source_url AS sourceUrl,
    a.status, a.note, a.text_id AS textId, t.hash AS textHash, a.source_id AS sourceId, ${provenanceOf('a')}
  FROM temp.export_article x CROSS JOIN article a ON a.id = x.id JOIN text t ON t.id = a.text_id
  WHERE x.id > ? ORDER BY x.id LIMIT ?`

/** One row per fragment; the fragments of a mention follow each other. */
const mentionSql = (on: Conditions): string => `
  SELECT m.id, m.uid, m.type_id AS typeId, e.uid AS entityUid, e.name AS entityName, m.value, m.certainty, m.note,
    ${provenanceOf('m')}, f.start_offset AS start, f.end_offset AS end, f.quote
  FROM mention m JOIN fragment f ON f.mention_id = m.id LEFT JOIN entity e ON e.id = m.entity_id
  WHERE m.article_id = ? AND ${on.mentionFacts('m')} ORDER BY m.id, f.ordinal`

/** CROSS JOIN keeps the order: most articles have no evidence, and then nothing else should be read. */
const evidenceSql = (where: string, on: Conditions): string => `
  SELECT v.uid, r.uid AS relationUid, v.article_id AS articleId, a.uid AS articleUid, a.title AS articleTitle,
    a.publisher, a.published_on AS publishedOn, a.source_url AS sourceUrl, c.hash AS textHash,
    v.start_offset AS start, v.end_offset AS end, v.quote, s.uid AS sourceMentionUid, t.uid AS targetMentionUid, v.note,
    ${provenanceOf('v')}
  FROM evidence v CROSS JOIN relation r ON r.id = v.relation_id CROSS JOIN article a ON a.id = v.article_id
  CROSS JOIN text c ON c.id = a.text_id
  LEFT JOIN mention s ON s.id = v.source_mention_id AND s.article_id = v.article_id
    AND ${on.type('s.type_id')} AND ${on.mentionFacts('s')}
  LEFT JOIN mention t ON t.id = v.target_mention_id AND t.article_id = v.article_id
    AND ${on.type('t.type_id')} AND ${on.mentionFacts('t')}
  WHERE ${where} AND ${on.evidence} ORDER BY v.id`

const personSql = (on: Conditions): string => `
  SELECT uid, name FROM person WHERE id IN (
    SELECT a.made_by FROM temp.export_article x CROSS JOIN article a ON a.id = x.id
    UNION SELECT e.made_by FROM temp.export_entity x CROSS JOIN entity e ON e.id = x.id
    UNION SELECT r.made_by FROM temp.export_relation x CROSS JOIN relation r ON r.id = x.id
    UNION SELECT m.made_by FROM mention m WHERE ${on.mention}
    UNION SELECT v.made_by FROM evidence v WHERE ${on.evidence}
  ) ORDER BY uid`

type Raw<T> = Omit<T, 'madeBy'> & { madeBy: number }
type RawEntity = Raw<Omit<EntityRow, 'position' | 'aliases' | 'outsideIds'>> & {
  x: number | null
  y: number | null
  pinned: number | null
}
type Owned<T> = T & { entityId: number }

/** Rows of a page's entities by entity. */
const byEntity = <T>(rows: Owned<T>[]): Map<number, T[]> => {
  const result = new Map<number, T[]>()
  for (const { entityId, ...row } of rows) {
    const own = result.get(entityId)
    if (own) own.push(row as T)
    else result.set(entityId, [row as T])
  }
  return result
}

/** The scope filled in by `fillScope` as formats read it. */
export const openSource = (db: Database): ExportSource => {
  const on = conditionsOf(db)
  const persons = new Map(
    db.all<{ id: number; uid: string }>('SELECT id, uid FROM person').map((it) => [it.id, it.uid]),
  )
  const typeKeys = new Map(
    db
      .all<{ id: number; key: string }>(
        'SELECT y.id, y.key FROM entity_type y JOIN temp.export_type x ON x.id = y.id',
      )
      .map((it) => [it.id, it.key]),
  )
  const signed = <T extends { madeBy: number }>(row: T): Omit<T, 'madeBy'> & { madeBy: string } => ({
    ...row,
    madeBy: persons.get(row.madeBy)!,
  })
  const evidence = (sql: string, id: number): EvidenceRow[] => db.all<Raw<EvidenceRow>>(sql, [id]).map(signed)
  /** Most projects hold nothing of most formats; then no row asks for it. */
  const hasForeign = remembered(
    (formatId) =>
      db.value<number>('SELECT EXISTS (SELECT 1 FROM foreign_part WHERE format = ?)', [formatId]) === 1,
  )
  /** As an import stores it: what the reader gave under `data`, beside the id in the file. */
  const keptOf = (formatId: string, uid: string): JsonObject => {
    if (!hasForeign(formatId)) return {}
    const kept = parsed(
      db.value<string>('SELECT data FROM foreign_part WHERE uid = ? AND format = ?', [uid, formatId]),
    )
    return isObject(kept) ? kept : {}
  }
  const mentionsSql = mentionSql(on)
  const [evidenceInSql, evidenceOfSql] = [
    evidenceSql('v.article_id = ?', on),
    evidenceSql('v.relation_id = ?', on),
  ]

  return {
    project: db.get<ProjectRow>('SELECT uid, name, note, made_at AS madeAt FROM project')!,
    entityTypes: db
      .all<Omit<ExportSource['entityTypes'][number], 'valueKind'> & { valueKind: string }>(
        `SELECT uid, key, name, kind, value_kind AS valueKind, colour, pattern, label, shortcut, position
         FROM entity_type ORDER BY position, id`,
      )
      .map((it) => ({ ...it, valueKind: it.valueKind || null }) as ExportSource['entityTypes'][number]),
    relationTypes: db
      .all<Omit<ExportSource['relationTypes'][number], 'directed'> & { directed: number }>(
        `SELECT uid, key, name, inverse_name AS inverseName, directed, colour, dash, position
         FROM relation_type ORDER BY position, id`,
      )
      .map((it) => ({ ...it, directed: it.directed === 1 })),
    rules: db.all<RuleRow>(
      `SELECT u.uid, r.key AS relationType, s.key AS source, t.key AS target FROM relation_rule u
       JOIN relation_type r ON r.id = u.relation_type_id JOIN entity_type s ON s.id = u.source_type_id
       JOIN entity_type t ON t.id = u.target_type_id ORDER BY u.id`,
    ),
    persons: () => db.all<PersonRow>(personSql(on)),
    *entities() {
      let aliases = new Map<number, EntityRow['aliases'][number][]>()
      let outsideIds = new Map<number, EntityRow['outsideIds'][number][]>()
      const rows = paged<RawEntity>(db, entitySql, (page) => {
        const range = [page[0]?.id ?? 0, page.at(-1)?.id ?? 0]
        aliases = byEntity(
          db.all<Owned<EntityRow['aliases'][number]>>(
            'SELECT entity_id AS entityId, uid, text, language FROM alias WHERE entity_id BETWEEN ? AND ? ORDER BY id',
            range,
          ),
        )
        outsideIds = byEntity(
          db.all<Owned<EntityRow['outsideIds'][number]>>(
            'SELECT entity_id AS entityId, uid, scheme, value FROM outside_id WHERE entity_id BETWEEN ? AND ? ORDER BY id',
            range,
          ),
        )
      })
      for (const row of rows) {
        const { x, y, pinned, ...entity } = signed(row)
        yield {
          ...entity,
          position: x === null || y === null ? null : { x, y, pinned: pinned === 1 },
          aliases: aliases.get(row.id) ?? [],
          outsideIds: outsideIds.get(row.id) ?? [],
        }
      }
    },
    countMentions: (entityId) =>
      db.value<number>(`SELECT count(*) FROM mention m WHERE m.entity_id = ? AND ${on.mention}`, [entityId])!,
    *relations() {
      for (const row of paged<Raw<Omit<RelationRow, 'directed'>> & { directed: number }>(
        db,
        relationSql,
        nothing,
      )) {
        yield { ...signed(row), directed: row.directed === 1 }
      }
    },
    *articles() {
      for (const row of paged<Raw<ArticleRow>>(db, articleSql, nothing)) yield signed(row)
    },
    text: (articleId) =>
      db.value<string>('SELECT t.content FROM article a JOIN text t ON t.id = a.text_id WHERE a.id = ?', [
        articleId,
      ])!,
    original: (article) =>
      article.sourceId === null
        ? null
        : (db.get<SourceRow>(
            'SELECT name, media_type AS mediaType, encoding, extraction, bytes FROM source WHERE id = ?',
            [article.sourceId],
          ) ?? null),
    mentions: (articleId) => {
      const result: MentionRow[] = []
      let last = 0
      for (const row of db.all<RawMention>(mentionsSql, [articleId])) {
        if (row.id === last) {
          result.at(-1)!.fragments.push({ start: row.start, end: row.end, quote: row.quote })
          continue
        }
        const type = typeKeys.get(row.typeId)
        if (type === undefined) continue
        last = row.id
        result.push({
          uid: row.uid,
          type,
          entityUid: row.entityUid,
          entityName: row.entityName ?? '',
          value: row.value,
          certainty: row.certainty,
          note: row.note,
          madeBy: persons.get(row.madeBy)!,
          madeHow: row.madeHow,
          madeAt: row.madeAt,
          fragments: [{ start: row.start, end: row.end, quote: row.quote }],
        })
      }
      return result
    },
    evidenceIn: (articleId) => evidence(evidenceInSql, articleId),
    evidenceOf: (relationId) => evidence(evidenceOfSql, relationId),
    relation: remembered((uid) => {
      const row = db.get<Raw<Omit<RelationRow, 'directed'>> & { directed: number }>(relationByUidSql, [uid])
      if (!row) throw notFound('relation', uid)
      return { ...signed(row), directed: row.directed === 1 }
    }),
    entity: remembered((uid) => {
      const row = db.get<RawEntity>(entityByUidSql, [uid])
      if (!row) throw notFound('entity', uid)
      const { x, y, pinned, ...entity } = signed(row)
      return {
        ...entity,
        position: x === null || y === null ? null : { x, y, pinned: pinned === 1 },
        aliases: db.all('SELECT uid, text, language FROM alias WHERE entity_id = ? ORDER BY id', [row.id]),
        outsideIds: db.all('SELECT uid, scheme, value FROM outside_id WHERE entity_id = ? ORDER BY id', [
          row.id,
        ]),
      }
    }),
    foreign: (formatId, uid) => keptOf(formatId, uid).data ?? null,
    foreignId: (formatId, uid) => {
      const { id } = keptOf(formatId, uid)
      return typeof id === 'string' ? id : null
    },
    setParts: (formatId) =>
      db
        .all<{ name: string; data: string }>(
          'SELECT name, data FROM foreign_set_part WHERE format = ? ORDER BY name',
          [formatId],
        )
        .map(({ name, data }) => ({ name, data: JSON.parse(data) as JsonValue })),
  }
}

/** Rows that documents ask for again and again; the oldest gives way. */
const remembered = <T>(find: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      value = find(key)
      if (known.size >= 5000) known.delete(known.keys().next().value!)
      known.set(key, value)
    }
    return value
  }
}

const parsed = (data: string | undefined): JsonValue | null =>
  data === undefined ? null : (JSON.parse(data) as JsonValue)

interface RawMention extends Raw<Omit<MentionRow, 'type' | 'entityName' | 'fragments'>> {
  id: number
  typeId: number
  entityName: string | null
  start: number
  end: number
  quote: string
}
