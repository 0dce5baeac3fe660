import { certainty } from '@shared/model/provenance.ts'
import { type Relation, type RelationAttributes, relationStatus } from '@shared/model/relation.ts'
import { formatDate, formatNumber, language, useText } from '../../state/i18n.ts'
import { Select } from '../../ui/Select.tsx'
import { change } from './doing.ts'
import { Editable } from './Editable.tsx'
import { readAmount, readPartialDate, readShare } from './readInput.ts'
import { Fact, Section } from './Section.tsx'

/** What is stated about a relation as a whole; each can be typed as people write it. */
export function RelationFacts({ relation }: { relation: Relation }) {
  const t = useText()
  const update = (patch: Partial<RelationAttributes>) =>
    void change('relations.update', { id: relation.id, patch })
  const date = (field: 'validFrom' | 'validTo') => (typed: string) => {
    const read = readPartialDate(typed, language())
    if (read === null) return t('inspector.value.date')
    update(field === 'validFrom' ? { validFrom: read } : { validTo: read })
  }
  const { amount, currency, share } = relation
  return (
    <Section title={t('inspector.facts')}>
      <Fact name={t('inspector.status')}>
        <Select
          quiet
          hideLabel
          label={t('inspector.status')}
          value={relation.status || 'none'}
          onValueChange={(next) => update({ status: next === 'none' ? '' : relationStatus.parse(next) })}
          options={relationStatus.options.map((value) => ({
            value: value || 'none',
            label: t(`inspector.status.${value || 'none'}`),
          }))}
        />
      </Fact>
      <Fact name={t('inspector.certainty')}>
        <Select
          quiet
          hideLabel
          label={t('inspector.certainty')}
          value={relation.certainty}
          onValueChange={(next) => update({ certainty: next })}
          options={certainty.options.map((value) => ({ value, label: t(`inspector.certainty.${value}`) }))}
        />
      </Fact>
      <Fact name={t('inspector.validFrom')}>
        <Editable
          label={t('inspector.validFrom')}
          placeholder="–"
          value={formatDate(relation.validFrom)}
          onCommit={date('validFrom')}
        />
      </Fact>
      <Fact name={t('inspector.validTo')}>
        <Editable
          label={t('inspector.validTo')}
          placeholder="–"
          value={formatDate(relation.validTo)}
          onCommit={date('validTo')}
        />
      </Fact>
      <Fact name={t('inspector.amount')}>
        <Editable
          label={t('inspector.amount')}
          placeholder="–"
          value={
            amount === null ? '' : `${formatNumber(amount, { maximumFractionDigits: 12 })} ${currency}`.trim()
          }
          onCommit={(typed) => {
            const read = readAmount(typed, currency, language())
            if (!read) return t('inspector.value.money')
            update(read)
          }}
        />
      </Fact>
      <Fact name={t('inspector.share')}>
        <Editable
          label={t('inspector.share')}
          placeholder="–"
          value={share === null ? '' : `${formatNumber(share, { maximumFractionDigits: 12 })} %`}
          onCommit={(typed) => {
            const read = readShare(typed, language())
            if (read === undefined) return t('inspector.value.percentage')
            update({ share: read })
          }}
        />
      </Fact>
    </Section>
  )
}
