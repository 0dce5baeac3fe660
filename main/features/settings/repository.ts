import type { z } from 'zod'
import type { Database } from '../../db/index.ts'

type Json = z.infer<ReturnType<typeof z.json>>

/** Settings that travel with the project file are kept under this prefix, apart from the file's own marks. */
const prefix = 'user.'

export const createProjectSettings = (db: Database) => ({
  read: (): Record<string, Json> =>
    Object.fromEntries(
      db
        .all<{ key: string; value: string }>('SELECT key, value FROM setting WHERE key LIKE ? ORDER BY key', [
          `${prefix}%`,
        ])
        .map((row) => [row.key.slice(prefix.length), JSON.parse(row.value) as Json]),
    ),
  write: (key: string, value: Json): void => {
    if (value === null) db.run('DELETE FROM setting WHERE key = ?', [prefix + key])
    else
      db.run(
        'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
        [prefix + key, JSON.stringify(value)],
      )
  },
})
