import { useAnswer } from '../../api/queries.ts'
import { hasText, textOf, useText } from '../../state/i18n.ts'
import { changeLine } from './changeLine.ts'

/** Rows of changes shown under a step. */
export const shownChanges = 8

/** The rows a step changed: the audit trail of one step. */
export function StepChanges({ seq, total }: { seq: number; total: number }) {
  const t = useText()
  const changes = useAnswer('history.changes', { seq, limit: shownChanges })
  if (changes.isPending) return <p className="history-changes history-quiet">{t('history.loadingChanges')}</p>
  if (changes.isError) return <p className="history-changes history-quiet">{changes.error.message}</p>
  const more = total - changes.data.length
  return (
    <ul className="history-changes">
      {changes.data.map((change, index) => {
        const { name, columns } = changeLine(change)
        const table = `history.table.${change.table}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one row may be changed twice in a step
          <li key={index} className="history-change">
            <span className={`history-operation history-${change.operation}`}>
              {textOf(`history.operation.${change.operation}`)}
            </span>
            <span className="history-table">{hasText(table) ? t(table) : change.table}</span>
            <span className="history-what" title={[name, ...columns].join('\n')}>
              {columns.length > 0 ? columns.join(' · ') : name || `#${change.rowId}`}
            </span>
          </li>
        )
      })}
      {more > 0 && <li className="history-quiet">{t('history.more', { count: more })}</li>}
    </ul>
  )
}
