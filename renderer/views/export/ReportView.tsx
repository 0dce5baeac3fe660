import type { ExportReport } from '@shared/contract/exports.ts'
import { CircleCheck, FolderOpen } from 'lucide-react'
import { useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { folderOf, joinPath } from './destination.ts'
import { FileList } from './FileList.tsx'
import { LossList } from './LossList.tsx'
import { revealWritten } from './onDisk.ts'

interface Props {
  report: ExportReport
  separator: string
  inBrowser: boolean
  onAgain(): void
  close(): void
}

/** What was written, where, and what the format could not hold. */
export function ReportView({ report, separator, inBrowser, onAgain, close }: Props) {
  const t = useText()
  // A dataset of one file has it at the path itself, others are below.
  const folder = report.files.some(
    (it) => joinPath(folderOf(report.path), it.name, separator) === report.path,
  )
    ? folderOf(report.path)
    : report.path
  const pathOf = (name: string) => joinPath(folder, name, separator)
  return (
    <div className="export-report">
      <div className="export-report-head">
        <CircleCheck size={24} strokeWidth={1.5} aria-hidden />
        <div>
          <p className="export-report-title" role="status">
            {t('export.done')}
          </p>
          <p className="export-path">{report.path}</p>
          <p className="export-quiet">
            {t('export.counts', {
              articles: report.articles,
              mentions: report.mentions,
              entities: report.entities,
              relations: report.relations,
            })}
          </p>
        </div>
      </div>
      <section aria-label={t('export.files')}>
        <h3>{t('export.files')}</h3>
        <FileList files={report.files} pathOf={inBrowser ? pathOf : undefined} />
      </section>
      <section aria-label={t('export.losses')}>
        <h3>{t('export.losses')}</h3>
        {report.losses.length === 0 ? (
          <p className="export-quiet">{t('export.noLosses')}</p>
        ) : (
          <LossList losses={report.losses} />
        )}
      </section>
      <div className="export-buttons">
        <Button onClick={onAgain}>{t('export.again')}</Button>
        <span className="export-space" />
        <CopyButton text={report.path} label={t('export.copyPath')} />
        <Button icon={FolderOpen} onClick={() => void revealWritten(report.path).catch(showFailure)}>
          {t('export.reveal')}
        </Button>
        <Button variant="primary" autoFocus onClick={close}>
          {t('frame.close')}
        </Button>
      </div>
    </div>
  )
}
