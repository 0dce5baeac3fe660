import { useText } from '../state/i18n.ts'

/** Grey bars where text will be. They appear only after 150 ms, so that quick answers do not flash. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useText()
  return (
    <div className="ui-skeleton" role="status" aria-label={t('frame.loading')}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <span key={index} className="ui-skeleton-bar" style={{ width: `${90 - ((index * 37) % 45)}%` }} />
      ))}
    </div>
  )
}
