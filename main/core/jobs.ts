import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { CoreEvent } from '../../shared/contract/events.ts'
import type { JobState } from '../../shared/contract/jobs.ts'
import type { Failure } from '../../shared/contract/reply.ts'
import type { Database, Journal, Step } from '../db/index.ts'
import { LigatureError } from './errors.ts'

export type JobKind = JobState['kind']
type Json = NonNullable<JobState['result']>

/** What a job stands on inside its own worker: a connection of its own, progress, and the wish to stop. */
export interface JobContext {
  readonly db: Database
  readonly journal: Journal
  readonly personId: number
  now(): string
  newUid(): string
  /** Tells how far it is; posted at most ten times a second. A total of 0 is "unknown". */
  report(done: number, total: number, note?: string): void
  /** @throws LigatureError `cancelled` once the analyst has asked to stop. Called between chunks. */
  stopIfCancelled(): void
  /** Runs the last, writing part of a job as one step of the history; other commands wait meanwhile. */
  commit<T>(code: string, work: (step: Step) => T): T
  /** Says that unjournalled state changed, e.g. drafts. */
  refresh(...what: Extract<CoreEvent, { event: 'refreshed' }>['payload']['what']): void
}

/** A kind of long work: a name and a function. Kinds are listed in `jobKinds.ts`. */
export interface JobDefinition<I = never> {
  readonly kind: JobKind
  run(input: I, context: JobContext): Json | Promise<Json>
}

/** What starts a worker. */
export interface JobOrder {
  kind: JobKind
  input: unknown
  /** null: the job needs none of its own and gets an empty one that is gone afterwards. */
  projectPath: string | null
  personId: number
  cancelled: SharedArrayBuffer
}

/** What a worker tells. */
export type JobMessage =
  | { type: 'progress'; done: number; total: number; note: string }
  | { type: 'event'; event: CoreEvent }
  | { type: 'exclusive'; on: boolean }
  | { type: 'done'; result: Json }
  | { type: 'failed'; error: Failure }

export interface Jobs {
  start(order: Omit<JobOrder, 'cancelled'>): string
  cancel(jobId: string): void
  list(): JobState[]
  running(kind?: JobKind): boolean
  /** Resolves when no job is in its exclusive writing part. */
  whenWritable(): Promise<void>
  /** Cancels everything and resolves when the last worker has let go of the project. */
  stopAll(): Promise<void>
}

/**
 * Megabytes of a worker's heap. Rows that are read, written and forgotten stay in a small young generation instead of
 * filling a large one (100 MB less at the peak of an export, a tenth more time); a file that would take all memory of
 * the machine ends its job and nothing else.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 2048 } as const

const failureOf = (error: Error & { code?: unknown }): Failure =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? {
        code: 'internal',
        message: `This needs more than ${resourceLimits.maxOldGenerationSizeMb} MB of memory and was stopped; nothing was changed. Split the file, or take less at a time.`,
      }
    : { code: 'internal', message: String(error) }

export const createJobs = (workerUrl: URL, emit: (event: CoreEvent) => void): Jobs => {
  const states = new Map<string, JobState>()
  const workers = new Map<string, { flag: Int32Array; ended: Promise<void> }>()
  const exclusive = new Set<string>()
  let waiting: (() => void)[] = []

  const leaveExclusive = (jobId: string): void => {
    exclusive.delete(jobId)
    if (exclusive.size > 0) return
    for (const resume of waiting) resume()
    waiting = []
  }

  const update = (jobId: string, patch: Partial<JobState>): void => {
    const state = { ...states.get(jobId)!, ...patch }
    states.set(jobId, state)
    emit({ event: 'job', payload: state })
  }

  const start: Jobs['start'] = (order) => {
    const alike = [...states.values()].find(
      (it) => it.state === 'running' && it.kind.split('.')[0] === order.kind.split('.')[0],
    )
    if (alike)
      throw new LigatureError(
        'busy',
        'Another job of this kind is still running. Wait for it or cancel it.',
        { kind: alike.kind },
      )
    const jobId = randomUUID()
    const cancelled = new SharedArrayBuffer(4)
    states.set(jobId, {
      id: jobId,
      kind: order.kind,
      state: 'running',
      done: 0,
      total: 0,
      note: '',
      startedAt: new Date().toISOString(),
    })
    const worker = new Worker(workerUrl, {
      workerData: { ...order, cancelled } satisfies JobOrder,
      resourceLimits,
    })
    const finish = (patch: Partial<JobState>): void => {
      if (states.get(jobId)!.state === 'running') update(jobId, patch)
    }
    worker.on('message', (message: JobMessage) => {
      if (message.type === 'progress')
        update(jobId, { done: message.done, total: message.total, note: message.note })
      else if (message.type === 'event') emit(message.event)
      else if (message.type === 'exclusive') {
        if (message.on) exclusive.add(jobId)
        else leaveExclusive(jobId)
      } else if (message.type === 'done') finish({ state: 'done', result: message.result })
      else
        finish({ state: message.error.code === 'cancelled' ? 'cancelled' : 'failed', error: message.error })
    })
    const ended = new Promise<void>((resolve) => {
      worker.on('error', (error) => {
        finish({ state: 'failed', error: failureOf(error) })
      })
      worker.on('exit', () => {
        finish({
          state: 'failed',
          error: { code: 'internal', message: 'The worker ended without a result.' },
        })
        leaveExclusive(jobId)
        workers.delete(jobId)
        resolve()
      })
    })
    workers.set(jobId, { flag: new Int32Array(cancelled), ended })
    emit({ event: 'job', payload: states.get(jobId)! })
    return jobId
  }

  const cancel = (jobId: string): void => {
    const worker = workers.get(jobId)
    if (worker) Atomics.store(worker.flag, 0, 1)
  }

  return {
    start,
    cancel,
    list: () => [...states.values()].reverse(),
    running: (kind) =>
      [...states.values()].some((it) => it.state === 'running' && (!kind || it.kind === kind)),
    whenWritable: () =>
      exclusive.size === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve)),
    stopAll: async () => {
      for (const jobId of workers.keys()) cancel(jobId)
      await Promise.all([...workers.values()].map((it) => it.ended))
    },
  }
}
