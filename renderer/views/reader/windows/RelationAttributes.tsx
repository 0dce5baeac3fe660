import { type RelationStatus, relationStatus } from '@shared/model/relation.ts'
import { useText } from '../../../state/i18n.ts'

/** The attributes of a relation as typed; empty texts are not stated. */
export interface AttributeTexts {
  readonly status: RelationStatus
  readonly validFrom: string
  readonly amount: string
  readonly currency: string
  readonly share: string
}

export const noAttributes: AttributeTexts = { status: '', validFrom: '', amount: '', currency: '', share: '' }

/** A number as typed with either decimal sign; null when it is none. */
const numberOf = (text: string): number | null => {
  const plain = text
    .trim()
    .replace(/[\s\u00a0']/g, '')
    .replace(',', '.')
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : null
}

/** What is wrong with the attributes as typed; the name of the field, or null. */
export const faultyAttribute = (texts: AttributeTexts): keyof AttributeTexts | null => {
  if (!/^(\d{4}(-\d{2}(-\d{2})?)?)?$/.test(texts.validFrom.trim())) return 'validFrom'
  if (texts.amount.trim() !== '' && numberOf(texts.amount) === null) return 'amount'
  if (texts.currency.trim() !== '' && !/^[A-Za-z]{3}$/.test(texts.currency.trim())) return 'currency'
  if (texts.share.trim() !== '' && numberOf(texts.share) === null) return 'share'
  return null
}

/** The attributes that say something, for the core. */
export const statedAttributes = (texts: AttributeTexts) => {
  const amount = numberOf(texts.amount)
  const share = numberOf(texts.share)
  return {
    ...(texts.status === '' ? {} : { status: texts.status }),
    ...(texts.validFrom.trim() === '' ? {} : { validFrom: texts.validFrom.trim() }),
    ...(amount === null ? {} : { amount, currency: texts.currency.trim().toUpperCase() }),
    ...(share === null ? {} : { share }),
  }
}

export function RelationAttributes({
  texts,
  onChange,
}: {
  texts: AttributeTexts
  onChange(texts: AttributeTexts): void
}) {
  const t = useText()
  const faulty = faultyAttribute(texts)
  const field = (name: 'validFrom' | 'amount' | 'currency' | 'share', example: string) => (
    <label className={`reader-attribute reader-attribute-${name}`}>
      <span>{t(`reader.attribute.${name}`)}</span>
      <input
        value={texts[name]}
        placeholder={example}
        aria-invalid={faulty === name}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ ...texts, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <div className="reader-attributes">
      <label className="reader-attribute">
        <span>{t('reader.attribute.status')}</span>
        <select
          value={texts.status}
          onChange={(event) => onChange({ ...texts, status: event.target.value as RelationStatus })}
        >
          {relationStatus.options.map((it) => (
            <option key={it} value={it}>
              {t(`reader.status.${it || 'none'}`)}
            </option>
          ))}
        </select>
      </label>
      {field('validFrom', '2018-06-18')}
      {field('amount', '550000000')}
      {field('currency', 'USD')}
      {field('share', '0.93')}
    </div>
  )
}
