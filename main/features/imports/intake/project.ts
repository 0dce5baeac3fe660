import type { PaletteColour } from '../../../../shared/model/schema.ts'
import type { Database } from '../../../db/index.ts'
import type { ProjectType } from './mapping.ts'

/** What an intake asks of the project it goes into. */
export const createProjectView = (db: Database) => ({
  entityTypes: (): ProjectType[] =>
    db.all('SELECT key, name, kind, value_kind AS valueKind FROM entity_type ORDER BY position, id'),
  relationTypes: (): ProjectType[] =>
    db.all("SELECT key, name, 'entity' AS kind, '' AS valueKind FROM relation_type ORDER BY position, id"),
  /** Colours of the types of a kind, each as often as it is used. */
  coloursOf: (table: 'entity_type' | 'relation_type'): PaletteColour[] =>
    db.column<PaletteColour>(`SELECT colour FROM ${table}`),
  person: (id: number): { uid: string; name: string } =>
    db.get<{ uid: string; name: string }>('SELECT uid, name FROM person WHERE id = ?', [id])!,
  personUid: (name: string): string | undefined =>
    db.value<string>('SELECT uid FROM person WHERE name = ? ORDER BY id LIMIT 1', [name]),
  articleByUid: (uid: string): { id: number; hash: string } | undefined =>
    db.get('SELECT a.id, t.hash FROM article a JOIN text t ON t.id = a.text_id WHERE a.uid = ?', [uid]),
  articleByHash: (hash: string): number | undefined =>
    db.value<number>(
      'SELECT a.id FROM text t JOIN article a ON a.text_id = t.id WHERE t.hash = ? ORDER BY a.id LIMIT 1',
      [hash],
    ),
  entityByUid: (uid: string): { id: number; type: string } | undefined =>
    db.get(
      'SELECT e.id, y.key AS type FROM entity e JOIN entity_type y ON y.id = e.type_id WHERE e.uid = ?',
      [uid],
    ),
  entityByOutsideId: (type: string, scheme: string, value: string): number | undefined =>
    db.value<number>(
      `SELECT e.id FROM outside_id o JOIN entity e ON e.id = o.entity_id JOIN entity_type y ON y.id = e.type_id
       WHERE o.scheme = ? AND o.value = ? AND y.key = ? ORDER BY e.id LIMIT 1`,
      [scheme, value, type],
    ),
  /** Only where the name is nobody else's of that type. */
  entityByName: (type: string, nameKey: string): number | undefined => {
    const found = db.column<number>(
      `SELECT e.id FROM entity e JOIN entity_type y ON y.id = e.type_id WHERE e.name_key = ? AND y.key = ? LIMIT 2`,
      [nameKey, type],
    )
    return found.length === 1 ? found[0] : undefined
  },
  relationByUid: (uid: string): number | undefined =>
    db.value<number>('SELECT id FROM relation WHERE uid = ?', [uid]),
  relationBetween: (type: string, sourceId: number, targetId: number): number | undefined =>
    db.value<number>(
      `SELECT r.id FROM relation r JOIN relation_type y ON y.id = r.type_id
       WHERE r.source_id = ? AND r.target_id = ? AND y.key = ? ORDER BY r.id LIMIT 1`,
      [sourceId, targetId, type],
    ),
  /** Mentions of an article: id by `type start-end;start-end` (UTF-16). */
  mentionsOf: (articleId: number): Map<string, { id: number; entityId: number | null }> => {
    const found = new Map<string, { id: number; entityId: number | null }>()
    for (const { id, type, entityId, place } of db.all<{
      id: number
      type: string
      entityId: number | null
      place: string
    }>(
      `SELECT m.id, y.key AS type, m.entity_id AS entityId,
         (SELECT group_concat(start_offset || '-' || end_offset, ';') FROM
           (SELECT start_offset, end_offset FROM fragment WHERE mention_id = m.id ORDER BY ordinal)) AS place
       FROM mention m JOIN entity_type y ON y.id = m.type_id WHERE m.article_id = ? ORDER BY m.id`,
      [articleId],
    )) {
      found.set(`${type} ${place}`, { id, entityId })
    }
    return found
  },
  hasEvidence: (relationId: number, articleId: number, start: number, end: number): boolean =>
    db.value<number>(
      'SELECT 1 FROM evidence WHERE relation_id = ? AND article_id = ? AND start_offset = ? AND end_offset = ?',
      [relationId, articleId, start, end],
    ) === 1,
})
export type ProjectView = ReturnType<typeof createProjectView>
