import type { LabelTarget } from '@shared/model/importSet.ts'
import { paletteColour, type Schema, typeKey } from '@shared/model/schema.ts'
import { useEffect, useState } from 'react'
import { formatNumber, useText } from '../../../state/i18n.ts'
import { classes } from '../../../ui/classes.ts'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TypeDot } from '../../../ui/TypeDot.tsx'
import { choiceOf, type FoundLabel, type NewType } from './mapping.ts'

export interface LabelRowProps {
  found: FoundLabel
  target: LabelTarget
  types: Schema['entityTypes'] | Schema['relationTypes']
  onTarget(target: LabelTarget): void
  /** The new type that stands ready for the label. */
  proposed(): NewType
}

/** A field that is taken when it is left, and only if it can be. */
function Kept({
  label,
  value,
  wrong,
  onKeep,
}: {
  label: string
  value: string
  wrong(value: string): string | undefined
  onKeep(value: string): void
}) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const error = wrong(text.trim())
  const keep = () => {
    if (error === undefined && text.trim() !== value) onKeep(text.trim())
  }
  return (
    <TextField
      label={label}
      hideLabel
      title={label}
      value={text}
      error={error}
      onValueChange={setText}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) keep()
        else if (event.key === 'Escape' && text !== value) {
          event.stopPropagation()
          setText(value)
        }
      }}
    />
  )
}

function NewTypeFields({
  label,
  type,
  taken,
  onChange,
}: {
  label: string
  type: NewType
  taken: readonly string[]
  onChange(type: NewType): void
}) {
  const t = useText()
  return (
    <div className="map-new">
      <Kept
        label={t('import.map.newName', { label })}
        value={type.name}
        wrong={(it) => (it === '' ? t('import.map.nameNeeded') : undefined)}
        onKeep={(name) => onChange({ ...type, name: name.slice(0, 100) })}
      />
      <Kept
        label={t('import.map.newKey', { label })}
        value={type.key}
        wrong={(it) =>
          !typeKey.safeParse(it).success
            ? t('import.map.keyForm')
            : taken.includes(it)
              ? t('import.map.keyTaken')
              : undefined
        }
        onKeep={(key) => onChange({ ...type, key })}
      />
      <Select
        label={t('import.map.newColour', { label })}
        hideLabel
        value={type.colour}
        onValueChange={(colour) => onChange({ ...type, colour })}
        options={paletteColour.options.map((it) => ({
          value: it,
          label: t(`schema.colour.${it}`),
          mark: <TypeDot colour={it} />,
        }))}
      />
    </div>
  )
}

/** A label of the files, what carries it, and what it becomes. */
export function LabelRow({ found, target, types, onTarget, proposed }: LabelRowProps) {
  const t = useText()
  const { label, name, count, examples } = found
  const type = target.to === 'type' ? types.find((it) => it.key === target.key) : undefined
  const fresh = target.to === 'new' ? target : proposed()
  const colour = target.to === 'new' ? target.colour : (type?.colour ?? 'grey')
  const choose = (choice: string) => {
    if (choice.startsWith('type:')) onTarget({ to: 'type', key: choice.slice('type:'.length) })
    else onTarget(choice === 'new' ? fresh : { to: 'none' })
  }
  return (
    <li className={classes('map-row', target.to === 'none' && 'map-row-out')} data-label={label}>
      <div className="map-label">
        <b title={label}>{label}</b>
        {name !== '' && name !== label && <span>{name}</span>}
        <span className="map-count">{formatNumber(count)}</span>
      </div>
      <Select
        label={t('import.map.of', { label })}
        hideLabel
        value={choiceOf(target)}
        onValueChange={choose}
        options={[
          ...types.map((it) => ({
            value: `type:${it.key}`,
            label: it.name,
            mark: <TypeDot colour={it.colour} />,
          })),
          // A type that was there when the files were looked through and is gone now.
          ...(target.to === 'type' && !type ? [{ value: choiceOf(target), label: target.key }] : []),
          {
            value: 'new',
            label: t('import.map.newNamed', { name: fresh.name }),
            mark: <TypeDot colour={target.to === 'new' ? colour : fresh.colour} shape="open" />,
          },
          { value: 'none', label: t('import.map.none') },
        ]}
      />
      {examples.length > 0 && <p className="map-examples">{examples.join(' · ')}</p>}
      {target.to === 'new' && (
        <NewTypeFields label={label} type={target} taken={types.map((it) => it.key)} onChange={onTarget} />
      )}
    </li>
  )
}
