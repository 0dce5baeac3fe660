import { v7 as newUid } from 'uuid'
import { connectToProject, createJournal, openEmptyProject } from '../db/index.ts'
import { LigatureError, toFailure } from './errors.ts'
import { jobKinds } from './jobKinds.ts'
import type { JobContext, JobDefinition, JobMessage, JobOrder } from './jobs.ts'

/** Progress is told at most this often; milliseconds. */
const reportInterval = 100

/** Runs one job to its end with a connection of its own, and tells `post` how it goes. Never throws. */
export const runJob = async (order: JobOrder, post: (message: JobMessage) => void): Promise<void> => {
  const definition = jobKinds.find((it) => it.kind === order.kind) as JobDefinition<unknown> | undefined
  const flag = new Int32Array(order.cancelled)
  let lastReport = 0
  let db: JobContext['db'] | undefined
  try {
    if (!definition) throw new LigatureError('unknown_method', `There is no job "${order.kind}".`)
    const connection =
      order.projectPath === null
        ? openEmptyProject()
        : connectToProject(order.projectPath, { synchronous: 'NORMAL' })
    db = connection
    const journal = createJournal(connection)
    const stopIfCancelled = (): void => {
      if (Atomics.load(flag, 0) === 1) throw new LigatureError('cancelled', 'Cancelled; nothing was stored.')
    }
    const context: JobContext = {
      db: connection,
      journal,
      personId: order.personId,
      now: () => new Date().toISOString(),
      newUid,
      report: (done, total, note = '') => {
        const now = performance.now()
        if (now - lastReport < reportInterval && done < total) return
        lastReport = now
        post({ type: 'progress', done, total, note })
      },
      stopIfCancelled,
      commit: (code, work) => {
        stopIfCancelled()
        post({ type: 'exclusive', on: true })
        try {
          // Chunks may be lost in a power cut; the step that makes them visible may not.
          connection.exec('PRAGMA synchronous = FULL')
          const recorded = journal.record(code, order.personId, new Date().toISOString(), work)
          if (recorded.seq !== null) {
            post({
              type: 'event',
              event: { event: 'changed', payload: { seq: recorded.seq, touched: recorded.touched } },
            })
          }
          return recorded.result
        } finally {
          post({ type: 'exclusive', on: false })
        }
      },
      refresh: (...what) => post({ type: 'event', event: { event: 'refreshed', payload: { what } } }),
    }
    const result = await definition.run(order.input, context)
    db.close()
    db = undefined
    post({ type: 'done', result })
  } catch (thrown) {
    db?.close()
    post({ type: 'failed', error: toFailure(thrown) })
  }
}
