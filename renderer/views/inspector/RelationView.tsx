import type { Relation } from '@shared/model/relation.ts'
import type { Schema } from '@shared/model/schema.ts'
import { ArrowLeftRight, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { useActions } from '../../actions/useActions.ts'
import { useAnswer } from '../../api/queries.ts'
import { formatDate, useText } from '../../state/i18n.ts'
import { useSelection } from '../../state/selection.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { Claims } from './Claims.tsx'
import { change, removeRelation } from './doing.ts'
import { EvidenceList } from './EvidenceList.tsx'
import { GoneOrFailed } from './GoneOrFailed.tsx'
import { NoteField } from './NoteField.tsx'
import { ProvenanceLine } from './ProvenanceLine.tsx'
import { RelationFacts } from './RelationFacts.tsx'

/** One relation: what it says, and every passage that proves it. */
export function RelationView({ id, schema }: { id: number; schema: Schema }) {
  const t = useText()
  const note = useRef<HTMLTextAreaElement>(null)
  const answer = useAnswer('relations.get', { id })
  const relation = answer.data
  const type = schema.relationTypes.find((it) => it.id === relation?.typeId)
  const title = relation ? `${relation.source.name} ${type?.name ?? ''} ${relation.target.name}` : ''
  const swap = () => change('relations.update', { id, patch: { swap: true } })
  const remove = () => relation && removeRelation(id, title)

  useActions({
    'inspector.note': () => note.current?.focus(),
    'inspector.swap': type?.directed && swap,
    'inspector.remove': remove,
  })

  if (answer.error) return <GoneOrFailed error={answer.error} retry={() => void answer.refetch()} />
  if (!relation) return <Skeleton lines={6} />
  const articles = new Set(relation.evidence.map((it) => it.articleId)).size
  return (
    <>
      <header className="inspector-head">
        <div className="inspector-title">
          {type && <TypeDot colour={type.colour} />}
          <h2 className="inspector-says">
            <End end={relation.source} />
            <Select
              quiet
              hideLabel
              className="inspector-verb"
              label={t('inspector.relationType')}
              value={String(relation.typeId)}
              onValueChange={(next) =>
                void change('relations.update', { id, patch: { typeId: Number(next) } })
              }
              options={schema.relationTypes.map((it) => ({
                value: String(it.id),
                label: it.name,
                mark: <TypeDot colour={it.colour} />,
              }))}
            />
            <End end={relation.target} />
          </h2>
          {type?.directed && (
            <IconButton
              compact
              icon={ArrowLeftRight}
              label={t('action.inspector.swap')}
              shortcut="S"
              onClick={() => void swap()}
            />
          )}
          <IconButton
            compact
            icon={Trash2}
            label={t('inspector.removeRelation')}
            shortcut="Shift+Delete"
            onClick={() => void remove()}
          />
        </div>
        <div className="inspector-sub">
          {[
            relation.status && t(`inspector.status.${relation.status}`),
            formatDate(relation.validFrom),
            t(`inspector.certainty.${relation.certainty}`),
            t('inspector.evidenceCount', { count: relation.evidence.length }),
            t('inspector.articleCount', { count: articles }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </header>
      <Claims relation={relation} />
      <EvidenceList relation={relation} colour={type?.colour ?? 'grey'} />
      <RelationFacts relation={relation} />
      <NoteField
        ref={note}
        value={relation.note}
        onSave={(text) => change('relations.update', { id, patch: { note: text } })}
      />
      <ProvenanceLine provenance={relation.provenance} />
    </>
  )
}

function End({ end }: { end: Relation['source'] }) {
  return (
    <button
      type="button"
      className="inspector-end"
      onClick={() => useSelection.getState().selectEntity(end.id)}
    >
      {end.name}
    </button>
  )
}
