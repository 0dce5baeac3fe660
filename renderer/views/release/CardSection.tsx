import type { RecipeData } from '@shared/model/recipe.ts'
import { useId } from 'react'
import { useText } from '../../state/i18n.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { licences } from './recipes.ts'

type Card = RecipeData['card']

interface Props {
  card: Card
  onChange(patch: Partial<RecipeData>, how: 'typed'): void
}

/** What the dataset says about itself to those who get it. */
export function CardSection({ card, onChange }: Props) {
  const t = useText()
  const id = useId()
  const field = (name: keyof Card) => ({
    label: t(`release.card.${name}`),
    value: card[name],
    onValueChange: (value: string) => onChange({ card: { ...card, [name]: value } }, 'typed'),
  })
  return (
    <section aria-label={t('release.card')}>
      <h3>
        {t('release.card')}
        <small>{t('release.cardHint')}</small>
      </h3>
      <div className="release-card">
        <TextField {...field('title')} maxLength={200} />
        <TextField {...field('version')} maxLength={40} />
        <TextField {...field('authors')} maxLength={1000} />
        <TextField {...field('licence')} maxLength={200} list={`${id}-licences`} placeholder="CC-BY-4.0" />
        <datalist id={`${id}-licences`}>
          {licences.map((it) => (
            <option key={it} value={it} />
          ))}
        </datalist>
        <TextArea {...field('description')} maxLength={20_000} rows={3} className="release-whole" />
        <TextArea {...field('guidelines')} maxLength={50_000} rows={4} className="release-whole" />
        <TextArea {...field('limits')} maxLength={20_000} rows={3} className="release-whole" />
      </div>
    </section>
  )
}
