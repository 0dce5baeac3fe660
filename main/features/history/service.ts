import type { Touched } from '../../../shared/contract/events.ts'
import type { Step } from '../../../shared/contract/history.ts'
import type { ProjectContext } from '../../core/context.ts'
import { LigatureError } from '../../core/errors.ts'
import type { Journal, StepRow } from '../../db/index.ts'

const shown = (row: StepRow): Step => ({
  seq: row.seq,
  code: row.code,
  params: JSON.parse(row.params) as Step['params'],
  madeBy: row.made_by,
  madeAt: row.made_at,
  changes: row.changes,
  state: row.state,
})

interface Options {
  /** Undo is a write: it waits for a job's exclusive part like any command. */
  whenWritable(): Promise<void>
  changed(seq: number, touched: Touched): void
}

const operations = { I: 'insert', U: 'update', D: 'delete' } as const

export const createHistory = ({ journal }: ProjectContext, { whenWritable, changed }: Options) => {
  const walk = (travel: Journal['undo']): Step | null => {
    const travelled = travel()
    if (!travelled) return null
    changed(travelled.step.seq, travelled.touched)
    return shown(travelled.step)
  }

  return {
    state: () => {
      const undo = journal.undoable()
      const redo = journal.redoable()
      return { undo: undo && shown(undo), redo: redo && shown(redo) }
    },
    list: (before: number | undefined, limit: number): Step[] =>
      journal.list(before ?? Number.MAX_SAFE_INTEGER, limit).map(shown),
    changes: (seq: number, limit: number) =>
      journal.changes(seq, limit).map((it) => ({
        table: it.tbl,
        rowId: it.row_id,
        operation: operations[it.operation],
        before: it.before === '' ? null : JSON.parse(it.before),
        after: it.after === '' ? null : JSON.parse(it.after),
      })),
    undo: async (): Promise<Step | null> => {
      await whenWritable()
      return walk(journal.undo)
    },
    redo: async (): Promise<Step | null> => {
      await whenWritable()
      return walk(journal.redo)
    },
    /** Travels to a step; returns how many were undone or redone. */
    goTo: async (seq: number): Promise<number> => {
      await whenWritable()
      const target = seq === 0 ? undefined : journal.list(seq + 1, 1)[0]
      if (seq !== 0 && (target?.seq !== seq || target.state === 'dropped')) {
        throw new LigatureError(
          'not_found',
          `Step ${seq} can no longer be reached: other work has replaced it.`,
          { seq },
        )
      }
      let steps = 0
      while ((journal.undoable()?.seq ?? 0) > seq) {
        walk(journal.undo)
        steps += 1
      }
      while ((journal.redoable()?.seq ?? Number.POSITIVE_INFINITY) <= seq) {
        walk(journal.redo)
        steps += 1
      }
      return steps
    },
  }
}
export type History = ReturnType<typeof createHistory>
