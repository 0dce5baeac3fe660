import type { ReleaseReport } from '@shared/model/recipe.ts'
import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import { formatNumber, useText } from '../../state/i18n.ts'
import { LossList } from '../export/LossList.tsx'

type Proved = ReleaseReport['formats'][number]

const marks = { equal: CircleCheck, differs: TriangleAlert, unread: CircleDashed } as const

/** Lines of differences shown; the release itself holds all of them. */
const mostLines = 200

function Differences({ proved }: { proved: Proved }) {
  const t = useText()
  const shown = proved.differences.slice(0, mostLines)
  const rest = proved.differenceCount - shown.length
  return (
    <details open={proved.differenceCount <= 20}>
      <summary>{t('release.differences', { count: proved.differenceCount })}</summary>
      <ul className="release-differences">
        {shown.map((it, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and lines may repeat
          <li key={index}>
            <b aria-hidden>{it.side === 'missing' ? '−' : '+'}</b>
            <span className="ui-hidden">{t(`release.side.${it.side}`)}</span>
            <span>
              {it.about}
              <code>{it.line}</code>
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="release-quiet">{t('release.more', { count: rest })}</p>}
    </details>
  )
}

/** Per format: whether reading it back gives the same, what differs, and what it could not hold. */
export function ProofList({ formats }: { formats: readonly Proved[] }) {
  const t = useText()
  const known = useAnswer('exports.formats', {}).data ?? []
  return (
    <ul className="release-rows release-proofs">
      {formats.map((it) => {
        const Mark = marks[it.proof]
        return (
          <li key={it.formatId}>
            <div className={`release-proof release-proof-${it.proof}`}>
              <Mark size={16} aria-hidden />
              <b>{known.find(({ id }) => id === it.formatId)?.name ?? it.formatId}</b>
              <span>{t(`release.proof.${it.proof}`)}</span>
            </div>
            {it.proof === 'differs' && <Differences proved={it} />}
            {it.losses.length > 0 && (
              <details>
                <summary>
                  {t('export.losses')} ({formatNumber(it.losses.length)})
                </summary>
                <LossList losses={it.losses} />
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}
