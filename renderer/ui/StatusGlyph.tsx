import type { ArticleStatus } from '@shared/model/article.ts'
import { useText } from '../state/i18n.ts'

/** A status as a shape: empty, half, full, full with a tick, struck through. Named for screen readers. */
export function StatusGlyph({ status, size = 12 }: { status: ArticleStatus; size?: number }) {
  const t = useText()
  return (
    <svg
      className={`ui-status ui-status-${status}`}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      role="img"
      aria-label={t(`corpus.status.${status}`)}
    >
      <circle cx="6" cy="6" r="4.75" />
      {status === 'in_progress' && <path className="ui-status-fill" d="M6 1.25a4.75 4.75 0 0 0 0 9.5z" />}
      {status === 'reviewed' && <path className="ui-status-tick" d="m3.7 6.2 1.7 1.7 3-3.6" />}
      {status === 'set_aside' && <path d="M3.5 6h5" />}
    </svg>
  )
}
