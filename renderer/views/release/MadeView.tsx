import type { ProjectCheck } from '@shared/contract/projects.ts'
import type { MadeRelease } from '@shared/model/recipe.ts'
import { FolderOpen, GitCompareArrows, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { failureText } from '../../state/failureText.ts'
import { formatMoment, formatNumber, hasText, textOf, useText } from '../../state/i18n.ts'
import { useJob } from '../../state/jobs.ts'
import { showFailure } from '../../state/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { revealWritten } from '../export/onDisk.ts'
import { nameOf } from './recipes.ts'

interface Props {
  made: MadeRelease
  /** Name of the recipe, where it is still there. */
  recipe: string | undefined
  onCompare(): void
}

const kinds = ['articles', 'mentions', 'entities', 'relations', 'evidence'] as const

/** What checking the files of a release against their checksums and each other found. */
function CheckResult({ jobId }: { jobId: string }) {
  const t = useText()
  const job = useJob(jobId)
  if (!job || job.state === 'running')
    return (
      <div className="release-quiet">
        <span role="status">{t('release.checking')}</span>
        <Progress label={t('release.checking')} done={job?.done ?? 0} total={job?.total ?? 0} />
      </div>
    )
  if (job.state !== 'done')
    return <p role="alert">{job.error ? failureText(job.error, t) : t('release.checkCancelled')}</p>
  const { ok, findings } = job.result as ProjectCheck
  if (ok) return <p role="status">{t('release.sound')}</p>
  return (
    <div role="alert">
      <p>{t('release.unsound', { count: findings.length })}</p>
      <ul className="release-rows">
        {findings.map((it) => {
          const key = `release.${it.code}`
          return <li key={it.message}>{hasText(key) ? textOf(key, it.params) : it.message}</li>
        })}
      </ul>
    </div>
  )
}

/** A release that was written some time ago. */
export function MadeView({ made, recipe, onCompare }: Props) {
  const t = useText()
  const [jobId, setJobId] = useState<string | null>(null)
  const check = async () => setJobId((await call('projects.check', { path: made.path })).jobId)
  return (
    <section className="release-detail" aria-label={nameOf(made.path)}>
      <div className="release-scroll">
        <h2>{nameOf(made.path)}</h2>
        <p className="release-quiet">
          {recipe === undefined
            ? t('release.madeAt', { date: formatMoment(made.madeAt) })
            : t('release.madeFrom', { date: formatMoment(made.madeAt), recipe })}
        </p>
        <p className="release-path">{made.path}</p>
        <dl className="release-counts">
          {kinds.map((it) => (
            <div key={it}>
              <dt>{t(`release.${it}`)}</dt>
              <dd>{formatNumber(made.counts[it])}</dd>
            </div>
          ))}
        </dl>
        {jobId && <CheckResult jobId={jobId} />}
      </div>
      <footer className="release-foot">
        <CopyButton text={made.path} label={t('export.copyPath')} />
        <Button icon={ShieldCheck} onClick={() => void check().catch(showFailure)}>
          {t('release.check')}
        </Button>
        <span className="release-space" />
        <Button icon={GitCompareArrows} onClick={onCompare}>
          {t('release.compareThis')}
        </Button>
        <Button icon={FolderOpen} onClick={() => void revealWritten(made.path).catch(showFailure)}>
          {t('export.reveal')}
        </Button>
      </footer>
    </section>
  )
}
