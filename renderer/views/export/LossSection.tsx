import { RotateCcw, TriangleAlert } from 'lucide-react'
import { failureText } from '../../state/failureText.ts'
import { useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { LossList } from './LossList.tsx'
import type { Losses } from './useLosses.ts'

interface Props {
  losses: Losses
  /** Whether what the format cannot hold goes into a file beside. */
  roundtrip: boolean
  onRoundtrip(on: boolean): void
  onRetry(): void
}

/** Before anything is written: what the format will not hold of what goes in, and a way to take it along. */
export function LossSection({ losses, roundtrip, onRoundtrip, onRetry }: Props) {
  const t = useText()
  const found = () => {
    if (losses.state === 'failed')
      return (
        <p className="export-loss-failed" role="alert">
          <span>{failureText(losses.failure, t)}</span>
          <Button compact icon={RotateCcw} onClick={onRetry}>
            {t('frame.retry')}
          </Button>
        </p>
      )
    if (losses.state === 'counting')
      return (
        <div className="export-quiet export-loss-counting">
          <span role="status">{t('export.countingLosses')}</span>
          <Progress label={t('export.countingLosses')} done={losses.done} total={losses.total} />
        </div>
      )
    if (losses.losses.length === 0)
      return (
        <p className="export-quiet" role="status">
          {t('export.nothingLost')}
        </p>
      )
    return (
      <>
        <p className="export-loss-head" role="status">
          <TriangleAlert size={14} aria-hidden />
          {t('export.willLose', { count: losses.losses.length })}
        </p>
        <LossList losses={losses.losses} />
      </>
    )
  }
  return (
    <section aria-label={t('export.willBeLost')} aria-busy={losses.state === 'counting'}>
      <h3>{t('export.willBeLost')}</h3>
      {found()}
      {(roundtrip || losses.state !== 'known' || losses.losses.length > 0) && (
        <Checkbox
          label={
            <>
              {t('export.takeAlong')} <small className="export-quiet">{t('export.takeAlongFile')}</small>
            </>
          }
          checked={roundtrip}
          onCheckedChange={onRoundtrip}
        />
      )}
    </section>
  )
}
