import type { Draft } from '@shared/contract/imports.ts'
import type { ArticleMetadata } from '@shared/model/article.ts'
import { partialDate } from '@shared/model/provenance.ts'
import { useEffect, useState } from 'react'
import { useText } from '../../state/i18n.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { languageChoices } from './languages.ts'
import { placeText } from './words.ts'

type Field = Exclude<keyof ArticleMetadata, 'language'>

interface Props {
  draft: Draft
  onChange(patch: Partial<ArticleMetadata>): void
}

/** One guess: corrected on leaving the field or with Enter; Escape brings back what was there. */
function GuessField({ field, draft, onChange }: Props & { field: Field }) {
  const t = useText()
  const stored = draft[field]
  const [value, setValue] = useState(stored)
  // Another draft, or the same one changed from elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft's id makes equal values of two drafts two
  useEffect(() => setValue(stored), [stored, draft.id])

  const wrong = field === 'publishedOn' && !partialDate.safeParse(value.trim()).success
  const keep = () => {
    const next = value.trim()
    if (!wrong && next !== stored) onChange({ [field]: next })
  }
  const from = draft.guesses[field]
  const hint =
    stored === ''
      ? t('import.noGuess')
      : from
        ? t('import.from', { place: placeText(from) })
        : t('import.byHand')
  return (
    <TextField
      label={t(`import.field.${field}`)}
      className={`import-field import-field-${field}`}
      value={value}
      onValueChange={setValue}
      onBlur={keep}
      hint={hint}
      error={wrong ? t('import.dateForm') : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) keep()
        else if (event.key === 'Escape' && value !== stored) {
          event.stopPropagation()
          setValue(stored)
        }
      }}
    />
  )
}

/** What is known about a draft, each with the place it was found in. */
export function DraftFields({ draft, onChange }: Props) {
  const t = useText()
  const from = draft.guesses.language
  return (
    <div className="import-fields">
      <GuessField field="title" draft={draft} onChange={onChange} />
      <div className="import-field import-field-language">
        <Select
          label={t('import.field.language')}
          value={draft.language}
          onValueChange={(language) => onChange({ language })}
          options={languageChoices(draft.language)}
        />
        <div className="ui-hint">
          {draft.language === ''
            ? t('import.noGuess')
            : from
              ? t('import.from', { place: placeText(from) })
              : t('import.byHand')}
        </div>
      </div>
      <GuessField field="publishedOn" draft={draft} onChange={onChange} />
      <GuessField field="publisher" draft={draft} onChange={onChange} />
      <GuessField field="sourceUrl" draft={draft} onChange={onChange} />
    </div>
  )
}
