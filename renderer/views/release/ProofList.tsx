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
  // The whole comes first in every release; its format may be there again, divided.
  const nameOfFormat = ({ formatId }: Proved, index: number): string => {
    const name = known.find(({ id }) => id === formatId)?.name
    if (name === undefined) return formatId === 'standoff' ? t('release.standoff') : formatId
    const again = formats.filter((it) => it.formatId === formatId).length > 1
    return index === 0 && again ? `${name} (${t('release.whole')})` : name
  }
  return (
    <ul className="release-rows release-proofs">
      {formats.map((it, index) => {
        const name = nameOfFormat(it, index)
        const Mark = marks[it.proof]
        return (
          <li key={name} aria-label={name}>
            <div className={`release-proof release-proof-${it.proof}`}>
              <Mark size={16} aria-hidden />
              <b>{name}</b>
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
