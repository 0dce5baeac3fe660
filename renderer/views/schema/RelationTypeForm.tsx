import { type RelationType, type Schema, typeKey } from '@shared/model/schema.ts'
import { useText } from '../../state/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { KeptField } from './KeptField.tsx'
import { freeKey, keyFrom } from './keys.ts'
import { ColourChoice, LineChoice } from './Looks.tsx'

export type RelationTypePatch = Partial<Omit<RelationType, 'id' | 'uid'>>

interface Props {
  type: RelationType
  schema: Schema
  onChange(patch: RelationTypePatch): void
}

const dashes = ['solid', 'dashed', 'dotted'] as const

export function RelationTypeForm({ type, schema, onChange }: Props) {
  const t = useText()
  const others = schema.relationTypes.filter((it) => it.id !== type.id)
  const follows = keyFrom(type.name) === type.key || /_\d+$/.test(type.key)
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
          onChange({
            name,
            ...(follows && key
              ? {
                  key: freeKey(
                    key,
                    others.map((it) => it.key),
                  ),
                }
              : {}),
            // Without a direction both ends read alike.
            ...(type.directed ? {} : { inverseName: name }),
          })
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
        label={t('schema.inverseName')}
        stored={type.directed ? type.inverseName : type.name}
        maxLength={100}
        disabled={!type.directed}
        onKeep={(inverseName) => onChange({ inverseName })}
      />
      <Checkbox
        className="schema-directed"
        label={t('schema.directed')}
        checked={type.directed}
        onCheckedChange={(directed) =>
          onChange(directed ? { directed } : { directed, inverseName: type.name })
        }
      />
      <ColourChoice value={type.colour} onChange={(colour) => onChange({ colour })} />
      <LineChoice
        label={t('schema.line')}
        value={type.dash}
        lines={dashes}
        onChange={(dash) => onChange({ dash })}
      />
    </div>
  )
}

const dashArrays = { solid: undefined, dashed: '6 4', dotted: '1.5 4' } as const

/** An edge as the network draws it. */
export function EdgePreview({ type }: { type: RelationType }) {
  const t = useText()
  const reading = type.directed ? `A ${type.name} B` : `A ${type.name} B, B ${type.name} A`
  return (
    <figure className={`schema-edge ui-c-${type.colour}`}>
      <svg width="320" height="64" viewBox="0 0 320 64" role="img" aria-label={reading}>
        <line
          x1="34"
          y1="36"
          x2={type.directed ? 274 : 286}
          y2="36"
          stroke="var(--type)"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeDasharray={dashArrays[type.dash]}
        />
        {type.directed && <path d="M286 36l-13-5.5v11z" fill="var(--type)" />}
        <circle cx="20" cy="36" r="13" className="schema-node" />
        <circle cx="300" cy="36" r="13" className="schema-node" />
        <text x="20" y="40" textAnchor="middle">
          A
        </text>
        <text x="300" y="40" textAnchor="middle">
          B
        </text>
        <text x="160" y="25" textAnchor="middle" className="schema-edge-name">
          {type.name}
        </text>
      </svg>
      {type.directed && type.inverseName && (
        <figcaption>
          {t('schema.inverseName')}: B {type.inverseName} A
        </figcaption>
      )}
    </figure>
  )
}
