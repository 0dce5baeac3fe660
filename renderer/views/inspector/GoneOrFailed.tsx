import { Unlink } from 'lucide-react'
import { useText } from '../../state/i18n.ts'
import { failureOf } from '../../state/notices.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'

/** What stands where the thing shown could not be read; one that was deleted is no failure. `error` null: it is gone. */
export function GoneOrFailed({ error, retry }: { error: unknown; retry(): void }) {
  const t = useText()
  if (error === null || failureOf(error).code === 'not_found')
    return <EmptyState icon={Unlink} title={t('inspector.gone')} text={t('inspector.goneText')} />
  return <FailedState error={error} onRetry={retry} />
}
