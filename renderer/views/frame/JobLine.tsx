import type { JobState } from '@shared/contract/jobs.ts'
import { useEffect, useState } from 'react'
import { call } from '../../api/client.ts'
import { formatNumber, useText } from '../../state/i18n.ts'
import { runningJobs, useJobs } from '../../state/jobs.ts'
import { showFailure } from '../../state/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'

/** Seconds left at the pace so far; null while there is no saying. */
const secondsLeft = ({ startedAt, done, total }: JobState, now: number): number | null => {
  const elapsed = (now - Date.parse(startedAt)) / 1000
  return done > 0 && total > done && elapsed > 2 ? Math.ceil((elapsed / done) * (total - done)) : null
}

/** Long work, one quiet line: what, how far, how long, cancel. */
export function JobLine() {
  const t = useText()
  const job = useJobs((it) => it.jobs)
  const running = runningJobs(job)[0]
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [running])
  if (!running) return null
  const name = t(`frame.job.${running.kind}`)
  const left = secondsLeft(running, now)
  const time =
    left === null
      ? ''
      : left < 90
        ? t('frame.seconds', { count: left })
        : t('frame.minutes', { count: Math.round(left / 60) })
  return (
    <div className="frame-job">
      <span>{name}</span>
      <div className="frame-job-bar">
        <Progress label={name} done={running.done} total={running.total} />
      </div>
      <span>
        {formatNumber(running.done)}
        {running.total > 0 && ` / ${formatNumber(running.total)}`}
      </span>
      {time && <span className="frame-job-faint">{t('frame.jobLeft', { time })}</span>}
      <span className="frame-job-note">{running.note}</span>
      <Button
        compact
        variant="quiet"
        onClick={() => call('jobs.cancel', { jobId: running.id }).catch(showFailure)}
      >
        {t('frame.cancel')}
      </Button>
    </div>
  )
}
