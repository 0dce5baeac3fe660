import type { JobState } from '@shared/contract/jobs.ts'
import type { ProjectCheck } from '@shared/contract/projects.ts'
import { create } from 'zustand'
import { call } from '../api/client.ts'
import { onCoreEvent } from '../api/liveUpdates.ts'
import { announce } from './announce.ts'
import { failureText } from './failureText.ts'
import { text } from './i18n.ts'
import { useNotices } from './notices.ts'
import { type OverlayId, useOverlays } from './overlays.ts'

/** Long work of this session by its id, as of the last event. */
export const useJobs = create<{ jobs: ReadonlyMap<string, JobState> }>()(() => ({ jobs: new Map() }))

/** A job's state as it moves on; undefined before its first event. */
export const useJob = (jobId: string | null): JobState | undefined =>
  useJobs((it) => (jobId === null ? undefined : it.jobs.get(jobId)))

/** Work that runs now, oldest first. */
export const runningJobs = (jobs: ReadonlyMap<string, JobState>): JobState[] =>
  [...jobs.values()].filter((it) => it.state === 'running')

/** The dialog that follows the jobs of a namespace itself. */
const dialogs: Readonly<Record<string, OverlayId>> = {
  imports: 'import',
  exports: 'export',
  releases: 'releases',
  // Of a release; of the project it is asked where no dialog is.
  projects: 'releases',
}

/**
 * Whether a dialog that follows the job itself is in sight: what happened is said there, and once. What the export
 * dialog only asks while a person chooses is nobody's wish once it is closed.
 */
const isWatched = ({ kind }: JobState): boolean =>
  kind === 'exports.losses' ||
  useOverlays.getState().stack.some((it) => it.id === dialogs[kind.split('.')[0]!])

const tell = (job: JobState): void => {
  if (isWatched(job)) return
  const name = text(`frame.job.${job.kind}`)
  if (job.state === 'failed' && job.error)
    useNotices.getState().show({
      tone: 'failure',
      text: text('frame.jobFailed', { job: name, reason: failureText(job.error, text) }),
      details: JSON.stringify(job, null, 2),
    })
  else if (job.state === 'cancelled') announce(text('frame.jobCancelled', { job: name }))
  else if (job.state === 'done' && job.kind === 'projects.check') {
    const { ok, findings } = job.result as ProjectCheck
    if (ok) announce(text('frame.projectSound'))
    else
      useNotices.getState().show({
        tone: 'failure',
        text: text('frame.projectDamaged', { count: findings.length }),
        details: findings.map((it) => it.message).join('\n'),
      })
  }
}

const take = (job: JobState): void => {
  const before = useJobs.getState().jobs.get(job.id)
  useJobs.setState((it) => ({ jobs: new Map(it.jobs).set(job.id, job) }))
  if (job.state !== 'running' && before?.state !== job.state) tell(job)
}

/** Follows long work; called once per window. */
export const startJobs = (): (() => void) => {
  call('jobs.list', {})
    .then((list) => useJobs.setState({ jobs: new Map(list.toReversed().map((it) => [it.id, it])) }))
    .catch(() => {})
  return onCoreEvent((event) => {
    if (event.event === 'job') take(event.payload)
  })
}
