import type { ExportLoss } from '@shared/contract/exports.ts'
import { formatNumber, hasText, textOf, useText } from '../../state/i18n.ts'

/** What a format could not hold: what, how often, an example. */
export function LossList({ losses }: { losses: readonly ExportLoss[] }) {
  const t = useText()
  return (
    <ul className="export-table">
      {losses.map((it) => (
        <li key={it.what}>
          <span className="export-name">
            {hasText(it.what) ? textOf(it.what, { count: it.count }) : it.what}
            {it.example && <small>{t('export.example', { example: it.example })}</small>}
          </span>
          <span className="export-number">{formatNumber(it.count)}</span>
        </li>
      ))}
    </ul>
  )
}
