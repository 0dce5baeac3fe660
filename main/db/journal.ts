import { v7 as newUid } from 'uuid'
import { type JournalledTable, journalledTables } from '../../shared/contract/define.ts'
import type { Touched } from '../../shared/contract/events.ts'
import type { Database } from './database.ts'

/*
 * The journal. Temporary triggers note every change a command makes to a journalled table: the row's image before it
 * (none for an insert). Undo walks a command's changes backwards and puts the images back; on the way it keeps the
 * image each change had led to, and redo walks forwards with those. No command has an inverse of its own, and the
 * same rows are the audit trail and the `changed` event.
 *
 * Limits, by design: journalled tables have one INTEGER PRIMARY KEY named `id` and hold only TEXT and INTEGER (JSON
 * carries both exactly); texts and original bytes are immutable and live in tables that are not journalled.
 */

export interface StepRow {
  seq: number
  code: string
  params: string
  merge_key: string
  state: 'done' | 'undone' | 'dropped'
  changes: number
  made_by: string
  made_at: string
}

export interface Change {
  id: number
  tbl: JournalledTable
  row_id: number
  operation: 'I' | 'U' | 'D'
  before: string
  after: string
}

/** What a command says of itself while it runs. */
export interface Step {
  /** Fills the blanks of the step's text in the history, e.g. `{ quote: 'JD.com' }`. */
  describe(params: Record<string, string | number>): void
  /**
   * A step with the same code and key that is still the latest one takes this one's changes in (dragging, typing), if it
   * is not older than `within` ms; a minute unless told.
   */
  mergeWith(key: string, within?: number): void
}

export interface Recorded<T> {
  result: T
  /** null when nothing changed, and so nothing was recorded. */
  seq: number | null
  touched: Touched
}

export interface Journal {
  /** Runs `work` in one transaction as one step of the history. */
  record<T>(code: string, personId: number, madeAt: string, work: (step: Step) => T): Recorded<T>
  undo(): { step: StepRow; touched: Touched } | null
  redo(): { step: StepRow; touched: Touched } | null
  /** The step undo would take back. */
  undoable(): StepRow | null
  redoable(): StepRow | null
  list(before: number, limit: number): StepRow[]
  changes(seq: number, limit: number): Change[]
}

/** How many later changes are looked through for what an old one led to. */
const changesReadAhead = 20_000

/** More touched rows of one table than this are reported as `'all'`. */
const namedRows = 2000

/** Rows that are nothing by themselves: whoever shows the whole must hear of them. */
const partsOfWholes: readonly { part: JournalledTable; whole: JournalledTable; column: string }[] = [
  { part: 'fragment', whole: 'mention', column: 'mention_id' },
]

/** Steps that follow within this time may merge; milliseconds. */
const mergeWindow = 60_000

const columnsOf = (db: Database, table: string): string[] =>
  db.column<string>('SELECT name FROM pragma_table_info(?) ORDER BY cid', [table])

const image = (row: string, columns: readonly string[]): string =>
  `json_object(${columns.map((it) => `'${it}', ${row}.${it}`).join(', ')})`

/** SQL of the temporary triggers; active while temp.recording holds the running step. */
const triggers = (db: Database): string => {
  const parts = [
    'CREATE TEMP TABLE recording (seq INTEGER NOT NULL);',
    // Temporary triggers cannot name a schema in INSERT, so nothing in temp may be called `change`.
  ]
  for (const table of journalledTables) {
    const columns = columnsOf(db, table)
    const differs = columns.map((it) => `OLD.${it} IS NOT NEW.${it}`).join(' OR ')
    const note = (operation: string, row: string, before: string): string => `
      INSERT INTO change (seq, tbl, row_id, operation, before, after)
      SELECT seq, '${table}', ${row}.id, '${operation}', ${before}, '' FROM temp.recording;`
    parts.push(
      `CREATE TEMP TRIGGER journal_${table}_i AFTER INSERT ON main.${table} BEGIN ${note('I', 'NEW', "''")} END;`,
      `CREATE TEMP TRIGGER journal_${table}_u AFTER UPDATE ON main.${table} WHEN ${differs} BEGIN ${note('U', 'OLD', image('OLD', columns))} END;`,
      `CREATE TEMP TRIGGER journal_${table}_d AFTER DELETE ON main.${table} BEGIN ${note('D', 'OLD', image('OLD', columns))} END;`,
    )
  }
  return parts.join('\n')
}

const stepColumns = `c.seq, c.code, c.params, c.merge_key, c.state, c.changes, p.name AS made_by, c.made_at
  FROM command c JOIN person p ON p.id = c.made_by`

export const createJournal = (db: Database): Journal => {
  db.exec(triggers(db))
  const columns = new Map<JournalledTable, string[]>(journalledTables.map((it) => [it, columnsOf(db, it)]))

  const touchedSince = (where: string, parameter: number): Touched => {
    const touched: Touched = {}
    for (const table of db.column<JournalledTable>(`SELECT DISTINCT tbl FROM change WHERE ${where}`, [
      parameter,
    ])) {
      const ids = db.column<number>(
        `SELECT DISTINCT row_id FROM change WHERE ${where} AND tbl = ? LIMIT ${namedRows + 1}`,
        [parameter, table],
      )
      touched[table] = ids.length > namedRows ? 'all' : ids
    }
    return { ...touched, ...touchedOwners(touched, where, parameter) }
  }

  /** A row that is part of another changes that other: a mention whose fragment moved was touched. */
  const touchedOwners = (touched: Touched, where: string, parameter: number): Touched => {
    const owners: Touched = {}
    for (const { part, whole, column } of partsOfWholes) {
      const known = touched[whole] ?? []
      if (touched[part] === undefined || known === 'all') continue
      if (touched[part] === 'all') {
        owners[whole] = 'all'
        continue
      }
      const ids = db.column<number>(
        `SELECT DISTINCT coalesce(json_extract(nullif(c.before, ''), '$.${column}'), p.${column})
         FROM change c LEFT JOIN ${part} p ON p.id = c.row_id
         WHERE c.${where} AND c.tbl = ? AND coalesce(nullif(c.before, ''), p.id) IS NOT NULL`,
        [parameter, part],
      )
      owners[whole] = [...new Set([...known, ...ids])]
    }
    return owners
  }

  const rowImage = (table: JournalledTable, rowId: number): string => {
    const found = db.value<string>(`SELECT ${image(table, columns.get(table)!)} FROM ${table} WHERE id = ?`, [
      rowId,
    ])
    if (found === undefined)
      throw new Error(`The journal expects row ${rowId} in ${table}, and it is not there.`)
    return found
  }

  const insertImage = (table: JournalledTable, json: string): void => {
    const names = columns.get(table)!
    const row = JSON.parse(json) as Record<string, string | number | null>
    db.run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((it) => `@${it}`).join(', ')})`,
      row,
    )
  }

  const restoreImage = (table: JournalledTable, json: string): void => {
    const names = columns.get(table)!.filter((it) => it !== 'id')
    const row = JSON.parse(json) as Record<string, string | number | null>
    db.run(`UPDATE ${table} SET ${names.map((it) => `${it} = @${it}`).join(', ')} WHERE id = @id`, row)
  }

  const deleteRow = (table: JournalledTable, rowId: number): void => {
    db.run(`DELETE FROM ${table} WHERE id = ?`, [rowId])
  }

  const keepAfter = (change: Change): void => {
    db.run('UPDATE change SET after = ? WHERE id = ?', [rowImage(change.tbl, change.row_id), change.id])
  }

  const backwards = (change: Change): void => {
    if (change.operation === 'D') {
      insertImage(change.tbl, change.before)
      return
    }
    keepAfter(change)
    if (change.operation === 'I') deleteRow(change.tbl, change.row_id)
    else restoreImage(change.tbl, change.before)
  }

  const forwards = (change: Change): void => {
    if (change.operation === 'D') deleteRow(change.tbl, change.row_id)
    else if (change.operation === 'I') insertImage(change.tbl, change.after)
    else restoreImage(change.tbl, change.after)
  }

  /** Walks a step's changes in pages, so that a step of a million rows needs no million rows of memory. */
  const walk = (seq: number, direction: 'ASC' | 'DESC', apply: (change: Change) => void): void => {
    const beyond = direction === 'ASC' ? '>' : '<'
    let last = direction === 'ASC' ? 0 : Number.MAX_SAFE_INTEGER
    for (;;) {
      const page = db.all<Change>(
        `SELECT id, tbl, row_id, operation, before, after FROM change
         WHERE seq = ? AND id ${beyond} ? ORDER BY id ${direction} LIMIT 5000`,
        [seq, last],
      )
      for (const change of page) apply(change)
      if (page.length < 5000) return
      last = page.at(-1)!.id
    }
  }

  const latest = (state: 'done' | 'undone', below = Number.MAX_SAFE_INTEGER): StepRow | null =>
    db.get<StepRow>(
      `SELECT ${stepColumns} WHERE c.state = ? AND c.seq < ?
       ORDER BY c.seq ${state === 'done' ? 'DESC' : 'ASC'} LIMIT 1`,
      [state, below],
    ) ?? null

  const travel = (from: 'done' | 'undone'): { step: StepRow; touched: Touched } | null =>
    db.transaction(() => {
      const step = latest(from)
      if (!step) return null
      // A cascade may bring a child back before its parent; the references are checked when all is in place.
      db.exec('PRAGMA defer_foreign_keys = ON')
      if (from === 'done') walk(step.seq, 'DESC', backwards)
      else walk(step.seq, 'ASC', forwards)
      const state = from === 'done' ? 'undone' : 'done'
      db.run('UPDATE command SET state = ? WHERE seq = ?', [state, step.seq])
      return { step: { ...step, state }, touched: touchedSince('seq = ?', step.seq) }
    })

  const dropUndone = (): void => {
    const undone = db.column<number>("SELECT seq FROM command WHERE state = 'undone'")
    for (const seq of undone) {
      db.run('DELETE FROM change WHERE seq = ?', [seq])
      db.run("UPDATE command SET state = 'dropped' WHERE seq = ?", [seq])
    }
  }

  /** The step right before `seq` that takes its changes in; null when it stands for itself. */
  const mergeTarget = (
    seq: number,
    code: string,
    { key, within }: { key: string; within: number },
    madeAt: string,
  ): number | null => {
    if (key === '') return null
    const last = latest('done', seq)
    const fits =
      last !== null &&
      last.code === code &&
      last.merge_key === key &&
      latest('undone') === null &&
      Date.parse(madeAt) - Date.parse(last.made_at) < within
    return fits ? last.seq : null
  }

  const record: Journal['record'] = (code, personId, madeAt, work) =>
    db.transaction(() => {
      let params: Record<string, string | number> = {}
      let merge = { key: '', within: mergeWindow }
      const step: Step = {
        describe: (given) => {
          params = given
        },
        mergeWith: (key, within = mergeWindow) => {
          merge = { key, within }
        },
      }
      let seq = db.run(
        `INSERT INTO command (uid, code, params, merge_key, state, changes, made_by, made_at)
         VALUES (?, ?, '{}', '', 'done', 0, ?, ?)`,
        [newUid(), code, personId, madeAt],
      ).lastInsertRowid
      const before = db.value<number>('SELECT coalesce(max(id), 0) FROM change')!
      db.run('INSERT INTO temp.recording (seq) VALUES (?)', [seq])
      let result: ReturnType<typeof work>
      try {
        result = work(step)
      } finally {
        db.run('DELETE FROM temp.recording')
      }
      const changes = db.value<number>('SELECT count(*) FROM change WHERE id > ?', [before])!
      if (changes === 0) {
        db.run('DELETE FROM command WHERE seq = ?', [seq])
        return { result, seq: null, touched: {} }
      }
      const touched = touchedSince('id > ?', before)
      const target = mergeTarget(seq, code, merge, madeAt)
      if (target !== null) {
        db.run('UPDATE change SET seq = ? WHERE id > ?', [target, before])
        db.run('UPDATE command SET changes = changes + ?, params = ?, made_at = ? WHERE seq = ?', [
          changes,
          JSON.stringify(params),
          madeAt,
          target,
        ])
        db.run('DELETE FROM command WHERE seq = ?', [seq])
        seq = target
      } else {
        dropUndone()
        db.run('UPDATE command SET params = ?, merge_key = ?, changes = ? WHERE seq = ?', [
          JSON.stringify(params),
          merge.key,
          changes,
          seq,
        ])
      }
      return { result, seq, touched }
    })

  /** What a change led to, for reading: kept when it was undone, else the next change's image, else the row itself. */
  const afterOf = (change: Change): string => {
    if (change.operation === 'D' || change.after !== '') return change.after
    const later = db.get<{ operation: string; before: string }>(
      `SELECT operation, before FROM change WHERE id > ? AND id <= ? AND tbl = ? AND row_id = ?
       AND seq IN (SELECT seq FROM command WHERE state = 'done') ORDER BY id LIMIT 1`,
      [change.id, change.id + changesReadAhead, change.tbl, change.row_id],
    )
    if (later) return later.before
    const last = db.value<number>('SELECT max(id) FROM change') ?? 0
    if (last > change.id + changesReadAhead) return ''
    return (
      db.value<string>(
        `SELECT ${image(change.tbl, columns.get(change.tbl)!)} FROM ${change.tbl} WHERE id = ?`,
        [change.row_id],
      ) ?? ''
    )
  }

  return {
    record,
    undo: () => travel('done'),
    redo: () => travel('undone'),
    undoable: () => latest('done'),
    redoable: () => latest('undone'),
    list: (before, limit) =>
      db.all<StepRow>(`SELECT ${stepColumns} WHERE c.seq < ? ORDER BY c.seq DESC LIMIT ?`, [before, limit]),
    changes: (seq, limit) =>
      db
        .all<Change>(
          'SELECT id, tbl, row_id, operation, before, after FROM change WHERE seq = ? ORDER BY id LIMIT ?',
          [seq, limit],
        )
        .map((change) => ({ ...change, after: afterOf(change) })),
  }
}
