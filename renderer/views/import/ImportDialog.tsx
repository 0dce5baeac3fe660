import './import.css'
import './preview.css'
import type { ImportItem } from '@shared/contract/imports.ts'
import type { JobState } from '@shared/contract/jobs.ts'
import { FileInput, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { failureText } from '../../state/failureText.ts'
import { type Translate, useText } from '../../state/i18n.ts'
import { runningJobs, useJob, useJobs } from '../../state/jobs.ts'
import { showFailure, useNotices } from '../../state/notices.ts'
import type { FoundFile, OverlayComponentProps } from '../../state/overlays.ts'
import { pickToOpen } from '../../state/pickFiles.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { bringFiles } from './bring.ts'
import { PasteView } from './PasteView.tsx'
import { PreviewView } from './PreviewView.tsx'
import { ResultView } from './ResultView.tsx'
import { resultOf } from './results.ts'
import { StartView, type Way } from './StartView.tsx'
import { setsToImport } from './sets/mapping.ts'
import { goText } from './sets/setWords.ts'
import { setChangesKept, useSets } from './sets/useSets.ts'
import { useDrafts } from './useDrafts.ts'
import { WorkingView } from './WorkingView.tsx'

/** Work the dialog shows instead of what waits. */
const isImport = (job: JobState): boolean =>
  ['imports.prepare', 'imports.commit', 'imports.dataset'].includes(job.kind)

/** A new look at a set or the file of a draft. */
const isAnotherLook = (job: JobState): boolean =>
  job.kind === 'imports.survey' || job.kind === 'imports.reread'

const progressText = (job: JobState | undefined, t: Translate): string => {
  const reading = !job || job.kind === 'imports.prepare'
  if (!job || job.total === 0) return t(reading ? 'import.readingUnknown' : 'import.storingUnknown')
  return t(reading ? 'import.reading' : 'import.storing', { done: job.done, total: job.total })
}

/** Files on their way in: chosen, sorted out, looked at, stored. Closing it keeps what was read waiting. */
export function ImportDialog({ close, ...given }: OverlayComponentProps<'import'>) {
  const t = useText()
  const drafts = useDrafts()
  const { sets, error: setsError } = useSets()
  // Work that was going on when the dialog was opened is shown first.
  const [jobId, setJobId] = useState<string | null>(
    () => runningJobs(useJobs.getState().jobs).find(isImport)?.id ?? null,
  )
  const [place, setPlace] = useState<'ways' | 'paste' | 'drafts'>(given.mode === 'paste' ? 'paste' : 'drafts')
  const [bringing, setBringing] = useState<{ done: number; total: number } | null>(null)
  const stop = useRef<AbortController | null>(null)
  const job = useJob(jobId)

  const start = (work: Promise<{ jobId: string }>) => {
    setPlace('drafts')
    work.then((it) => setJobId(it.jobId)).catch(showFailure)
  }
  const prepare = (items: ImportItem[]) => {
    if (items.length > 0) start(call('imports.prepare', { items }))
  }
  const takePaths = (paths: readonly string[], isDataset = false) => {
    const [first] = paths
    if (isDataset && first) start(call('imports.dataset', { path: first }))
    else prepare(paths.map((path) => ({ path })))
  }
  const takeFiles = async (files: readonly FoundFile[]) => {
    const control = new AbortController()
    stop.current = control
    setBringing({ done: 0, total: files.length })
    const { items, failed } = await bringFiles(
      files,
      t('import.together'),
      (done) => setBringing({ done, total: files.length }),
      control.signal,
    )
    setBringing(null)
    if (failed.length > 0)
      useNotices.getState().show({
        tone: 'failure',
        text: t('import.notBrought', { count: failed.length }),
        details: failed.join('\n'),
      })
    if (control.signal.aborted) return
    prepare(items)
  }
  const takeText = (text: string) => prepare([{ text, name: t('import.pastedName') }])

  const choose = (way: Way) => {
    if (way === 'paste') return setPlace('paste')
    pickToOpen(way === 'files' ? 'articles' : way)
      .then((paths) => paths.length > 0 && takePaths(paths, way === 'dataset'))
      .catch(showFailure)
  }

  // What the dialog was opened with (dropped, pasted, named by an action) is taken once.
  const taken = useRef<unknown>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the props of an opening are one event
  useEffect(() => {
    const mark = given.files ?? given.paths ?? given.text ?? given.mode ?? null
    if (mark === null || taken.current === mark) return
    taken.current = mark
    if (given.files) void takeFiles(given.files)
    else if (given.paths) takePaths(given.paths)
    else if (given.text !== undefined) takeText(given.text)
    else if (given.mode === 'paste') setPlace('paste')
    else if (given.mode) choose(given.mode)
  }, [given.files, given.paths, given.text, given.mode])

  const coming = setsToImport(sets)
  const surveying = useJobs((it) => runningJobs(it.jobs).some(isAnotherLook))
  const canCommit = (drafts.included > 0 || coming.sets > 0) && job?.state !== 'running' && !surveying
  // The button names the new types: pressing it is the consent to them.
  const commit = () => {
    if (canCommit) start(setChangesKept().then(() => call('imports.commit', { createTypes: true })))
  }
  const cancel = () => {
    stop.current?.abort()
    setBringing(null)
    if (jobId && job?.state === 'running') call('jobs.cancel', { jobId }).catch(showFailure)
  }

  const working = bringing !== null || (jobId !== null && (!job || job.state === 'running'))
  const result = job?.state === 'done' ? resultOf(job, t) : null
  const broken = job?.state === 'failed' || job?.state === 'cancelled' ? job : null
  const waiting = drafts.total > 0 || sets.length > 0
  const showDrafts = place === 'drafts' && waiting

  const view = () => {
    if (bringing)
      return (
        <WorkingView
          text={t('import.bringing', bringing)}
          done={bringing.done}
          total={bringing.total}
          note=""
          onCancel={cancel}
        />
      )
    if (working)
      return (
        <WorkingView
          text={progressText(job, t)}
          done={job?.done ?? 0}
          total={job?.total ?? 0}
          note={job?.note ?? ''}
          onCancel={cancel}
        />
      )
    if (broken)
      return (
        <EmptyState
          icon={TriangleAlert}
          title={broken.state === 'cancelled' ? t('import.cancelled') : t('import.failed')}
          text={broken.state === 'failed' && broken.error ? failureText(broken.error, t) : undefined}
        >
          <Button onClick={() => setJobId(null)}>{t('import.back')}</Button>
          {broken.state === 'failed' && (
            <CopyButton text={JSON.stringify(broken, null, 2)} label={t('frame.copyDetails')} />
          )}
        </EmptyState>
      )
    if (result) return <ResultView result={result} close={close} />
    if (place === 'paste')
      return <PasteView onBack={() => setPlace(waiting ? 'drafts' : 'ways')} onText={takeText} />
    const error = drafts.error ?? setsError
    if (error) return <FailedState error={error} />
    if (showDrafts) return <PreviewView drafts={drafts} sets={sets} close={close} />
    return <StartView onChoose={choose} />
  }

  const previewing = !working && !broken && !result && showDrafts
  const footer = previewing && (
    <>
      <Button variant="danger" onClick={() => call('imports.discard', {}).catch(showFailure)}>
        {t(sets.length > 0 ? 'import.discardAll' : 'import.discard')}
      </Button>
      <Button icon={FileInput} onClick={() => setPlace('ways')}>
        {t('import.addMore')}
      </Button>
      <span className="import-space" />
      <Button onClick={close}>{t('import.later')}</Button>
      <Button variant="primary" shortcut="Mod+Enter" disabled={!canCommit} onClick={commit}>
        {goText({ articles: drafts.included, ...coming }, t) || t('import.goNone')}
      </Button>
    </>
  )
  const backToDrafts = place === 'ways' && waiting && !working && !broken && !result && (
    <Button onClick={() => setPlace('drafts')}>{t('import.back')}</Button>
  )

  return (
    <Dialog
      title={place === 'paste' && !working ? t('import.pasteTitle') : t('import.title')}
      onClose={close}
      size={previewing ? 'full' : 'm'}
      stay
      footer={footer || backToDrafts}
      className="import"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the whole dialog */}
      <div
        className="import-view"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !previewing) return
          event.preventDefault()
          event.stopPropagation()
          // A field that is being written in keeps what was written before the drafts go in.
          if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
          setTimeout(commit)
        }}
      >
        {view()}
      </div>
    </Dialog>
  )
}
