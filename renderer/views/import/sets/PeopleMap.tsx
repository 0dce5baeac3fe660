import type { ImportSet } from '@shared/model/importSet.ts'
import { useEffect, useState } from 'react'
import { useAnswer } from '../../../api/queries.ts'
import { formatNumber, useText } from '../../../state/i18n.ts'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { withPerson } from './mapping.ts'
import { Section } from './Section.tsx'
import { changeMapping } from './useSets.ts'

const me = 'me'
const named = 'named'
const none = 'none'
const known = 'known:'

interface RowProps {
  name: string
  count: number
  person: string | null
  persons: readonly string[]
  onPerson(person: string | null): void
}

function PersonRow({ name, count, person, persons, onPerson }: RowProps) {
  const t = useText()
  const [text, setText] = useState(person ?? '')
  useEffect(() => setText(person ?? ''), [person])
  const shown = name === '' ? t('import.people.unnamed') : name
  const choice =
    person === null ? none : person === '' ? me : persons.includes(person) ? `${known}${person}` : named
  const choose = (value: string) => {
    if (value === me) onPerson('')
    else if (value === none) onPerson(null)
    else onPerson(value === named ? name || shown : value.slice(known.length))
  }
  const keep = () => text.trim() !== '' && text.trim() !== person && onPerson(text.trim().slice(0, 200))
  return (
    <li className={person === null ? 'map-row map-row-out' : 'map-row'}>
      <div className="map-label">
        <b title={shown}>{shown}</b>
        <span className="map-count">{formatNumber(count)}</span>
      </div>
      <Select
        label={t('import.map.of', { label: shown })}
        hideLabel
        value={choice}
        onValueChange={choose}
        options={[
          { value: me, label: t('import.people.me') },
          ...persons.map((it) => ({ value: `${known}${it}`, label: it })),
          { value: named, label: t('import.people.isNew') },
          { value: none, label: t('import.map.none') },
        ]}
      />
      {choice === named && (
        <div className="map-new map-new-person">
          <TextField
            label={t('import.people.inProject', { label: shown })}
            hideLabel
            title={t('import.people.inProject', { label: shown })}
            value={text}
            onValueChange={setText}
            onBlur={keep}
            onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && keep()}
          />
        </div>
      )}
    </li>
  )
}

/** Who made the annotations, in the words of the files and of the project. */
export function PeopleMap({ set }: { set: ImportSet }) {
  const t = useText()
  const people = useAnswer('overview.get', {}).data?.persons ?? []
  const { annotators } = set.survey
  if (annotators.length === 0) return null
  return (
    <Section title={t('import.people')}>
      <ul className="map-rows" aria-label={t('import.people')}>
        {annotators.map(({ name, count }) => (
          <PersonRow
            key={name}
            name={name}
            count={count}
            person={set.mapping.annotators.find((it) => it.name === name)?.person ?? null}
            persons={people.map((it) => it.name)}
            onPerson={(person) => changeMapping(set.id, (it) => withPerson(it, name, person))}
          />
        ))}
      </ul>
    </Section>
  )
}
