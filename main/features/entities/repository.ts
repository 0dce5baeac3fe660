import type { Alias, EntityCandidate, EntityRow, OutsideId } from '../../../shared/model/entity.ts'
import type { Provenance } from '../../../shared/model/provenance.ts'
import type { RelationStatus } from '../../../shared/model/relation.ts'
import type { ProjectContext } from '../../core/context.ts'
import { likePattern } from '../../db/index.ts'

export interface EntityRecord {
  id: number
  uid: string
  typeId: number
  name: string
  note: string
  mentions: number
  articles: number
  provenance: Provenance
}

export interface EntityQuery {
  /** Folded text; '' for all. */
  key: string
  typeIds?: readonly number[]
  sortBy: 'name' | 'mentions'
  descending: boolean
  offset: number
  limit: number
}

const rowColumns = `e.id, e.type_id AS typeId, e.name, c.mentions,
  (SELECT json_group_array(text) FROM (SELECT text FROM alias WHERE entity_id = e.id ORDER BY id LIMIT 8)) AS aliases,
  (SELECT count(*) FROM relation WHERE source_id = e.id) + (SELECT count(*) FROM relation WHERE target_id = e.id AND source_id <> e.id) AS relations`

const parseAliases = <T extends { aliases: string }>(row: T): Omit<T, 'aliases'> & { aliases: string[] } => ({
  ...row,
  aliases: JSON.parse(row.aliases) as string[],
})

export const createEntityRepository = ({ db, personId, now, newUid }: ProjectContext) => {
  const condition = (
    query: Pick<EntityQuery, 'key' | 'typeIds'>,
  ): { sql: string; parameters: (string | number)[] } => {
    const parts: string[] = []
    const parameters: (string | number)[] = []
    if (query.typeIds?.length) {
      parts.push('e.type_id IN (SELECT value FROM json_each(?))')
      parameters.push(JSON.stringify(query.typeIds))
    }
    if (query.key !== '') {
      parts.push(
        `(e.name_key LIKE ? ESCAPE '\\' OR e.id IN (SELECT entity_id FROM alias WHERE key LIKE ? ESCAPE '\\'))`,
      )
      parameters.push(likePattern(query.key), likePattern(query.key))
    }
    return { sql: parts.length === 0 ? '1' : parts.join(' AND '), parameters }
  }

  return {
    page: (query: EntityQuery): EntityRow[] => {
      const { sql, parameters } = condition(query)
      const order = query.sortBy === 'name' ? 'e.name_key' : 'c.mentions'
      const direction = query.descending ? 'DESC' : 'ASC'
      return db
        .all<Omit<EntityRow, 'aliases'> & { aliases: string }>(
          `SELECT ${rowColumns} FROM entity e JOIN derived_entity_count c ON c.entity_id = e.id
           WHERE ${sql} ORDER BY ${order} ${direction}, e.id LIMIT ? OFFSET ?`,
          [...parameters, query.limit, query.offset],
        )
        .map(parseAliases)
    },

    count: (query: Pick<EntityQuery, 'key' | 'typeIds'>): number => {
      const { sql, parameters } = condition(query)
      return db.value<number>(`SELECT count(*) FROM entity e WHERE ${sql}`, parameters)!
    },

    /** Best matches by name or alias: exact, then prefix, then within; the wanted type first, then by mentions. */
    candidates: (key: string, typeId: number, limit: number): EntityCandidate[] =>
      db
        .all<Omit<EntityCandidate, 'aliases' | 'how'> & { aliases: string; grade: number }>(
          `WITH hit AS (
             SELECT id AS entity_id, name AS matched, name_key AS key FROM entity WHERE name_key LIKE @pattern ESCAPE '\\'
             UNION ALL
             SELECT entity_id, text, key FROM alias WHERE key LIKE @pattern ESCAPE '\\'
           ), graded AS (
             SELECT entity_id, matched,
               CASE WHEN key = @key THEN 0 WHEN substr(key, 1, length(@key)) = @key THEN 1 ELSE 2 END AS grade
             FROM hit
           ), best AS (
             SELECT entity_id, min(grade) AS grade, matched FROM graded GROUP BY entity_id
           )
           SELECT ${rowColumns}, best.matched, best.grade FROM best
           JOIN entity e ON e.id = best.entity_id JOIN derived_entity_count c ON c.entity_id = e.id
           ORDER BY (e.type_id = @typeId) DESC, best.grade, c.mentions DESC, e.name_key LIMIT @limit`,
          { pattern: likePattern(key), key, typeId, limit },
        )
        .map(({ grade, ...row }) => ({
          ...parseAliases(row),
          how: (['exact', 'prefix', 'contains'] as const)[grade]!,
        })),

    find: (id: number): EntityRecord | null => {
      const row = db.get<Omit<EntityRecord, 'provenance'> & Provenance>(
        `SELECT e.id, e.uid, e.type_id AS typeId, e.name, e.note, c.mentions,
           (SELECT count(*) FROM derived_entity_article WHERE entity_id = e.id) AS articles,
           p.name AS madeBy, e.made_how AS madeHow, e.made_at AS madeAt
         FROM entity e JOIN derived_entity_count c ON c.entity_id = e.id JOIN person p ON p.id = e.made_by
         WHERE e.id = ?`,
        [id],
      )
      if (!row) return null
      const { madeBy, madeHow, madeAt, ...rest } = row
      return { ...rest, provenance: { madeBy, madeHow, madeAt } }
    },

    aliases: (entityId: number): Alias[] =>
      db.all('SELECT id, uid, text, language FROM alias WHERE entity_id = ? ORDER BY id', [entityId]),
    aliasOwner: (aliasId: number): { entityId: number; text: string } | null =>
      db.get<{ entityId: number; text: string }>(
        'SELECT entity_id AS entityId, text FROM alias WHERE id = ?',
        [aliasId],
      ) ?? null,
    outsideIds: (entityId: number): OutsideId[] =>
      db.all('SELECT id, uid, scheme, value FROM outside_id WHERE entity_id = ? ORDER BY id', [entityId]),
    outsideIdOwner: (id: number): { entityId: number; scheme: string } | null =>
      db.get<{ entityId: number; scheme: string }>(
        'SELECT entity_id AS entityId, scheme FROM outside_id WHERE id = ?',
        [id],
      ) ?? null,

    relations: (
      entityId: number,
    ): {
      id: number
      typeId: number
      outgoing: number
      otherId: number
      otherName: string
      otherTypeId: number
      status: RelationStatus
      evidence: number
    }[] =>
      db.all(
        `SELECT r.id, r.type_id AS typeId, r.source_id = @entityId AS outgoing, o.id AS otherId, o.name AS otherName,
           o.type_id AS otherTypeId, r.status, (SELECT count(*) FROM evidence WHERE relation_id = r.id) AS evidence
         FROM relation r JOIN relation_type y ON y.id = r.type_id
         JOIN entity o ON o.id = CASE WHEN r.source_id = @entityId THEN r.target_id ELSE r.source_id END
         WHERE r.source_id = @entityId OR r.target_id = @entityId
         ORDER BY y.position, evidence DESC, o.name_key`,
        { entityId },
      ),

    add: (entity: { typeId: number; name: string; key: string; note: string }): number =>
      db.run(
        `INSERT INTO entity (uid, type_id, name, name_key, note, made_by, made_how, made_at)
         VALUES (?, ?, ?, ?, ?, ?, 'hand', ?)`,
        [newUid(), entity.typeId, entity.name, entity.key, entity.note, personId, now()],
      ).lastInsertRowid,
    rename: (id: number, name: string, key: string): void =>
      void db.run('UPDATE entity SET name = ?, name_key = ? WHERE id = ?', [name, key, id]),
    setNote: (id: number, note: string): void =>
      void db.run('UPDATE entity SET note = ? WHERE id = ?', [note, id]),
    setType: (id: number, typeId: number): void => {
      db.run('UPDATE entity SET type_id = ? WHERE id = ?', [typeId, id])
      db.run('UPDATE mention SET type_id = ? WHERE entity_id = ?', [typeId, id])
    },
    /** Its mentions stay and lose their entity, its relations go: the foreign keys say so. */
    remove: (id: number): void => void db.run('DELETE FROM entity WHERE id = ?', [id]),
    addAlias: (entityId: number, text: string, key: string, language: string): void =>
      void db.run('INSERT INTO alias (uid, entity_id, text, key, language) VALUES (?, ?, ?, ?, ?)', [
        newUid(),
        entityId,
        text,
        key,
        language,
      ]),
    updateAlias: (id: number, text: string, key: string, language: string): void =>
      void db.run('UPDATE alias SET text = ?, key = ?, language = ? WHERE id = ?', [text, key, language, id]),
    removeAlias: (id: number): void => void db.run('DELETE FROM alias WHERE id = ?', [id]),
    addOutsideId: (entityId: number, scheme: string, value: string): void =>
      void db.run('INSERT INTO outside_id (uid, entity_id, scheme, value) VALUES (?, ?, ?, ?)', [
        newUid(),
        entityId,
        scheme,
        value,
      ]),
    removeOutsideId: (id: number): void => void db.run('DELETE FROM outside_id WHERE id = ?', [id]),
  }
}
