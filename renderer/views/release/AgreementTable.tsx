import type { Agreement } from '@shared/model/recipe.ts'
import { formatNumber, useText } from '../../state/i18n.ts'

const twoDigits = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const

/** How far persons agree who annotated the same articles. */
export function AgreementTable({ agreements }: { agreements: readonly Agreement[] }) {
  const t = useText()
  if (agreements.length === 0) return <p className="release-quiet">{t('release.noAgreement')}</p>
  return (
    <>
      <table className="release-table">
        <caption className="ui-hidden">{t('release.agreement')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('release.persons')}</th>
            <th scope="col">{t('release.articles')}</th>
            <th scope="col">{t('release.mentions')}</th>
            <th scope="col">{t('release.exact')}</th>
            <th scope="col">{t('release.overlapping')}</th>
            <th scope="col">F1</th>
            <th scope="col">κ</th>
          </tr>
        </thead>
        <tbody>
          {agreements.map((it) => (
            <tr key={it.persons.join('\n')}>
              <th scope="row">{it.persons.join(' · ')}</th>
              <td>{formatNumber(it.articles)}</td>
              <td>{it.mentions.map((count) => formatNumber(count)).join(' / ')}</td>
              <td>{formatNumber(it.exact)}</td>
              <td>{formatNumber(it.overlapping)}</td>
              <td>{formatNumber(it.f1, twoDigits)}</td>
              <td>{formatNumber(it.kappa, twoDigits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="release-quiet">{t('release.agreementHint')}</p>
    </>
  )
}
