import type { EntityType, RelationRule, RelationType, Schema } from '../../../shared/model/schema.ts'
import type { ProjectContext } from '../../core/context.ts'

export type NewEntityType = Omit<EntityType, 'id' | 'uid' | 'position'>
export type NewRelationType = Omit<RelationType, 'id' | 'uid' | 'position'>

const entityTypeColumns: Record<string, string> = {
  key: 'key',
  name: 'name',
  colour: 'colour',
  pattern: 'pattern',
  label: 'label',
  shortcut: 'shortcut',
  position: 'position',
}
const relationTypeColumns: Record<string, string> = {
  key: 'key',
  name: 'name',
  inverseName: 'inverse_name',
  directed: 'directed',
  colour: 'colour',
  dash: 'dash',
  position: 'position',
}

type Patch = Record<string, string | number | boolean | null | undefined>

export const createSchemaRepository = ({ db, newUid }: Pick<ProjectContext, 'db' | 'newUid'>) => {
  const update = (table: string, columns: Record<string, string>, id: number, patch: Patch): void => {
    const fields = Object.entries(patch).filter(([name, value]) => value !== undefined && columns[name])
    if (fields.length === 0) return
    db.run(`UPDATE ${table} SET ${fields.map(([name]) => `${columns[name]!} = ?`).join(', ')} WHERE id = ?`, [
      ...fields.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value!)),
      id,
    ])
  }
  const nextPosition = (table: string): number =>
    db.value<number>(`SELECT coalesce(max(position), 0) + 1 FROM ${table}`)!

  return {
    read: (): Schema => ({
      entityTypes: db
        .all<Omit<EntityType, 'valueKind'> & { valueKind: string }>(
          `SELECT id, uid, key, name, kind, value_kind AS valueKind, colour, pattern, label, shortcut, position
           FROM entity_type ORDER BY position, id`,
        )
        .map((it) => ({ ...it, valueKind: (it.valueKind || null) as EntityType['valueKind'] })),
      relationTypes: db
        .all<Omit<RelationType, 'directed'> & { directed: number }>(
          `SELECT id, uid, key, name, inverse_name AS inverseName, directed, colour, dash, position
           FROM relation_type ORDER BY position, id`,
        )
        .map((it) => ({ ...it, directed: it.directed === 1 })),
      rules: db.all<RelationRule>(
        `SELECT id, uid, relation_type_id AS relationTypeId, source_type_id AS sourceTypeId, target_type_id AS targetTypeId
         FROM relation_rule ORDER BY id`,
      ),
    }),
    addEntityType: (type: NewEntityType): number =>
      db.run(
        `INSERT INTO entity_type (uid, key, name, kind, value_kind, colour, pattern, label, shortcut, position)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          newUid(),
          type.key,
          type.name,
          type.kind,
          type.valueKind ?? '',
          type.colour,
          type.pattern,
          type.label,
          type.shortcut,
          nextPosition('entity_type'),
        ],
      ).lastInsertRowid,
    updateEntityType: (id: number, patch: Patch): void => update('entity_type', entityTypeColumns, id, patch),
    entityTypeUses: (id: number): number =>
      db.value<number>(
        'SELECT (SELECT count(*) FROM mention WHERE type_id = @id) + (SELECT count(*) FROM entity WHERE type_id = @id)',
        { id },
      )!,
    removeEntityType: (id: number): void => void db.run('DELETE FROM entity_type WHERE id = ?', [id]),
    addRelationType: (type: NewRelationType): number =>
      db.run(
        `INSERT INTO relation_type (uid, key, name, inverse_name, directed, colour, dash, position)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          newUid(),
          type.key,
          type.name,
          type.inverseName,
          Number(type.directed),
          type.colour,
          type.dash,
          nextPosition('relation_type'),
        ],
      ).lastInsertRowid,
    updateRelationType: (id: number, patch: Patch): void =>
      update('relation_type', relationTypeColumns, id, patch),
    relationTypeUses: (id: number): number =>
      db.value<number>('SELECT count(*) FROM relation WHERE type_id = ?', [id])!,
    removeRelationType: (id: number): void => void db.run('DELETE FROM relation_type WHERE id = ?', [id]),
    removeRules: (relationTypeId: number): void =>
      void db.run('DELETE FROM relation_rule WHERE relation_type_id = ?', [relationTypeId]),
    addRule: (relationTypeId: number, sourceTypeId: number, targetTypeId: number): void =>
      void db.run(
        'INSERT INTO relation_rule (uid, relation_type_id, source_type_id, target_type_id) VALUES (?, ?, ?, ?)',
        [newUid(), relationTypeId, sourceTypeId, targetTypeId],
      ),
    keyTaken: (table: 'entity_type' | 'relation_type', key: string, exceptId: number): boolean =>
      db.value<number>(`SELECT count(*) FROM ${table} WHERE key = ? AND id <> ?`, [key, exceptId])! > 0,
  }
}
