import type { ExportReport } from '@shared/contract/exports.ts'
import { CircleCheck, Download, FolderOpen } from 'lucide-react'
import { call } from '../../api/client.ts'
import { transport } from '../../api/transport.ts'
import { formatBytes, formatNumber, hasText, textOf, useText } from '../../state/i18n.ts'
import { showFailure, useNotices } from '../../state/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { joinPath } from './destination.ts'

interface Props {
  report: ExportReport
  /** A folder's files lie below the path. */
  isFolder: boolean
  separator: string
  inBrowser: boolean
  onAgain(): void
  close(): void
}

const download = async (path: string, name: string): Promise<void> => {
  const url = await transport.downloadUrl(path)
  if (url === null) return
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

/** What was written, where, and what the format could not hold. */
export function ReportView({ report, isFolder, separator, inBrowser, onAgain, close }: Props) {
  const t = useText()
  const pathOf = (name: string) => (isFolder ? joinPath(report.path, name, separator) : report.path)
  const reveal = async () => {
    const { shown } = await call('host.reveal', { path: report.path })
    if (!shown)
      useNotices.getState().show({ tone: 'info', text: t('export.cannotReveal', { path: report.path }) })
  }
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
        <ul className="export-table">
          {report.files.map((it) => (
            <li key={it.name}>
              <span className="export-name">{it.name}</span>
              <span className="export-number">{formatBytes(it.byteLength)}</span>
              {inBrowser && (
                <IconButton
                  compact
                  icon={Download}
                  label={t('export.downloadOf', { name: it.name })}
                  onClick={() => download(pathOf(it.name), it.name).catch(showFailure)}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t('export.losses')}>
        <h3>{t('export.losses')}</h3>
        {report.losses.length === 0 ? (
          <p className="export-quiet">{t('export.noLosses')}</p>
        ) : (
          <ul className="export-table">
            {report.losses.map((it) => (
              <li key={it.what}>
                <span className="export-name">
                  {hasText(it.what) ? textOf(it.what, { count: it.count }) : it.what}
                  {it.example && <small>{t('export.example', { example: it.example })}</small>}
                </span>
                <span className="export-number">{formatNumber(it.count)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <div className="export-buttons">
        <Button onClick={onAgain}>{t('export.again')}</Button>
        <span className="export-space" />
        <CopyButton text={report.path} label={t('export.copyPath')} />
        <Button icon={FolderOpen} onClick={() => void reveal().catch(showFailure)}>
          {t('export.reveal')}
        </Button>
        <Button variant="primary" autoFocus onClick={close}>
          {t('frame.close')}
        </Button>
      </div>
    </div>
  )
}
