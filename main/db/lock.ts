import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'

/*
 * One process may write a project. The lock is a tiny SQLite file per project held in an exclusive transaction: the
 * operating system lets go of it when the process ends, however it ends, so there is no stale lock to clean up and no
 * process id to mistrust. Locks live in the data folder, not beside the project: after closing one file remains there.
 */

export interface ProjectLock {
  release(): void
}

/** Takes the lock of a project, or returns null when another process holds it. */
export const takeLock = (lockFolder: string, projectPath: string): ProjectLock | null => {
  mkdirSync(lockFolder, { recursive: true })
  const name = createHash('sha256').update(realpathSync(projectPath)).digest('hex').slice(0, 32)
  const holder = new BetterSqlite(join(lockFolder, `${name}.lock`), { timeout: 0 })
  try {
    holder.pragma('journal_mode = DELETE')
    holder.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    holder.close()
    if (String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return {
    release: () => {
      if (holder.open) holder.close()
    },
  }
}
