import type { ReleasePreview } from '@shared/contract/releases.ts'
import { ArrowLeft } from 'lucide-react'
import { useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { AgreementTable } from './AgreementTable.tsx'
import { FindingList } from './FindingList.tsx'
import { SplitTable } from './SplitTable.tsx'

/** What a recipe would come to; nothing was written. */
export function PreviewView({ preview, onBack }: { preview: ReleasePreview; onBack(): void }) {
  const t = useText()
  return (
    <section className="release-detail" aria-label={t('release.previewTitle')}>
      <div className="release-scroll">
        <h2 role="status">
          {t('release.previewTitle')}
          <small>{t('release.previewHint')}</small>
        </h2>
        <section aria-label={t('release.split')}>
          <h3>{t('release.split')}</h3>
          <SplitTable split={preview.split} />
        </section>
        <section aria-label={t('release.findings')}>
          <h3>{t('release.findings')}</h3>
          <FindingList findings={preview.findings} />
        </section>
        <section aria-label={t('release.agreement')}>
          <h3>{t('release.agreement')}</h3>
          <AgreementTable agreements={preview.agreements} />
        </section>
      </div>
      <footer className="release-foot">
        <Button icon={ArrowLeft} autoFocus onClick={onBack}>
          {t('release.backToRecipe')}
        </Button>
      </footer>
    </section>
  )
}
