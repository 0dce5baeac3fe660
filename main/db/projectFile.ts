import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { LigatureError } from '../core/errors.ts'
import { type ConnectOptions, connect, type Database } from './database.ts'
import { createJournal, type Journal } from './journal.ts'
import { type ProjectLock, takeLock } from './lock.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { migrations } from './migrations/index.ts'

/** "Liga", at byte 68 of every project file. */
export const applicationId = 0x4c696761

/** Backups kept per project beside it. */
const backupsKept = 3

export interface ProjectFile {
  readonly db: Database
  readonly journal: Journal
  /** Folds the write-ahead log back, so that one file remains, and lets go of the lock. */
  close(): void
}

export interface OpenProjectOptions {
  /** Where locks are kept. */
  lockFolder: string
  /** Who opens it, told to a second process: `ada on desk-3 (process 4711)`. */
  holder: string
  create?: boolean
}

const header = (path: string): Buffer => {
  const bytes = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, bytes, 0, 100, 0)
  } finally {
    closeSync(file)
  }
  return bytes
}

const notAProject = (path: string): LigatureError =>
  new LigatureError(
    'project.not_a_project',
    `${path} is not a Ligature project. Choose a .ligature file, or import it as an article.`,
    { path },
  )

/** Refuses what is no project before SQLite opens it (and never while: closing a second handle drops its locks). */
const assertProject = (path: string): void => {
  if (!existsSync(path)) {
    throw new LigatureError(
      'project.missing',
      `${path}: there is no such file. It may have been moved or renamed.`,
      {
        path,
      },
    )
  }
  const stat = statSync(path)
  const bytes = stat.isFile() && stat.size >= 100 ? header(path) : Buffer.alloc(100)
  if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0' || bytes.readUInt32BE(68) !== applicationId) {
    throw notAProject(path)
  }
}

const holderOf = (path: string): string => {
  try {
    const db = connect(path, { readOnly: true, mustExist: true })
    try {
      return JSON.parse(db.value<string>("SELECT value FROM setting WHERE key = 'holder'") ?? '""') as string
    } finally {
      db.close()
    }
  } catch {
    return ''
  }
}

const backUpBeforeMigrating = (db: Database): void => {
  const folder = dirname(db.path)
  const stem = `${basename(db.path, '.ligature')}.before-`
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  db.run('VACUUM INTO ?', [join(folder, `${stem}${stamp}.ligature`)])
  const old = readdirSync(folder)
    .filter((it) => it.startsWith(stem) && it.endsWith('.ligature'))
    .sort()
    .slice(0, -backupsKept)
  for (const name of old) rmSync(join(folder, name))
}

const isCorruption = (thrown: unknown): boolean =>
  String((thrown as { code?: unknown }).code).startsWith('SQLITE_CORRUPT')

/**
 * What SQLite finds wrong in the file, at most 50 sentences of its own; [] where it is sound. `quick` looks at pages and
 * rows, `integrity` at indices and constraints, too.
 */
export const damageIn = (db: Database, how: 'quick' | 'integrity'): string[] => {
  try {
    return db.column<string>(`PRAGMA ${how}_check(50)`).filter((it) => it !== 'ok')
  } catch (thrown) {
    // Where even looking is too much: a page that others are found through.
    if (!isCorruption(thrown)) throw thrown
    return [(thrown as Error).message]
  }
}

const assertSound = (db: Database): void => {
  const findings = damageIn(db, 'quick')
  if (findings.length > 0) {
    throw new LigatureError(
      'project.damaged',
      `${db.path} is damaged: ${findings[0]}. Open its latest backup; this file was not touched.`,
      { path: db.path, findings: findings.slice(0, 5) },
    )
  }
}

/** Opens the connection of a second worker on a project this process already holds. */
export const connectToProject = (path: string, options: ConnectOptions = {}): Database =>
  connect(path, { mustExist: true, ...options })

/**
 * Opens a project file that stays as it is: no lock, no migration, no byte written. For a file this process has open
 * already its own connection has to be used (see `assertProject`).
 * @throws LigatureError project.missing · project.not_a_project
 */
export const openToRead = (path: string): Database => {
  assertProject(path)
  return connect(path, { readOnly: true, mustExist: true })
}

/** An empty project without a name or place, gone when it is closed. */
export const openEmptyProject = (): Database => {
  const db = connect('')
  migrate(db, migrations)
  return db
}

/** Looks a file over without writing a byte, so that one that is refused stays as it is. */
const assertUsable = (path: string): void => {
  const db = connect(path, { readOnly: true, mustExist: true })
  try {
    if (pendingMigrations(db).length === migrations.length) throw notAProject(path)
    if (db.value<string>("SELECT value FROM setting WHERE key = 'clean'") === 'false') assertSound(db)
  } finally {
    db.close()
  }
}

const createFile = (path: string): void => {
  if (existsSync(path)) {
    throw new LigatureError('project.exists', `${path} exists already. Choose another name.`, { path })
  }
  const db = connect(path)
  db.exec(`PRAGMA application_id = ${applicationId}`)
  db.close()
}

/**
 * Opens or creates a project file: header and application id checked, locked, checked for damage after an unclean
 * end, backed up and migrated where needed.
 * @throws LigatureError project.missing · project.not_a_project · project.exists · project.locked · project.newer ·
 * project.damaged
 */
export const openProjectFile = (path: string, options: OpenProjectOptions): ProjectFile => {
  const created = options.create ?? false
  if (created) createFile(path)
  else assertProject(path)
  const lock = takeLock(options.lockFolder, path)
  if (!lock) {
    const holder = holderOf(path)
    throw new LigatureError(
      'project.locked',
      `${path} is open elsewhere${holder ? `: ${holder}` : ''}. Close it there first.`,
      { path, holder },
    )
  }
  let db: Database | null = null
  try {
    if (!created) assertUsable(path)
    db = connect(path, { mustExist: true })
    return prepared(db, lock, created, options.holder)
  } catch (error) {
    db?.close()
    lock.release()
    throw error
  }
}

const prepared = (db: Database, lock: ProjectLock, created: boolean, holder: string): ProjectFile => {
  const pending = pendingMigrations(db)
  if (pending.length > 0) {
    if (!created) backUpBeforeMigrating(db)
    migrate(db, pending)
  }
  remember(db, 'holder', holder)
  remember(db, 'clean', false)
  return {
    db,
    journal: createJournal(db),
    close: () => {
      try {
        remember(db, 'clean', optimised(db))
        remember(db, 'holder', '')
        foldLogBack(db)
      } finally {
        db.close()
        lock.release()
      }
    },
  }
}

/** False for a file whose damage shows here first: it is not left as a clean one, so the next opening looks it over. */
const optimised = (db: Database): boolean => {
  try {
    db.exec('PRAGMA optimize')
    return true
  } catch (thrown) {
    if (!isCorruption(thrown)) throw thrown
    return false
  }
}

/** While another program reads the file, the log has to stay beside it; the next closing folds it back. */
const foldLogBack = (db: Database): void => {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    db.exec('PRAGMA journal_mode = DELETE')
  } catch (error) {
    if (!/^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown }).code))) throw error
  }
}

const remember = (db: Database, key: string, value: string | boolean): void => {
  db.run('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [
    key,
    JSON.stringify(value),
  ])
}
