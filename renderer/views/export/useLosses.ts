import type { ExportLoss, ExportReport, ExportScope } from '@shared/contract/exports.ts'
import type { JobState } from '@shared/contract/jobs.ts'
import type { Failure } from '@shared/contract/reply.ts'
import type { OptionValues } from '@shared/model/option.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { useJob, useJobs } from '../../state/jobs.ts'
import { failureOf, showFailure } from '../../state/notices.ts'

export interface LossOrder {
  formatId: string
  scope: ExportScope
  options: OptionValues
}

/** What is known of the losses: nothing yet, being counted, or counted. */
export type Losses =
  | { state: 'counting'; done: number; total: number }
  | { state: 'known'; losses: readonly ExportLoss[] }
  | { state: 'failed'; failure: Pick<Failure, 'code' | 'details'> }

/** Time a choice must rest before everything is written to nowhere for it; milliseconds. */
const rest = 300

const ended = (jobId: string): Promise<void> =>
  new Promise((resolve) => {
    const over = (job: JobState | undefined) => job !== undefined && job.state !== 'running'
    if (over(useJobs.getState().jobs.get(jobId))) return resolve()
    const forget = useJobs.subscribe(({ jobs }) => {
      if (!over(jobs.get(jobId))) return
      forget()
      resolve()
    })
  })

/** The end of the last count: the core does one job of exports at a time. */
let lastEnd: Promise<void> = Promise.resolve()

const stop = (jobId: string): void => void call('jobs.cancel', { jobId }).catch(showFailure)

/**
 * What the format would lose of the scope, counted anew a moment after either changed; nothing for null. `settle` ends
 * a count that runs and resolves when the core is free to write; `again` counts once more.
 */
export const useLosses = (
  order: LossOrder | null,
): { losses: Losses; settle(): Promise<void>; again(): void } => {
  const key = order && JSON.stringify(order)
  const [round, setRound] = useState(0)
  const [jobId, setJobId] = useState<string | null>(null)
  const [refused, setRefused] = useState<Failure | null>(null)
  /** Ends the count of the latest order, or keeps it from beginning. */
  const leave = useRef(() => {})

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round counts the same again
  useEffect(() => {
    setJobId(null)
    setRefused(null)
    if (key === null) return
    let left = false
    let started: string | null = null
    const count = async () => {
      if (left) return
      started = (await call('exports.losses', JSON.parse(key) as LossOrder)).jobId
      if (left) stop(started)
      else setJobId(started)
      await ended(started)
    }
    const timer = setTimeout(() => {
      lastEnd = lastEnd.then(count).catch((thrown) => {
        if (!left) setRefused(failureOf(thrown))
      })
    }, rest)
    leave.current = () => {
      if (left) return
      left = true
      clearTimeout(timer)
      if (started) stop(started)
    }
    return leave.current
  }, [key, round])

  const settle = useCallback(() => {
    leave.current()
    return lastEnd
  }, [])
  const again = useCallback(() => setRound((it) => it + 1), [])

  const job = useJob(jobId)
  const failure = refused ?? (job?.state === 'failed' ? job.error : null)
  const losses: Losses = failure
    ? { state: 'failed', failure }
    : job?.state === 'done'
      ? { state: 'known', losses: (job.result as ExportReport).losses }
      : { state: 'counting', done: job?.done ?? 0, total: job?.total ?? 0 }
  return { losses, settle, again }
}
