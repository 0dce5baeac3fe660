import type { ReleaseReport } from '@shared/model/recipe.ts'
import { ArrowLeft, CircleCheck, Download, FolderOpen, GitCompareArrows, TriangleAlert } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import { useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { joinPath } from '../export/destination.ts'
import { FileList } from '../export/FileList.tsx'
import { downloadWritten, revealWritten } from '../export/onDisk.ts'
import { AgreementTable } from './AgreementTable.tsx'
import { FindingList } from './FindingList.tsx'
import { ProofList } from './ProofList.tsx'
import { nameOf } from './recipes.ts'
import { SplitTable } from './SplitTable.tsx'

interface Props {
  report: ReleaseReport
  /** Opens the comparison with the release before it; absent for the first. */
  onCompare?: (() => void) | undefined
  onBack(): void
}

/** A release that was written: where, whether it proved itself, and what is worth knowing of it. */
export function DoneView({ report, onCompare, onBack }: Props) {
  const t = useText()
  const host = useAnswer('host.info', {}).data
  const separator = host?.pathSeparator ?? '/'
  const isSound = report.formats.every((it) => it.proof !== 'differs')
  const zipped = report.path.toLowerCase().endsWith('.zip')
  const inBrowser = host?.shell === 'browser'
  const pathOf = (name: string) => joinPath(report.path, name.replaceAll('/', separator), separator)
  const Mark = isSound ? CircleCheck : TriangleAlert
  return (
    <section className="release-detail" aria-label={t('release.done')}>
      <div className="release-scroll">
        <div className={isSound ? 'release-done' : 'release-done release-done-differs'}>
          <Mark size={24} strokeWidth={1.5} aria-hidden />
          <div>
            <h2 role="status">{t(isSound ? 'release.done' : 'release.doneDiffers')}</h2>
            <p className="release-path">{report.path}</p>
            <p className="release-quiet">{t('release.counts', { ...report.counts })}</p>
          </div>
        </div>
        <section aria-label={t('release.proofs')}>
          <h3>
            {t('release.proofs')}
            <small>{t('release.proofsHint')}</small>
          </h3>
          <ProofList formats={report.formats} />
        </section>
        <section aria-label={t('release.split')}>
          <h3>{t('release.split')}</h3>
          <SplitTable split={report.split} />
        </section>
        <section aria-label={t('release.findings')}>
          <h3>{t('release.findings')}</h3>
          <FindingList findings={report.findings} />
        </section>
        <section aria-label={t('release.agreement')}>
          <h3>{t('release.agreement')}</h3>
          <AgreementTable agreements={report.agreements} />
        </section>
        <section aria-label={t('export.files')}>
          <h3>{t('export.files')}</h3>
          <FileList files={report.files} pathOf={inBrowser && !zipped ? pathOf : undefined} />
        </section>
      </div>
      <footer className="release-foot">
        <Button icon={ArrowLeft} onClick={onBack}>
          {t('release.backToRecipe')}
        </Button>
        <span className="release-space" />
        {onCompare && (
          <Button icon={GitCompareArrows} onClick={onCompare}>
            {t('release.compareBefore')}
          </Button>
        )}
        {inBrowser && zipped && (
          <Button
            icon={Download}
            onClick={() => void downloadWritten(report.path, nameOf(report.path)).catch(showFailure)}
          >
            {t('export.download')}
          </Button>
        )}
        <CopyButton text={report.path} label={t('export.copyPath')} />
        <Button
          variant="primary"
          autoFocus
          icon={FolderOpen}
          onClick={() => void revealWritten(report.path).catch(showFailure)}
        >
          {t('export.reveal')}
        </Button>
      </footer>
    </section>
  )
}
