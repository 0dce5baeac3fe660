import type { Alias } from '@shared/model/entity.ts'
import { Plus, X } from 'lucide-react'
import { type FormEvent, type Ref, useState } from 'react'
import { collator, languageName, useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { change } from './doing.ts'
import { Section } from './Section.tsx'

const languages = ['', 'en', 'de', 'zh', 'zh-Hant', 'fr', 'es', 'it', 'nl', 'pl', 'ja', 'ko', 'ru']

/** The other names of an entity, by language. */
export function Aliases({
  entityId,
  aliases,
  addRef,
}: {
  entityId: number
  aliases: readonly Alias[]
  addRef: Ref<HTMLButtonElement>
}) {
  const t = useText()
  const [editing, setEditing] = useState<Alias | 'new' | null>(null)
  const compare = collator().compare
  const groups = [...Map.groupBy(aliases, (it) => it.language)].sort(([a], [b]) => compare(a, b))
  return (
    <Section
      title={t('inspector.aliases')}
      right={
        editing === null && (
          <Button ref={addRef} compact variant="quiet" icon={Plus} onClick={() => setEditing('new')}>
            {t('inspector.addAlias')}
          </Button>
        )
      }
    >
      {groups.map(([language, names]) => (
        <div key={language} className="inspector-aliases">
          <span className="inspector-language" title={languageLabel(language, t('inspector.anyLanguage'))}>
            {language || '–'}
          </span>
          <ul>
            {names
              .toSorted((a, b) => compare(a.text, b.text))
              .map((it) => (
                <li key={it.id} className="inspector-alias">
                  <button
                    type="button"
                    lang={it.language || undefined}
                    aria-label={t('inspector.editAlias', { name: it.text })}
                    onClick={() => setEditing(it)}
                  >
                    {it.text}
                  </button>
                  <button
                    type="button"
                    className="inspector-alias-remove"
                    aria-label={t('frame.remove', { name: it.text })}
                    onClick={() => void change('entities.removeAlias', { id: it.id })}
                  >
                    <X size={12} aria-hidden />
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {aliases.length === 0 && editing === null && (
        <p className="inspector-none">{t('inspector.noAliases')}</p>
      )}
      {editing !== null && (
        <AliasForm
          key={editing === 'new' ? 'new' : editing.id}
          alias={editing === 'new' ? null : editing}
          done={() => setEditing(null)}
          save={(text, language) =>
            editing === 'new'
              ? change('entities.addAlias', { entityId, text, language })
              : change('entities.updateAlias', { id: editing.id, text, language })
          }
        />
      )}
    </Section>
  )
}

const languageLabel = (language: string, any: string): string =>
  language === '' ? any : languageName(language)

function AliasForm(props: {
  alias: Alias | null
  save(text: string, language: string): Promise<boolean>
  done(): void
}) {
  const t = useText()
  const [text, setText] = useState(props.alias?.text ?? '')
  const [language, setLanguage] = useState(props.alias?.language ?? '')
  const choices = languages.includes(language) ? languages : [...languages, language]
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    if (await props.save(text.trim(), language)) props.done()
  }
  return (
    <form
      className="inspector-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        props.done()
      }}
    >
      <TextField
        autoFocus
        label={t('inspector.alias')}
        hideLabel
        placeholder={t('inspector.alias')}
        value={text}
        onValueChange={setText}
      />
      <Select
        label={t('inspector.language')}
        hideLabel
        value={language}
        onValueChange={setLanguage}
        options={choices.map((value) => ({ value, label: languageLabel(value, t('inspector.anyLanguage')) }))}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {t('inspector.save')}
      </Button>
      <Button variant="quiet" onClick={props.done}>
        {t('frame.cancel')}
      </Button>
    </form>
  )
}
