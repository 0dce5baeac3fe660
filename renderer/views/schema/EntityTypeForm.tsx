import { actions } from '@shared/actions/index.ts'
import { type EntityType, linePattern, type Schema, typeKey } from '@shared/model/schema.ts'
import { contextPanels } from '../../actions/contexts.ts'
import { textOf, useText } from '../../state/i18n.ts'
import { KeptField } from './KeptField.tsx'
import { freeKey, keyFrom } from './keys.ts'
import { ColourChoice, LineChoice } from './Looks.tsx'

export type EntityTypePatch = Partial<Omit<EntityType, 'id' | 'uid' | 'kind' | 'valueKind'>>

interface Props {
  type: EntityType
  schema: Schema
  onChange(patch: EntityTypePatch): void
}

/** Who has a key in the reader already: another type, or an action of the reader. */
const holderOf = (key: string, type: EntityType, schema: Schema): string | undefined => {
  const lower = key.toLowerCase()
  const other = schema.entityTypes.find((it) => it.id !== type.id && it.shortcut.toLowerCase() === lower)
  if (other) return other.name
  const action = actions.find(
    (it) => it.shortcut?.toLowerCase() === lower && contextPanels[it.when]?.includes('reader'),
  )
  return action && textOf(action.titleKey)
}

export function EntityTypeForm({ type, schema, onChange }: Props) {
  const t = useText()
  const others = schema.entityTypes.filter((it) => it.id !== type.id)
  // A key that still says what the name says follows it.
  const follows = keyFrom(type.name) === type.key || /^(new_type|neuer_typ|新类型)(_\d+)?$/.test(type.key)
  return (
    <div className="schema-form">
      <KeptField
        label={t('schema.name')}
        data-schema-name=""
        stored={type.name}
        maxLength={100}
        check={(value) => (value === '' ? t('schema.nameEmpty') : undefined)}
        onKeep={(name) => {
          const key = keyFrom(name)
          const keys = others.map((it) => it.key)
          onChange(follows && key ? { name, key: freeKey(key, keys) } : { name })
        }}
      />
      <KeptField
        label={t('schema.key')}
        hint={t('schema.keyHint')}
        stored={type.key}
        check={(value) => {
          if (!typeKey.safeParse(value).success) return t('schema.keyWrong')
          const holder = others.find((it) => it.key === value)
          return holder && t('schema.keyTaken', { name: holder.name })
        }}
        onKeep={(key) => onChange({ key })}
      />
      <KeptField
        label={t('schema.label')}
        stored={type.label}
        maxLength={20}
        onKeep={(label) => onChange({ label })}
      />
      <KeptField
        label={t('schema.shortcut')}
        hint={t('schema.shortcutHint')}
        stored={type.shortcut}
        maxLength={1}
        check={(value) => {
          const holder = value === '' ? undefined : holderOf(value, type, schema)
          return holder && t('schema.shortcutTaken', { name: holder })
        }}
        onKeep={(shortcut) => onChange({ shortcut })}
      />
      <ColourChoice value={type.colour} onChange={(colour) => onChange({ colour })} />
      <LineChoice
        label={t('schema.pattern')}
        value={type.pattern}
        lines={linePattern.options}
        onChange={(pattern) => onChange({ pattern })}
      />
    </div>
  )
}

/** A mention as the reader draws it. */
export function MentionPreview({ type }: { type: EntityType }) {
  const t = useText()
  return (
    <p className={`schema-sentence ui-c-${type.colour}`}>
      {t('schema.previewBefore')}
      <span className={`schema-mention schema-line-${type.pattern}`}>
        {type.label && <small>{type.label}</small>}
        {t('schema.previewMention')}
      </span>
      {t('schema.previewAfter')}
    </p>
  )
}
