import type { ImportSet } from '@shared/model/importSet.ts'
import type { Schema } from '@shared/model/schema.ts'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '../../../state/i18n.ts'
import { Button } from '../../../ui/Button.tsx'
import { LabelRow } from './LabelRow.tsx'
import { type LabelOf, newTypesIn, proposeType, withAll, withoutNew, withTarget } from './mapping.ts'
import { Section } from './Section.tsx'
import { changeMapping } from './useSets.ts'

/** Labels of a kind drawn before one asks for more; they come by number of uses. */
const step = 40

interface Props {
  set: ImportSet
  schema: Schema | undefined
}

/** Keys on a row's choice that do without opening it: arrows to the next row, digits for types, + and Delete. */
const useRowKeys =
  ({ set, schema }: Props) =>
  (event: KeyboardEvent<HTMLElement>) => {
    const trigger = (event.target as HTMLElement).closest<HTMLElement>('.map-row > .ui-field [role=combobox]')
    const row = trigger?.closest<HTMLElement>('[data-label]')
    if (!trigger || !row || trigger.getAttribute('aria-expanded') === 'true') return
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const of = row.closest<HTMLElement>('[data-of]')!.dataset.of as LabelOf
    const label = row.dataset.label!
    const found = set.survey.labels.find((it) => it.of === of && it.label === label)
    const types = (of === 'entity' ? schema?.entityTypes : schema?.relationTypes) ?? []
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.map-row > .ui-field [role=combobox]')]
    const move = (by: number) => all[all.indexOf(trigger) + by]?.focus()
    const type = /^[1-9]$/.test(event.key) ? types[Number(event.key) - 1] : undefined
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (type) changeMapping(set.id, (it) => withTarget(it, of, label, { to: 'type', key: type.key }))
    else if (event.key === '+' && found)
      changeMapping(set.id, (it) => withTarget(it, of, label, proposeType(it, found, schema)))
    else if (event.key === 'Delete' || event.key === 'Backspace')
      changeMapping(set.id, (it) => withTarget(it, of, label, { to: 'none' }))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

function Labels({ set, schema, of }: Props & { of: LabelOf }) {
  const t = useText()
  const [limit, setLimit] = useState(step)
  const labels = set.survey.labels.filter((it) => it.of === of)
  if (labels.length === 0) return null
  const hidden = labels.length - limit
  const types = (of === 'entity' ? schema?.entityTypes : schema?.relationTypes) ?? []
  return (
    <>
      <ul className="map-rows" data-of={of} aria-label={t(`import.map.${of}`)}>
        {labels.slice(0, limit).map((found) => (
          <LabelRow
            key={found.label}
            found={found}
            target={
              set.mapping.labels.find((it) => it.of === of && it.label === found.label)?.target ?? {
                to: 'none',
              }
            }
            types={types}
            onTarget={(target) => changeMapping(set.id, (it) => withTarget(it, of, found.label, target))}
            proposed={() => proposeType(set.mapping, found, schema)}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <Button compact variant="quiet" onClick={() => setLimit(limit + 10 * step)}>
          {t('import.map.more', { count: Math.min(hidden, 10 * step) })}
        </Button>
      )}
    </>
  )
}

/** What becomes of every label: a type of the project, a new one, or nothing. */
export function LabelMap({ set, schema }: Props) {
  const t = useText()
  const press = useRowKeys({ set, schema })
  const fresh = newTypesIn([set.mapping])
  const out = set.mapping.labels.some((it) => it.target.to === 'none')
  const has = (of: LabelOf) => set.survey.labels.some((it) => it.of === of)
  return (
    <Section
      title={t('import.map')}
      aside={
        <span className="map-aside">
          {fresh > 0 && <span className="map-fresh">{t('import.map.fresh', { count: fresh })}</span>}
          {fresh > 0 && (
            <Button compact variant="quiet" onClick={() => changeMapping(set.id, withoutNew)}>
              {t('import.map.noNew')}
            </Button>
          )}
          {out && (
            <Button
              compact
              variant="quiet"
              onClick={() => changeMapping(set.id, (it) => withAll(it, set.survey.labels, schema))}
            >
              {t('import.map.allNew')}
            </Button>
          )}
        </span>
      }
    >
      {set.survey.labels.length === 0 && <p className="set-fact">{t('import.map.noLabels')}</p>}
      <div onKeyDownCapture={press}>
        <Labels set={set} schema={schema} of="entity" />
        {has('entity') && has('relation') && <h4 className="map-heading">{t('import.map.relation')}</h4>}
        <Labels set={set} schema={schema} of="relation" />
      </div>
      {set.survey.labels.length > 0 && <p className="ui-hint">{t('import.map.keys')}</p>}
    </Section>
  )
}
