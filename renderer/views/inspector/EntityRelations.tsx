import type { Entity } from '@shared/model/entity.ts'
import type { Schema } from '@shared/model/schema.ts'
import { formatNumber, useText } from '../../state/i18n.ts'
import { useSelection } from '../../state/selection.ts'
import { classes } from '../../ui/classes.ts'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { groupRelations } from './groupRelations.ts'
import { Section } from './Section.tsx'

/** The relations of an entity by what they say; a press shows one. */
export function EntityRelations({ entity, schema }: { entity: Entity; schema: Schema }) {
  const t = useText()
  const groups = groupRelations(entity.relations, schema)
  return (
    <Section title={t('inspector.relations')} right={formatNumber(entity.relations.length)}>
      {groups.length === 0 && <p className="inspector-none">{t('inspector.noRelations')}</p>}
      {groups.map((group) => (
        <div key={group.key} className="inspector-group">
          <span className="inspector-group-name">
            <TypeDot colour={group.colour} /> {group.phrase}
          </span>
          <ul>
            {group.relations.map((it) => (
              <li key={it.id}>
                <button
                  type="button"
                  className="inspector-relation"
                  onClick={() => useSelection.getState().selectRelation(it.id)}
                >
                  <span className="inspector-relation-name">{it.otherName}</span>
                  {it.status !== '' && (
                    <span className="inspector-quiet">{t(`inspector.status.${it.status}`)}</span>
                  )}
                  <span
                    className={classes('inspector-count', it.evidence === 0 && 'inspector-count-none')}
                    title={t('inspector.evidenceCount', { count: it.evidence })}
                  >
                    <span aria-hidden>{formatNumber(it.evidence)}</span>
                    <span className="ui-hidden">{t('inspector.evidenceCount', { count: it.evidence })}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
