import type { ImportSet, Mismatch, SourceUnit } from '@shared/model/importSet.ts'
import { useState } from 'react'
import { useText } from '../../../state/i18n.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Section } from './Section.tsx'
import { changeMapping } from './useSets.ts'

const units: readonly SourceUnit[] = ['utf16', 'codepoint', 'byte', 'grapheme']
const found = 'found'

/** Mismatches drawn before one asks for all that are listed. */
const first = 8

function MismatchRow({ it, repair }: { it: Mismatch; repair: boolean }) {
  const t = useText()
  const { proposal } = it
  return (
    <tr>
      <td className="set-place">{it.place}</td>
      <td>{it.label}</td>
      <td>
        <q>{it.said}</q>
      </td>
      <td>{it.found === '' ? <i>{t('import.set.outside')}</i> : <q>{it.found}</q>}</td>
      <td>
        {proposal === null ? (
          <i>{t('import.set.staysOut')}</i>
        ) : (
          <span className={repair ? undefined : 'set-not-chosen'}>
            …{proposal.before}
            <mark>{proposal.quote}</mark>
            {proposal.after}…
          </span>
        )}
      </td>
    </tr>
  )
}

function Mismatches({ set }: { set: ImportSet }) {
  const t = useText()
  const [all, setAll] = useState(false)
  const { mismatches, mismatchCount } = set.survey
  const { repair } = set.mapping
  const movable = mismatches.filter((it) => it.proposal !== null).length
  const shown = all ? mismatches : mismatches.slice(0, first)
  const hidden = mismatchCount - shown.length
  return (
    <div className="set-mismatches">
      <p className="set-warn">{t('import.set.mismatches', { count: mismatchCount })}</p>
      <Checkbox
        label={t('import.set.repair')}
        checked={repair}
        disabled={movable === 0}
        onCheckedChange={(on) => changeMapping(set.id, (it) => ({ ...it, repair: on }))}
      />
      <p className="ui-hint">
        {movable > 0 ? t('import.set.repairHint', { count: movable }) : t('import.set.noRepairHint')}
      </p>
      <div className="set-table">
        <table>
          <thead>
            <tr>
              <th>{t('import.set.place')}</th>
              <th>{t('import.map.entity')}</th>
              <th>{t('import.set.said')}</th>
              <th>{t('import.set.found')}</th>
              <th>{t('import.set.proposal')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((it, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two mismatches may look the same
              <MismatchRow key={index} it={it} repair={repair} />
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 &&
        (all || mismatches.length <= first ? (
          <p className="set-more">{t('import.more', { count: hidden })}</p>
        ) : (
          <Button compact variant="quiet" onClick={() => setAll(true)}>
            {t('import.map.more', { count: mismatches.length - shown.length })}
          </Button>
        ))}
    </div>
  )
}

/** How the positions in the files are counted, how that was found, and what does not fit. */
export function Positions({ set }: { set: ImportSet }) {
  const t = useText()
  const { offsets, mismatchCount } = set.survey
  if (!offsets) return null
  const unitName = (it: SourceUnit) => t(`import.unit.${it}`)
  const { unit, declared, checked, fits, decisive, crlfAsOne } = offsets
  return (
    <Section title={t('import.set.offsets')}>
      <p className="set-fact">
        {checked > 0
          ? t(decisive > 0 ? 'import.set.offsetsFit' : 'import.set.offsetsSame', {
              unit: unitName(unit),
              fits,
              checked,
              decisive,
            })
          : t('import.set.offsetsUnchecked', { unit: unitName(unit) })}
        {crlfAsOne && ` ${t('import.set.crlf')}`}
      </p>
      {declared !== unit && (
        <p className="set-fact set-warn">{t('import.set.offsetsUnlike', { unit: unitName(declared) })}</p>
      )}
      <div className="set-unit">
        <Select
          label={t('import.set.unit')}
          value={set.mapping.unit ?? found}
          onValueChange={(value) =>
            changeMapping(set.id, (it) => ({ ...it, unit: value === found ? null : value }))
          }
          options={[
            { value: found, label: t('import.set.unitFound', { unit: unitName(unit) }) },
            ...units.map((it) => ({ value: it, label: unitName(it) })),
          ]}
        />
        {set.mapping.unit !== null && set.mapping.unit !== unit && (
          <p className="ui-hint">{t('import.set.unitOwn')}</p>
        )}
      </div>
      {mismatchCount > 0 && <Mismatches set={set} />}
    </Section>
  )
}
