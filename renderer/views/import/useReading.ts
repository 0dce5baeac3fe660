import type { OptionValues } from '@shared/model/option.ts'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { failureText } from '../../state/failureText.ts'
import { useText } from '../../state/i18n.ts'
import { useJob } from '../../state/jobs.ts'
import { showFailure } from '../../state/notices.ts'

export interface Reading {
  running: boolean
  /** Why it could not be read the way that was asked for; it stays as it was. */
  failure: string | null
  start(options: OptionValues, format?: string): void
}

/** Reads a waiting set or the file of a draft again, with other options or as another format. */
export const useReading = (what: { set: number } | { draft: number }): Reading => {
  const t = useText()
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useJob(jobId)
  const begin = (options: OptionValues, format: { format?: string }) =>
    'set' in what
      ? call('imports.survey', { id: what.set, options, ...format })
      : call('imports.reread', { draft: what.draft, options, ...format })
  return {
    running: jobId !== null && (!job || job.state === 'running'),
    failure: job?.state === 'failed' && job.error ? failureText(job.error, t) : null,
    start: (options, format) =>
      void begin(options, format === undefined ? {} : { format })
        .then((it) => setJobId(it.jobId))
        .catch(showFailure),
  }
}
