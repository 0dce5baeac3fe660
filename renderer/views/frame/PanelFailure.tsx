import { RotateCcw, TriangleAlert } from 'lucide-react'
import { useText } from '../../state/i18n.ts'
import { failureOf } from '../../state/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

export function PanelFailure({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const t = useText()
  return (
    <div className="frame-failed" role="alert">
      <EmptyState icon={TriangleAlert} title={t('frame.panelFailed')} text={t('frame.panelFailedHint')}>
        <Button icon={RotateCcw} onClick={onRetry}>
          {t('frame.showAgain')}
        </Button>
        <CopyButton text={failureOf(error).message} label={t('frame.copyDetails')} />
      </EmptyState>
    </div>
  )
}
