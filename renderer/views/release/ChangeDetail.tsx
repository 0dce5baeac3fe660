import type { ReleaseChange } from '@shared/model/recipe.ts'
import { hasText, textOf, useText } from '../../state/i18n.ts'
import { signs } from './changes.ts'
import { wordDiff } from './wordDiff.ts'

/** A field's name as people say it. */
const fieldName = (what: ReleaseChange['what'], name: string): string => {
  const key = [`release.field.${what}.${name}`, `release.field.${name}`].find((it) => hasText(it))
  return key ? textOf(key) : name
}

/** Where words for a field's values are, by the field. */
const valueTexts: Readonly<Record<string, string>> = {
  'article.status': 'corpus.status',
  'mention.certainty': 'export.certainty',
  'relation.certainty': 'export.certainty',
}

const valueText = (what: ReleaseChange['what'], name: string, value: string): string => {
  const key = `${valueTexts[`${what}.${name}`]}.${value}`
  return hasText(key) ? textOf(key) : value
}

function Value({ before, after }: { before: string; after: string }) {
  const t = useText()
  if (before === '') return <ins>{after}</ins>
  if (after === '') return <del>{before}</del>
  const parts = wordDiff(before, after)
  // Nothing stayed: two values, not one mixed of both.
  if (!parts.some((it) => it.kind === 'same' && it.text.trim() !== ''))
    return (
      <>
        <del>{before}</del> <span aria-hidden>→</span> <ins>{after}</ins>
      </>
    )
  return (
    <>
      {parts.map((it, index) => {
        const key = `${index}`
        if (it.kind === 'same') return <span key={key}>{it.text}</span>
        return it.kind === 'out' ? (
          <del key={key} title={t('release.was')}>
            {it.text}
          </del>
        ) : (
          <ins key={key} title={t('release.is')}>
            {it.text}
          </ins>
        )
      })}
    </>
  )
}

/** One change with all its fields, word by word. */
export function ChangeDetail({ change }: { change: ReleaseChange }) {
  const t = useText()
  return (
    <article className="release-change-detail">
      <p className={`release-change-how release-how-${change.how}`}>
        <b aria-hidden>{signs[change.how]}</b> {t(`release.what.${change.what}`)}{' '}
        {t(`release.how.${change.how}`)}
      </p>
      <h3>{change.about || change.uid}</h3>
      {change.article !== '' && change.what !== 'article' && (
        <p className="release-quiet">{t('release.inArticle', { title: change.article })}</p>
      )}
      {change.how !== 'changed' && <p className="release-quiet">{t(`release.only.${change.how}`)}</p>}
      <dl>
        {change.fields.map((it) => (
          <div key={it.name}>
            <dt>{fieldName(change.what, it.name)}</dt>
            <dd>
              <Value
                before={valueText(change.what, it.name, it.before)}
                after={valueText(change.what, it.name, it.after)}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className="release-uid">{change.uid}</p>
    </article>
  )
}
