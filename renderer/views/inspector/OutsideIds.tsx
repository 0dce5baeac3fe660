import type { OutsideId } from '@shared/model/entity.ts'
import { Plus, X } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { change } from './doing.ts'
import { Section } from './Section.tsx'

/** Registers that entities of business news are listed in; any other can be typed. */
const schemes = ['wikidata', 'lei', 'ticker', 'isin', 'permid', 'opencorporates', 'geonames', 'grid', 'url']

/** What an entity is called in other people's registers. */
export function OutsideIds({ entityId, ids }: { entityId: number; ids: readonly OutsideId[] }) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  const [scheme, setScheme] = useState('wikidata')
  const [value, setValue] = useState('')
  const list = useId()
  const complete = scheme.trim() !== '' && value.trim() !== ''
  const close = () => {
    setAdding(false)
    setValue('')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!complete) return
    if (await change('entities.addOutsideId', { entityId, scheme: scheme.trim(), value: value.trim() }))
      close()
  }
  return (
    <Section
      title={t('inspector.outsideIds')}
      right={
        !adding && (
          <Button compact variant="quiet" icon={Plus} onClick={() => setAdding(true)}>
            {t('inspector.addOutsideId')}
          </Button>
        )
      }
    >
      {ids.map((it) => (
        <div key={it.id} className="inspector-outside">
          <span className="inspector-fact-name">{it.scheme}</span>
          <code>{it.value}</code>
          <IconButton
            compact
            icon={X}
            label={t('frame.remove', { name: `${it.scheme} ${it.value}` })}
            onClick={() => void change('entities.removeOutsideId', { id: it.id })}
          />
        </div>
      ))}
      {ids.length === 0 && !adding && <p className="inspector-none">{t('inspector.noOutsideIds')}</p>}
      {adding && (
        <form
          className="inspector-form"
          onSubmit={(event) => void submit(event)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            close()
          }}
        >
          <TextField
            className="inspector-scheme"
            label={t('inspector.scheme')}
            hideLabel
            list={list}
            value={scheme}
            onValueChange={setScheme}
          />
          <datalist id={list}>
            {schemes.map((it) => (
              <option key={it} value={it} />
            ))}
          </datalist>
          <TextField
            autoFocus
            label={t('inspector.outsideValue')}
            hideLabel
            placeholder={t('inspector.outsideValue')}
            value={value}
            onValueChange={setValue}
          />
          <Button type="submit" disabled={!complete}>
            {t('inspector.save')}
          </Button>
          <Button variant="quiet" onClick={close}>
            {t('frame.cancel')}
          </Button>
        </form>
      )}
    </Section>
  )
}
