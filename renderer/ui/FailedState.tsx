import { RotateCcw, TriangleAlert } from 'lucide-react'
import { failureText } from '../state/failureText.ts'
import { useText } from '../state/i18n.ts'
import { failureOf } from '../state/notices.ts'
import { Button } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import { EmptyState } from './EmptyState.tsx'

export interface FailedStateProps {
  error: unknown
  onRetry?: (() => void) | undefined
}

/** What stands where something could not be loaded: what, why, what now, details to copy. */
export function FailedState({ error, onRetry }: FailedStateProps) {
  const t = useText()
  const failure = failureOf(error)
  return (
    <div role="alert">
      <EmptyState icon={TriangleAlert} title={t('frame.failed')} text={failureText(failure, t)}>
        {onRetry && (
          <Button icon={RotateCcw} onClick={onRetry}>
            {t('frame.retry')}
          </Button>
        )}
        <CopyButton text={JSON.stringify(failure, null, 2)} label={t('frame.copyDetails')} />
      </EmptyState>
    </div>
  )
}
