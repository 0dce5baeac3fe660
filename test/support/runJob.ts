import { LigatureError } from '../../main/core/errors.ts'
import type { JobContext, JobDefinition } from '../../main/core/jobs.ts'
import { connectToProject, createJournal } from '../../main/db/index.ts'
import { at } from './fixtureProject.ts'

export interface JobRun<R> {
  result: R
  reports: number
  /** How often the job looked whether it should stop. */
  looks: number
}

/** Runs a job as its worker would: on a connection of its own. `cancelAt`: the n-th look at the wish to stop says yes. */
export const runJobOn = async <I, R>(
  definition: JobDefinition<I>,
  input: I,
  projectPath: string,
  options: { cancelAt?: number } = {},
): Promise<JobRun<R>> => {
  const db = connectToProject(projectPath, { synchronous: 'OFF' })
  const journal = createJournal(db)
  const personId = db.value<number>('SELECT min(id) FROM person')!
  let looks = 0
  let reports = 0
  const stopIfCancelled = (): void => {
    looks += 1
    if (options.cancelAt !== undefined && looks >= options.cancelAt) {
      throw new LigatureError('cancelled', 'Cancelled; nothing was stored.')
    }
  }
  const context: JobContext = {
    db,
    journal,
    personId,
    now: () => at,
    newUid: () => crypto.randomUUID(),
    report: () => {
      reports += 1
    },
    stopIfCancelled,
    commit: (code, work) => {
      stopIfCancelled()
      return journal.record(code, personId, at, work).result
    },
    refresh: () => {},
  }
  try {
    return { result: (await definition.run(input, context)) as R, reports, looks }
  } finally {
    db.close()
  }
}
