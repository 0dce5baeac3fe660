import type { JobState } from '@shared/contract/jobs.ts'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { runningJobs, useJob, useJobs } from '../../state/jobs.ts'
import { showFailure } from '../../state/notices.ts'

/** The job of releases the dialog follows: one begun here, or one that still ran when it was opened. */
export const useReleaseJob = () => {
  const [jobId, setJobId] = useState<string | null>(
    () => runningJobs(useJobs.getState().jobs).find((it) => it.kind.startsWith('releases.'))?.id ?? null,
  )
  const job: JobState | undefined = useJob(jobId)
  return {
    job,
    working: jobId !== null && (!job || job.state === 'running'),
    start: (asked: Promise<{ jobId: string }>): void =>
      void asked.then((it) => setJobId(it.jobId)).catch(showFailure),
    cancel: (): void => void (jobId && call('jobs.cancel', { jobId }).catch(showFailure)),
    /** Back to what stood there before. */
    leave: (): void => setJobId(null),
  }
}
