import type { Database } from '../../db/index.ts'

export const createProjectRepository = (db: Database) => ({
  create: (project: { uid: string; name: string; madeAt: string }): void =>
    void db.run("INSERT INTO project (id, uid, name, note, made_at) VALUES (1, ?, ?, '', ?)", [
      project.uid,
      project.name,
      project.madeAt,
    ]),
  read: (): { uid: string; name: string; note: string } =>
    db.get<{ uid: string; name: string; note: string }>('SELECT uid, name, note FROM project WHERE id = 1')!,
  articles: (): number => db.value<number>('SELECT count(*) FROM article')!,
  byteLength: (): number =>
    db.value<number>('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')!,
  update: (patch: { name?: string; note?: string }): void => {
    if (patch.name !== undefined) db.run('UPDATE project SET name = ? WHERE id = 1', [patch.name])
    if (patch.note !== undefined) db.run('UPDATE project SET note = ? WHERE id = 1', [patch.note])
  },
  /** The row of a person by name, made when there is none yet. */
  person: (name: string, newUid: () => string): number =>
    db.value<number>('SELECT id FROM person WHERE name = ?', [name]) ??
    db.run('INSERT INTO person (uid, name) VALUES (?, ?)', [newUid(), name]).lastInsertRowid,
  /** Rows that refer to rows that are not there. */
  brokenReferences: (): { table: string; rowid: number; parent: string }[] =>
    db.all('PRAGMA foreign_key_check'),
})
