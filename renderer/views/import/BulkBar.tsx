import type { ArticleMetadata } from '@shared/model/article.ts'
import { useState } from 'react'
import { useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { languageChoices } from './languages.ts'

const asItIs = '*'

interface Props {
  count: number
  onSet(patch: Partial<ArticleMetadata> & { included?: boolean }): void
}

/** Sets language or publisher of several drafts at once, or leaves them out. */
export function BulkBar({ count, onSet }: Props) {
  const t = useText()
  const [publisher, setPublisher] = useState('')
  return (
    <fieldset className="import-bulk" aria-label={t('import.setFor')}>
      <b>{t('import.selected', { count })}</b>
      <Select
        label={t('import.field.language')}
        hideLabel
        value={asItIs}
        onValueChange={(language) => language !== asItIs && onSet({ language })}
        options={[
          { value: asItIs, label: `${t('import.field.language')}: ${t('import.keep')}` },
          ...languageChoices(''),
        ]}
        className="import-bulk-language"
      />
      <form
        className="import-bulk-publisher"
        onSubmit={(event) => {
          event.preventDefault()
          if (publisher.trim() !== '') onSet({ publisher: publisher.trim() })
        }}
      >
        <TextField
          label={t('import.field.publisher')}
          hideLabel
          placeholder={t('import.field.publisher')}
          value={publisher}
          onValueChange={setPublisher}
        />
        <Button type="submit" disabled={publisher.trim() === ''}>
          {t('import.set')}
        </Button>
      </form>
      <Button onClick={() => onSet({ included: true })}>{t('import.include')}</Button>
      <Button onClick={() => onSet({ included: false })}>{t('import.leaveOut')}</Button>
    </fieldset>
  )
}
