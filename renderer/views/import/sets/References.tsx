import type { ImportSet, ReferenceMatch } from '@shared/model/importSet.ts'
import { ArrowRight } from 'lucide-react'
import { formatDate, languageName, useText } from '../../../state/i18n.ts'
import { Section } from './Section.tsx'

const fields = ['publishedOn', 'publisher', 'language', 'sourceUrl'] as const

function ReferenceRow({ it }: { it: ReferenceMatch }) {
  const t = useText()
  const shown = { publishedOn: formatDate, language: languageName } as Partial<
    Record<string, (value: string) => string>
  >
  const fills = fields.filter((key) => it.fills[key])
  return (
    <li className={it.article === null ? 'set-reference set-reference-none' : 'set-reference'}>
      <span className="set-reference-title">{it.title}</span>
      <ArrowRight size={12} aria-hidden />
      <span className="set-reference-title">
        {it.article ?? t('import.references.none')}
        {it.isDraft && <small> ({t('import.references.draft')})</small>}
      </span>
      {it.article !== null && (
        <p>
          {fills.length === 0
            ? t('import.references.nothing')
            : fills
                .map((key) => `${t(`import.field.${key}`)}: ${shown[key]?.(it.fills[key]!) ?? it.fills[key]}`)
                .join(' · ')}
        </p>
      )}
    </li>
  )
}

/** References beside the articles they are about, with what each would fill in. */
export function References({ set }: { set: ImportSet }) {
  const t = useText()
  const { references, documents } = set.survey
  const more = documents - references.length
  return (
    <Section title={t('import.references')}>
      <p className="set-fact">{t('import.set.referencesHint')}</p>
      <ul className="set-references" aria-label={t('import.references')}>
        {references.map((it, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two references may look the same
          <ReferenceRow key={index} it={it} />
        ))}
      </ul>
      {more > 0 && <p className="set-more">{t('import.more', { count: more })}</p>}
    </Section>
  )
}
