import { createHash } from 'node:crypto'
import { LigatureError } from '../core/errors.ts'
import type { Database } from './database.ts'
import { type Migration, migrations } from './migrations/index.ts'

const checksum = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex')

const appliedIds = (db: Database): Map<string, string> => {
  const known = db.value<number>(
    "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migration'",
  )
  if (!known) return new Map()
  return new Map(
    db
      .all<{ id: string; checksum: string }>('SELECT id, checksum FROM migration ORDER BY id')
      .map((row) => [row.id, row.checksum]),
  )
}

/**
 * The steps a file still needs.
 * @throws LigatureError `project.newer` for a file that knows steps this program does not, `project.damaged` for one
 * whose applied steps differ from ours.
 */
export const pendingMigrations = (db: Database): readonly Migration[] => {
  const applied = appliedIds(db)
  const known = new Set(migrations.map((it) => it.id))
  for (const id of applied.keys()) {
    if (!known.has(id)) {
      throw new LigatureError(
        'project.newer',
        `${db.path} was written by a newer version of Ligature (it has "${id}"). Update Ligature to open it; the file was not touched.`,
        { path: db.path, step: id },
      )
    }
  }
  for (const migration of migrations) {
    const found = applied.get(migration.id)
    if (found !== undefined && found !== checksum(migration)) {
      throw new LigatureError(
        'project.damaged',
        `${db.path} has another "${migration.id}" than this program. Open it with the version that wrote it, or a backup.`,
        { path: db.path, step: migration.id },
      )
    }
  }
  return migrations.filter((it) => !applied.has(it.id))
}

/** Applies the given steps, each in its own transaction, and checks all references afterwards. */
export const migrate = (db: Database, pending: readonly Migration[]): void => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS migration (id TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT, WITHOUT ROWID',
  )
  for (const migration of pending) {
    db.transaction(() => {
      db.exec(migration.sql)
      db.run('INSERT INTO migration (id, checksum, applied_at) VALUES (?, ?, ?)', [
        migration.id,
        checksum(migration),
        new Date().toISOString(),
      ])
      db.exec(`PRAGMA user_version = ${migrations.indexOf(migration) + 1}`)
    })
  }
  const broken = db.all('PRAGMA foreign_key_check')
  if (broken.length > 0) {
    throw new LigatureError('project.damaged', `${db.path}: ${broken.length} references point nowhere.`, {
      path: db.path,
    })
  }
}
