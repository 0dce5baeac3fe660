import type { EntityType, RelationType, Schema } from '@shared/model/schema.ts'
import type { ReactNode } from 'react'
import { useText } from '../../state/i18n.ts'
import { classes } from '../../ui/classes.ts'
import type { ShownGraph } from './drawn.ts'
import { toggleEntityType, toggleRelationType, useNetwork } from './networkState.ts'

/** How the types are drawn; a press hides or shows one. */
export function Legend({ schema, shown }: { schema: Schema; shown: ShownGraph }) {
  const t = useText()
  const hiddenEntities = useNetwork((it) => it.hiddenEntityTypes)
  const hiddenRelations = useNetwork((it) => it.hiddenRelationTypes)
  const inUse = new Set(shown.edges.map((it) => it.typeId))
  const relationTypes = schema.relationTypes.filter(
    (it) => inUse.has(it.id) || hiddenRelations.includes(it.id),
  )
  return (
    <div className="network-legend" role="toolbar" aria-label={t('network.legend')}>
      <div className="network-legend-row">
        {schema.entityTypes
          .filter((it) => it.kind === 'entity')
          .map((type) => (
            <Switch
              key={type.id}
              name={type.name}
              on={!hiddenEntities.includes(type.id)}
              toggle={() => toggleEntityType(type.id)}
            >
              <Ring type={type} />
            </Switch>
          ))}
      </div>
      {relationTypes.length > 0 && (
        <div className="network-legend-row">
          {relationTypes.map((type) => (
            <Switch
              key={type.id}
              name={type.name}
              on={!hiddenRelations.includes(type.id)}
              toggle={() => toggleRelationType(type.id)}
            >
              <Line type={type} />
            </Switch>
          ))}
        </div>
      )}
    </div>
  )
}

function Switch(props: { name: string; on: boolean; toggle(): void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={props.on}
      className={classes('network-key', !props.on && 'network-key-off')}
      onClick={props.toggle}
    >
      {props.children}
      {props.name}
    </button>
  )
}

const Ring = ({ type }: { type: EntityType }) => (
  <i className={`network-ring network-ring-${type.pattern} ui-c-${type.colour}`} aria-hidden />
)

export function Line({ type }: { type: RelationType }) {
  const dash = { solid: 'none', dashed: '5 3', dotted: '2 2.5' }[type.dash]
  return (
    <svg className={`network-line ui-c-${type.colour}`} width="20" height="8" aria-hidden="true">
      <line x1="0" y1="4" x2={type.directed ? 15 : 20} y2="4" strokeDasharray={dash} />
      {type.directed && <path d="M14 1 L20 4 L14 7 Z" />}
    </svg>
  )
}
