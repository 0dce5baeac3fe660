import './export.css'
import type { ExportFormatInfo, ExportReport, ExportScope } from '@shared/contract/exports.ts'
import type { OptionValues } from '@shared/model/option.ts'
import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'
import { failureText } from '../../state/failureText.ts'
import { useText } from '../../state/i18n.ts'
import { runningJobs, useJob, useJobs } from '../../state/jobs.ts'
import { showFailure } from '../../state/notices.ts'
import type { OverlayComponentProps } from '../../state/overlays.ts'
import { pickToSave } from '../../state/pickFiles.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { OptionForm } from '../../ui/OptionForm.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { WorkingView } from '../import/WorkingView.tsx'
import { DestinationForm } from './DestinationForm.tsx'
import { folderOf, joinPath, suggestedName } from './destination.ts'
import { FormatList } from './FormatList.tsx'
import { LossSection } from './LossSection.tsx'
import { ReportView } from './ReportView.tsx'
import { ScopeForm } from './ScopeForm.tsx'
import { useLosses } from './useLosses.ts'

/** A dataset on its way out: format, scope, what will be lost, destination; then what became of it. */
export function ExportDialog({ close, filter }: OverlayComponentProps<'export'>) {
  const t = useText()
  const formats = useAnswer('exports.formats', {})
  const host = useAnswer('host.info', {}).data
  const project = useAnswer('projects.current', {}).data
  const [formatId, setFormatId] = useState('')
  const [options, setOptions] = useState<Record<string, OptionValues>>({})
  const [scope, setScope] = useState<ExportScope>({ articles: filter ?? {} })
  // Empty as long as the person leaves the suggestion alone.
  const [ownPath, setOwnPath] = useState('')
  const [overwrite, setOverwrite] = useState(false)
  const [roundtrip, setRoundtrip] = useState(false)
  const [jobId, setJobId] = useState<string | null>(
    () => runningJobs(useJobs.getState().jobs).find((it) => it.kind === 'exports.run')?.id ?? null,
  )
  const job = useJob(jobId)
  const counts = useAnswer('exports.preview', { scope }, { keepPrevious: true }).data
  const body = useRef<HTMLDivElement>(null)
  // Looked up when it is asked for: the formats may come after the dialog, or be known already.
  const [chosenFormat] = useState(() => ({
    get current() {
      return body.current?.querySelector<HTMLElement>('[role=radio][aria-checked=true]') ?? null
    },
  }))

  const format: ExportFormatInfo | undefined =
    formats.data?.find((it) => it.id === formatId) ?? formats.data?.[0]

  const separator = host?.pathSeparator ?? '/'
  const suggested =
    format && host && project
      ? joinPath(host.folders.exports, suggestedName(project.name, format), separator)
      : ''
  const path = ownPath || suggested
  const isEmpty = counts?.articles === 0

  const chooseFormat = (id: string) => {
    setFormatId(id)
    const next = formats.data?.find((it) => it.id === id)
    // A chosen folder stays chosen; the name follows the format.
    if (ownPath && next && project)
      setOwnPath(joinPath(folderOf(ownPath), suggestedName(project.name, next), separator))
  }
  const choosePath = async () => {
    if (!format || !project) return
    const chosen = await pickToSave('export', suggestedName(project.name, format))
    if (chosen) setOwnPath(chosen)
  }
  const working = jobId !== null && (!job || job.state === 'running')
  const broken = job?.state === 'failed' || job?.state === 'cancelled' ? job : null
  const report = job?.state === 'done' ? (job.result as ExportReport) : null
  const filling = !working && !broken && !report
  useEffect(() => {
    if (formats.data && filling) chosenFormat.current?.focus()
  }, [formats.data, filling, chosenFormat])

  const order = format && { formatId: format.id, scope, options: options[format.id] ?? {} }
  const { losses, settle, again } = useLosses(order && filling && counts && !isEmpty ? order : null)
  const canRun = Boolean(format) && path !== '' && !isEmpty && job?.state !== 'running'
  const run = async (replace = overwrite) => {
    if (!order || !canRun) return
    setOverwrite(replace)
    await settle()
    try {
      setJobId((await call('exports.run', { ...order, path, overwrite: replace, roundtrip })).jobId)
    } catch (thrown) {
      again()
      showFailure(thrown)
    }
  }

  const form = () => {
    if (formats.isPending) return <Skeleton lines={6} />
    if (formats.isError) return <FailedState error={formats.error} onRetry={() => void formats.refetch()} />
    if (!format) return null
    return (
      <div className="export-form">
        <FormatList formats={formats.data} value={format.id} onChange={chooseFormat} />
        <div className="export-settings">
          <section>
            <h3>
              {t('export.scope')}
              <small>{t('export.everything')}</small>
            </h3>
            <ScopeForm scope={scope} onChange={setScope} />
          </section>
          {format.options.length > 0 && (
            <section>
              <h3>
                {t('export.options')}
                <small>{format.name}</small>
              </h3>
              <OptionForm
                fields={format.options}
                values={options[format.id] ?? {}}
                onChange={(values) => setOptions({ ...options, [format.id]: values })}
              />
            </section>
          )}
          {!isEmpty && (
            <LossSection losses={losses} roundtrip={roundtrip} onRoundtrip={setRoundtrip} onRetry={again} />
          )}
          <DestinationForm
            path={path}
            onPath={setOwnPath}
            onChoose={choosePath}
            overwrite={overwrite}
            onOverwrite={setOverwrite}
          />
        </div>
      </div>
    )
  }

  const view = () => {
    if (working)
      return (
        <WorkingView
          text={
            job && job.total > 0
              ? t('export.writing', { done: job.done, total: job.total })
              : t('export.writingUnknown')
          }
          done={job?.done ?? 0}
          total={job?.total ?? 0}
          note={job?.note ?? ''}
          onCancel={() => jobId && call('jobs.cancel', { jobId }).catch(showFailure)}
        />
      )
    if (broken)
      return (
        <EmptyState
          icon={TriangleAlert}
          title={t(broken.state === 'cancelled' ? 'export.cancelled' : 'export.failed')}
          text={broken.state === 'failed' && broken.error ? failureText(broken.error, t) : undefined}
        >
          <Button onClick={() => setJobId(null)}>{t('export.back')}</Button>
          {broken.error?.code === 'conflict' && !broken.error.details?.foreign && (
            <Button variant="danger" onClick={() => void run(true)}>
              {t('export.replace')}
            </Button>
          )}
          {broken.state === 'failed' && (
            <CopyButton text={JSON.stringify(broken, null, 2)} label={t('frame.copyDetails')} />
          )}
        </EmptyState>
      )
    if (report)
      return (
        <ReportView
          report={report}
          separator={separator}
          inBrowser={host?.shell === 'browser'}
          onAgain={() => setJobId(null)}
          close={close}
        />
      )
    return form()
  }

  return (
    <Dialog
      title={t('export.title')}
      onClose={close}
      size={filling ? 'l' : 'm'}
      stay
      initialFocus={chosenFormat}
      className={filling ? 'export export-filling' : 'export'}
      footer={
        filling && (
          <>
            <span className={isEmpty ? 'export-counts export-counts-none' : 'export-counts'} role="status">
              {isEmpty ? t('export.empty') : counts ? t('export.counts', counts) : t('export.counting')}
            </span>
            <Button onClick={close}>{t('frame.cancel')}</Button>
            <Button variant="primary" shortcut="Mod+Enter" disabled={!canRun} onClick={() => void run()}>
              {t('export.go')}
            </Button>
          </>
        )
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the whole dialog */}
      <div
        ref={body}
        className="export-body"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !filling) return
          event.preventDefault()
          event.stopPropagation()
          void run()
        }}
      >
        {view()}
      </div>
    </Dialog>
  )
}
