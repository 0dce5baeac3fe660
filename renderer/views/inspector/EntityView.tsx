import type { Schema } from '@shared/model/schema.ts'
import { Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { useActions } from '../../actions/useActions.ts'
import { useAnswer } from '../../api/queries.ts'
import { useText } from '../../state/i18n.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { Aliases } from './Aliases.tsx'
import { Concordance } from './Concordance.tsx'
import { change, removeEntity } from './doing.ts'
import { Editable } from './Editable.tsx'
import { EntityRelations } from './EntityRelations.tsx'
import { GoneOrFailed } from './GoneOrFailed.tsx'
import { NoteField } from './NoteField.tsx'
import { OutsideIds } from './OutsideIds.tsx'
import { ProvenanceLine } from './ProvenanceLine.tsx'

/** A canonical entity: what it is called, where it is mentioned, what it is related to. */
export function EntityView({ id, schema }: { id: number; schema: Schema }) {
  const t = useText()
  const name = useRef<HTMLTextAreaElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  const addAlias = useRef<HTMLButtonElement>(null)
  const answer = useAnswer('entities.get', { id })
  const entity = answer.data
  const remove = () => entity && removeEntity(id, entity.name, entity.mentions)

  useActions({
    'inspector.rename': () => {
      name.current?.focus()
      name.current?.select()
    },
    'inspector.addAlias': () => addAlias.current?.click(),
    'inspector.note': () => note.current?.focus(),
    'inspector.remove': remove,
  })

  if (answer.error) return <GoneOrFailed error={answer.error} retry={() => void answer.refetch()} />
  if (!entity) return <Skeleton lines={6} />
  const type = schema.entityTypes.find((it) => it.id === entity.typeId)
  return (
    <>
      <header className="inspector-head">
        <div className="inspector-title">
          {type && <TypeDot colour={type.colour} />}
          <Editable
            ref={name}
            className="inspector-name"
            label={t('inspector.name')}
            value={entity.name}
            onCommit={(next) => {
              if (next === '') return t('inspector.nameMissing')
              void change('entities.update', { id, patch: { name: next } })
            }}
          />
          <IconButton
            compact
            icon={Trash2}
            label={t('inspector.removeEntity')}
            shortcut="Shift+Delete"
            onClick={() => void remove()}
          />
        </div>
        <div className="inspector-sub">
          <Select
            quiet
            hideLabel
            label={t('inspector.type')}
            value={String(entity.typeId)}
            onValueChange={(typeId) =>
              void change('entities.update', { id, patch: { typeId: Number(typeId) } })
            }
            options={schema.entityTypes
              .filter((it) => it.kind === 'entity')
              .map((it) => ({
                value: String(it.id),
                label: it.name,
                mark: <TypeDot colour={it.colour} />,
              }))}
          />
          <span>
            {t('inspector.mentionCount', { count: entity.mentions })} ·{' '}
            {t('inspector.articleCount', { count: entity.articles })}
          </span>
        </div>
      </header>
      <Aliases entityId={id} aliases={entity.aliases} addRef={addAlias} />
      <EntityRelations entity={entity} schema={schema} />
      <Concordance entityId={id} />
      <NoteField
        ref={note}
        value={entity.note}
        onSave={(text) => change('entities.update', { id, patch: { note: text } })}
      />
      <OutsideIds entityId={id} ids={entity.outsideIds} />
      <ProvenanceLine provenance={entity.provenance} />
    </>
  )
}
