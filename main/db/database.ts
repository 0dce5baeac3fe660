import BetterSqlite from 'better-sqlite3'
import { log } from '../core/log.ts'

type Bindable = string | number | bigint | Uint8Array | null
export type Parameters = readonly Bindable[] | Record<string, Bindable>

/** Statements slower than this are logged with their text; milliseconds. */
const slowMilliseconds = 40

/** A connection to one SQLite file. Statements are prepared once per text; parameters are bound, never spliced. */
export interface Database {
  readonly path: string
  readonly readOnly: boolean
  all<T>(sql: string, parameters?: Parameters): T[]
  get<T>(sql: string, parameters?: Parameters): T | undefined
  /** First column of the first row; undefined without a row. */
  value<T>(sql: string, parameters?: Parameters): T | undefined
  /** Rows as arrays in the order of the columns: for many rows, which as objects would cost twice. */
  tuples<T extends readonly unknown[]>(sql: string, parameters?: Parameters): T[]
  /** First column of every row. */
  column<T>(sql: string, parameters?: Parameters): T[]
  iterate<T>(sql: string, parameters?: Parameters): IterableIterator<T>
  run(sql: string, parameters?: Parameters): { changes: number; lastInsertRowid: number }
  /** Several statements without parameters. */
  exec(sql: string): void
  /** Runs `work` in one BEGIN IMMEDIATE transaction; nested calls are savepoints. `work` must not be async. */
  transaction<T>(work: () => T): T
  /** Copies the whole file into a new one, page by page, without blocking readers or writers for long. */
  backup(path: string): Promise<void>
  close(): void
}

/** SQLite of better-sqlite3 13 needs Node-API 10; on an older Node it ends the process without a word. */
const assertRuntime = (): void => {
  if (Number(process.versions.napi) < 10) {
    throw new Error(
      `Node ${process.version} is too old for the database. Start with "npm start", which brings its own.`,
    )
  }
}

export interface ConnectOptions {
  readOnly?: boolean
  mustExist?: boolean
  /** `FULL` survives a power cut with every acknowledged command; `NORMAL` is for bulk work. */
  synchronous?: 'FULL' | 'NORMAL' | 'OFF'
}

export const connect = (path: string, options: ConnectOptions = {}): Database => {
  assertRuntime()
  const readOnly = options.readOnly ?? false
  const sqlite = new BetterSqlite(path, {
    readonly: readOnly,
    fileMustExist: options.mustExist ?? false,
    timeout: 10_000,
  })
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma('mmap_size = 0')
  sqlite.pragma('temp_store = MEMORY')
  if (readOnly) sqlite.pragma('query_only = ON')
  else {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma(`synchronous = ${options.synchronous ?? 'FULL'}`)
    sqlite.pragma('journal_size_limit = 67108864')
  }

  const statementCache = (asTuples: boolean) => {
    const statements = new Map<string, BetterSqlite.Statement>()
    return (sql: string): BetterSqlite.Statement => {
      const known = statements.get(sql)
      if (known) return known
      const statement = sqlite.prepare(sql)
      if (asTuples) statement.raw(true)
      if (statements.size >= 500) statements.delete(statements.keys().next().value!)
      statements.set(sql, statement)
      return statement
    }
  }
  const prepare = statementCache(false)
  const prepareTuples = statementCache(true)
  const timed = <T>(sql: string, run: () => T): T => {
    const started = performance.now()
    const result = run()
    const took = performance.now() - started
    if (took > slowMilliseconds)
      log.debug('slow statement', { ms: Math.round(took), sql: sql.trim().slice(0, 300) })
    return result
  }
  const bind = (parameters: Parameters | undefined): [] | [Parameters] =>
    parameters === undefined ? [] : [parameters]

  return {
    path,
    readOnly,
    all: <T>(sql: string, parameters?: Parameters) =>
      timed(sql, () => prepare(sql).all(...bind(parameters)) as T[]),
    get: <T>(sql: string, parameters?: Parameters) =>
      timed(sql, () => prepare(sql).get(...bind(parameters)) as T | undefined),
    value: <T>(sql: string, parameters?: Parameters) =>
      timed(sql, () => {
        const row = prepare(sql).get(...bind(parameters)) as Record<string, T> | undefined
        return row === undefined ? undefined : Object.values(row)[0]
      }),
    tuples: <T extends readonly unknown[]>(sql: string, parameters?: Parameters) =>
      timed(sql, () => prepareTuples(sql).all(...bind(parameters)) as T[]),
    column: <T>(sql: string, parameters?: Parameters) =>
      timed(sql, () => (prepareTuples(sql).all(...bind(parameters)) as [T][]).map((row) => row[0])),
    // An iterating statement is busy until it ends, so it is never shared through the cache.
    iterate: <T>(sql: string, parameters?: Parameters) =>
      sqlite.prepare(sql).iterate(...bind(parameters)) as IterableIterator<T>,
    run: (sql, parameters) =>
      timed(sql, () => {
        const result = prepare(sql).run(...bind(parameters))
        return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) }
      }),
    exec: (sql) => {
      sqlite.exec(sql)
    },
    transaction: <T>(work: () => T) => sqlite.transaction(work).immediate() as T,
    backup: async (target) => {
      await sqlite.backup(target, { progress: () => 1000 })
    },
    close: () => {
      sqlite.close()
    },
  }
}
