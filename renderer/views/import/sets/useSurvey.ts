import type { JobState } from '@shared/contract/jobs.ts'
import type { OptionValues } from '@shared/model/option.ts'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { failureText } from '../../../state/failureText.ts'
import { useText } from '../../../state/i18n.ts'
import { useJob } from '../../../state/jobs.ts'
import { showFailure } from '../../../state/notices.ts'

export interface Survey {
  job: JobState | undefined
  running: boolean
  /** Why the set could not be read the way that was asked for; it stays as it was. */
  failure: string | null
  start(options: OptionValues, format?: string): void
}

/** Looks a set through again, with other options or as another format. */
export const useSurvey = (id: number): Survey => {
  const t = useText()
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useJob(jobId)
  return {
    job,
    running: jobId !== null && (!job || job.state === 'running'),
    failure: job?.state === 'failed' && job.error ? failureText(job.error, t) : null,
    start: (options, format) =>
      void call('imports.survey', { id, options, ...(format !== undefined && { format }) })
        .then((it) => setJobId(it.jobId))
        .catch(showFailure),
  }
}
