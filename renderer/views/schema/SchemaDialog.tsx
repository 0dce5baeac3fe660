import './schema.css'
import { type EntityType, paletteColour, type RelationType, type Schema } from '@shared/model/schema.ts'
import { ArrowDown, ArrowUp, Plus, Shapes, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { CallError, call } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'
import { failureText } from '../../state/failureText.ts'
import { undo } from '../../state/history.ts'
import { useText } from '../../state/i18n.ts'
import { showFailure, useNotices } from '../../state/notices.ts'
import type { OverlayComponentProps } from '../../state/overlays.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { EntityTypeForm, MentionPreview } from './EntityTypeForm.tsx'
import { freeKey, keyFrom } from './keys.ts'
import { EdgePreview, RelationTypeForm } from './RelationTypeForm.tsx'
import { RuleMatrix } from './RuleMatrix.tsx'

type Part = 'entity' | 'relation'
type ValueKind = NonNullable<EntityType['valueKind']>

const valueKinds: readonly ValueKind[] = ['money', 'date', 'percentage', 'quantity']

/** The colour that is used least, so that a new type stands apart. */
const freeColour = (types: readonly { colour: EntityType['colour'] }[]): EntityType['colour'] =>
  paletteColour.options.toSorted(
    (a, b) => types.filter((it) => it.colour === a).length - types.filter((it) => it.colour === b).length,
  )[0]!

interface ListProps {
  types: readonly (EntityType | RelationType)[]
  label: string
  chosen: number | undefined
  onChoose(id: number): void
  onMove(index: number, by: -1 | 1): void
}

function TypeList({ types, label, chosen, onChoose, onMove }: ListProps) {
  const t = useText()
  return (
    <ul className="schema-list" aria-label={label}>
      {types.map((type, index) => (
        <li key={type.id} className={classes('schema-item', type.id === chosen && 'schema-item-on')}>
          <button
            type="button"
            className="schema-item-face"
            aria-current={type.id === chosen}
            onClick={() => onChoose(type.id)}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
              if (by === 0) return
              event.preventDefault()
              if (event.altKey) return onMove(index, by)
              const next = types[index + by]
              if (!next) return
              onChoose(next.id)
              const items = event.currentTarget
                .closest('ul')
                ?.querySelectorAll<HTMLElement>('.schema-item-face')
              items?.[index + by]?.focus()
            }}
          >
            <TypeDot colour={type.colour} />
            <span className="schema-item-name">{type.name}</span>
            {'shortcut' in type && type.shortcut && <Kbd shortcut={type.shortcut} />}
          </button>
          {type.id === chosen && (
            <>
              <IconButton
                compact
                icon={ArrowUp}
                label={t('schema.moveUp')}
                shortcut="Alt+Up"
                disabled={index === 0}
                onClick={() => onMove(index, -1)}
              />
              <IconButton
                compact
                icon={ArrowDown}
                label={t('schema.moveDown')}
                shortcut="Alt+Down"
                disabled={index === types.length - 1}
                onClick={() => onMove(index, 1)}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The types of mentions and relations, edited where they are; every change is a step of the history. */
export function SchemaDialog({ close, part: givenPart, typeId }: OverlayComponentProps<'schema'>) {
  const t = useText()
  const answer = useAnswer('schema.get', {})
  const [part, setPart] = useState<Part>(givenPart ?? 'entity')
  const [chosen, setChosen] = useState<Partial<Record<Part, number>>>(
    typeId ? { [givenPart ?? 'entity']: typeId } : {},
  )
  const [refusal, setRefusal] = useState<{ id: number; text: string } | null>(null)
  const detail = useRef<HTMLDivElement>(null)
  // A type that was just added gets its name first.
  const nameNext = useRef(false)
  const schema: Schema = answer.data ?? { entityTypes: [], relationTypes: [], rules: [] }
  const types = part === 'entity' ? schema.entityTypes : schema.relationTypes
  const type = types.find((it) => it.id === chosen[part]) ?? types[0]

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the form of another type stands
  useEffect(() => {
    if (!nameNext.current) return
    const field = detail.current?.querySelector<HTMLInputElement>('[data-schema-name]')
    if (!field) return
    nameNext.current = false
    field.focus()
    field.select()
  }, [type?.id])

  const choose = (id: number) => setChosen({ ...chosen, [part]: id })
  const added = ({ id }: { id: number }) => {
    nameNext.current = true
    choose(id)
  }
  const addEntityType = (valueKind: ValueKind | null) => {
    const name = t('schema.newType')
    call('schema.addEntityType', {
      name,
      key: freeKey(
        keyFrom(name),
        schema.entityTypes.map((it) => it.key),
      ),
      kind: valueKind ? 'value' : 'entity',
      valueKind,
      colour: valueKind ? 'grey' : freeColour(schema.entityTypes),
      pattern: valueKind ? 'thin' : 'solid',
      label: '',
      shortcut: '',
    })
      .then(added)
      .catch(showFailure)
  }
  const addRelationType = () => {
    const name = t('schema.newRelation')
    call('schema.addRelationType', {
      name,
      key: freeKey(
        keyFrom(name),
        schema.relationTypes.map((it) => it.key),
      ),
      inverseName: t('schema.newRelationInverse'),
      directed: true,
      colour: freeColour(schema.relationTypes),
      dash: 'solid',
    })
      .then(added)
      .catch(showFailure)
  }
  const addItems: MenuItem[] = [
    { label: t('schema.kind.entity'), run: () => addEntityType(null) },
    { kind: 'separator' },
    ...valueKinds.map((it) => ({ label: t(`schema.kind.${it}`), run: () => addEntityType(it) })),
  ]

  const move = async (index: number, by: -1 | 1) => {
    const [moved, neighbour] = [types[index], types[index + by]]
    if (!moved || !neighbour) return
    const method = part === 'entity' ? 'schema.updateEntityType' : 'schema.updateRelationType'
    await call(method, { id: moved.id, patch: { position: neighbour.position } })
    await call(method, { id: neighbour.id, patch: { position: moved.position } })
  }
  const remove = async (it: EntityType | RelationType) => {
    try {
      await call(part === 'entity' ? 'schema.removeEntityType' : 'schema.removeRelationType', { id: it.id })
      setRefusal(null)
      useNotices.getState().show({
        tone: 'success',
        text: t('schema.removed', { name: it.name }),
        action: { label: t('schema.undo'), run: () => void undo().catch(showFailure) },
      })
    } catch (thrown) {
      if (thrown instanceof CallError) setRefusal({ id: it.id, text: failureText(thrown.failure, t) })
      else showFailure(thrown)
    }
  }

  const form = () => {
    if (!type) return <EmptyState icon={Shapes} title={t('schema.none')} text={t('schema.noneHint')} />
    if ('kind' in type)
      return (
        <>
          <EntityTypeForm
            type={type}
            schema={schema}
            onChange={(patch) => call('schema.updateEntityType', { id: type.id, patch }).catch(showFailure)}
          />
          <p className="schema-quiet">
            {t('schema.kind')} {t(`schema.kind.${type.valueKind ?? 'entity'}`)}. {t('schema.kindStays')}
          </p>
          <section className="schema-preview" aria-label={t('schema.preview')}>
            <h3>{t('schema.preview')}</h3>
            <MentionPreview type={type} />
          </section>
        </>
      )
    return (
      <>
        <RelationTypeForm
          type={type}
          schema={schema}
          onChange={(patch) => call('schema.updateRelationType', { id: type.id, patch }).catch(showFailure)}
        />
        <section className="schema-preview" aria-label={t('schema.preview')}>
          <h3>{t('schema.preview')}</h3>
          <EdgePreview type={type} />
        </section>
        <RuleMatrix
          type={type}
          schema={schema}
          onChange={(rules) => call('schema.setRules', { relationTypeId: type.id, rules }).catch(showFailure)}
        />
      </>
    )
  }

  return (
    <Dialog
      title={t('schema.title')}
      onClose={close}
      size="l"
      className="schema"
      footer={
        <>
          <span className="schema-saved">{t('schema.saved')}</span>
          <Button onClick={close}>{t('frame.close')}</Button>
        </>
      }
    >
      <div className="schema-parts" role="tablist" aria-label={t('schema.title')}>
        {(['entity', 'relation'] as const).map((it) => (
          <button
            key={it}
            type="button"
            role="tab"
            aria-selected={part === it}
            tabIndex={part === it ? 0 : -1}
            onClick={() => setPart(it)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
              setPart(it === 'entity' ? 'relation' : 'entity')
              const other =
                event.currentTarget.nextElementSibling ?? event.currentTarget.previousElementSibling
              if (other instanceof HTMLElement) other.focus()
            }}
          >
            {t(it === 'entity' ? 'schema.types' : 'schema.relations')}
          </button>
        ))}
      </div>
      {answer.isPending ? (
        <Skeleton lines={8} />
      ) : answer.isError ? (
        <FailedState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <div className="schema-body">
          <div className="schema-side">
            <TypeList
              types={types}
              label={t(part === 'entity' ? 'schema.types' : 'schema.relations')}
              chosen={type?.id}
              onChoose={choose}
              onMove={(index, by) => void move(index, by).catch(showFailure)}
            />
            {part === 'entity' ? (
              <Menu
                trigger={
                  <Button icon={Plus} variant="quiet">
                    {t('schema.addType')}
                  </Button>
                }
                items={addItems}
              />
            ) : (
              <Button icon={Plus} variant="quiet" onClick={addRelationType}>
                {t('schema.addType')}
              </Button>
            )}
          </div>
          <div ref={detail} className="schema-detail" key={type?.id}>
            {form()}
            {type && (
              <div className="schema-remove">
                <Button variant="danger" icon={Trash2} onClick={() => void remove(type)}>
                  {t('schema.remove')}
                </Button>
                {refusal?.id === type.id && (
                  <p
                    className="schema-refusal"
                    role="alert"
                    ref={(it) => it?.scrollIntoView({ block: 'nearest' })}
                  >
                    {refusal.text}
                  </p>
                )}
              </div>
            )}
          </div>
        </div>
      )}
    </Dialog>
  )
}
