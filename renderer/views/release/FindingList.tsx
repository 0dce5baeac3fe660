import type { Finding } from '@shared/model/recipe.ts'
import { hasText, textOf, useText } from '../../state/i18n.ts'

/** What of the data looks inconsistent, each with examples to open. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const t = useText()
  if (findings.length === 0) return <p className="release-quiet">{t('release.noFindings')}</p>
  return (
    <ul className="release-rows">
      {findings.map((it) => {
        const key = `releases.finding.${it.code}`
        const told = hasText(key) ? textOf(key, { count: it.count }) : `${it.code}: ${it.count}`
        return (
          <li key={it.code}>
            {it.examples.length === 0 ? (
              <span>{told}</span>
            ) : (
              <details>
                <summary>{told}</summary>
                <ul>
                  {it.examples.map((example) => (
                    <li key={example}>{example}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}
