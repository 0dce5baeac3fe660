import { RotateCcw, TriangleAlert } from 'lucide-react'
import { CallError } from '../api/client.ts'
import { failureText } from '../state/failures.ts'
import { useText } from '../state/i18n.ts'
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
  const details = error instanceof CallError ? JSON.stringify(error.failure, null, 2) : String(error)
  return (
    <div role="alert">
      <EmptyState icon={TriangleAlert} title={t('frame.failed')} text={failureText(error)}>
        {onRetry && (
          <Button icon={RotateCcw} onClick={onRetry}>
            {t('frame.retry')}
          </Button>
        )}
        <CopyButton text={details} label={t('frame.copyDetails')} />
      </EmptyState>
    </div>
  )
}
