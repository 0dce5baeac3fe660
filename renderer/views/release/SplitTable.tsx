import type { SplitReport } from '@shared/model/recipe.ts'
import { formatNumber, useText } from '../../state/i18n.ts'

/** What each split came to, and what stands on both sides of them. */
export function SplitTable({ split }: { split: SplitReport }) {
  const t = useText()
  const all = split.splits.reduce((sum, it) => sum + it.articles, 0)
  const rest = split.leakCount - split.leaks.length
  if (split.splits.length === 0) return <p className="release-quiet">{t('release.undivided')}</p>
  return (
    <>
      <table className="release-table">
        <caption className="ui-hidden">{t('release.split')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('release.part')}</th>
            <th scope="col">{t('release.articles')}</th>
            <th scope="col">%</th>
            <th scope="col">{t('release.mentions')}</th>
            <th scope="col">{t('release.relations')}</th>
          </tr>
        </thead>
        <tbody>
          {split.splits.map((it) => (
            <tr key={it.name}>
              <th scope="row">{t(`release.share.${it.name}`)}</th>
              <td>{formatNumber(it.articles)}</td>
              <td>{formatNumber(all === 0 ? 0 : (it.articles / all) * 100, { maximumFractionDigits: 1 })}</td>
              <td>{formatNumber(it.mentions)}</td>
              <td>{formatNumber(it.relations)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {split.leakCount === 0 ? (
        <p className="release-quiet">{t('release.noLeaks')}</p>
      ) : (
        <details className="release-leaks" open={split.leaks.length <= 3}>
          <summary>{t('release.leakCount', { count: split.leakCount })}</summary>
          <ul className="release-rows">
            {split.leaks.map((it) => (
              <li key={`${it.kind} ${it.what} ${it.articles.join()}`}>
                <span className="release-leak">{t(`release.leak.${it.kind}`)}</span>
                <span>
                  {it.what}
                  <small>{it.articles.join(' · ')}</small>
                </span>
              </li>
            ))}
          </ul>
          {rest > 0 && <p className="release-quiet">{t('release.more', { count: rest })}</p>}
        </details>
      )}
    </>
  )
}
