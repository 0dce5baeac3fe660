import { certainty } from '@shared/model/provenance.ts'
import type { EntityType, Schema } from '@shared/model/schema.ts'
import { formatValue } from '@shared/values/format.ts'
import { parseValueInput } from '@shared/values/read.ts'
import { LocateFixed, Trash2, Unlink } from 'lucide-react'
import { useRef } from 'react'
import { useActions } from '../../actions/useActions.ts'
import { useAnswer } from '../../api/queries.ts'
import { formatNumber, language, useText } from '../../state/i18n.ts'
import { useSelection } from '../../state/selection.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { change, removeMention } from './doing.ts'
import { Editable } from './Editable.tsx'
import { GoneOrFailed } from './GoneOrFailed.tsx'
import { LinkPicker } from './LinkPicker.tsx'
import { NoteField } from './NoteField.tsx'
import { ProvenanceLine } from './ProvenanceLine.tsx'
import { Fact, Section } from './Section.tsx'

/** One mention: its words, what it is taken for, how sure that is. `nested`: within the view of its entity. */
export function MentionView({
  id,
  schema,
  nested = false,
}: {
  id: number
  schema: Schema
  nested?: boolean
}) {
  const t = useText()
  const note = useRef<HTMLTextAreaElement>(null)
  const answer = useAnswer('mentions.get', { ids: [id] })
  const mention = answer.data?.[0]
  const article = useAnswer(
    'articles.get',
    { id: mention?.articleId ?? 0 },
    { enabled: mention !== undefined },
  )
  const quote = mention?.fragments.map((it) => it.quote).join(' … ') ?? ''
  const remove = () => mention && removeMention(id, quote)

  useActions(nested ? {} : { 'inspector.note': () => note.current?.focus(), 'inspector.remove': remove })

  if (answer.error || answer.data?.length === 0)
    return <GoneOrFailed error={answer.error ?? null} retry={() => void answer.refetch()} />
  if (!mention) return <Skeleton lines={4} />
  const type = schema.entityTypes.find((it) => it.id === mention.typeId)
  const update = (patch: Parameters<typeof change<'mentions.update'>>[1]['patch']) =>
    change('mentions.update', { ids: [id], patch })
  const first = mention.fragments[0]!
  const last = mention.fragments.at(-1)!
  return (
    <>
      <header className="inspector-head">
        <div className="inspector-title">
          {type && <TypeDot colour={type.colour} />}
          <q className="inspector-quote" lang={article.data?.language || undefined}>
            {quote}
          </q>
          <IconButton
            compact
            icon={LocateFixed}
            label={t('inspector.showInText')}
            onClick={() => useSelection.getState().standOn(mention.articleId, first.start, last.end)}
          />
          <IconButton
            compact
            icon={Trash2}
            label={t('inspector.removeMention')}
            shortcut={nested ? undefined : 'Shift+Delete'}
            onClick={() => void remove()}
          />
        </div>
        <div className="inspector-sub">
          <Select
            quiet
            hideLabel
            label={t('inspector.type')}
            value={String(mention.typeId)}
            onValueChange={(typeId) => void update({ typeId: Number(typeId) })}
            options={schema.entityTypes.map((it) => ({
              value: String(it.id),
              label: it.name,
              mark: <TypeDot colour={it.colour} />,
            }))}
          />
          <Select
            quiet
            hideLabel
            label={t('inspector.certainty')}
            value={mention.certainty}
            onValueChange={(next) => void update({ certainty: next })}
            options={certainty.options.map((value) => ({ value, label: t(`inspector.certainty.${value}`) }))}
          />
        </div>
      </header>

      {type?.kind === 'entity' && (
        <Section title={t('inspector.entity')}>
          {mention.entityId === null ? (
            <LinkPicker
              key={id}
              mention={mention}
              type={type}
              types={schema.entityTypes}
              done={() => void answer.refetch()}
            />
          ) : (
            <div className="inspector-linked">
              <button
                type="button"
                className="inspector-relation"
                onClick={() => useSelection.getState().selectEntity(mention.entityId!)}
              >
                <span className="inspector-relation-name">{mention.entityName}</span>
              </button>
              <IconButton
                compact
                icon={Unlink}
                label={t('inspector.unlink')}
                onClick={() => void update({ entityId: null })}
              />
            </div>
          )}
        </Section>
      )}
      {type?.kind === 'value' && type.valueKind && (
        <ValueField
          type={type}
          shown={mention.value ? formatValue(mention.value, language()) : ''}
          save={(text) => {
            if (text === '') return void update({ value: null })
            const read =
              parseValueInput(type.valueKind!, text, { language: language() }) ??
              parseValueInput(type.valueKind!, text, {
                ...(article.data?.language ? { language: article.data.language } : {}),
                ...(article.data?.publishedOn ? { publishedOn: article.data.publishedOn } : {}),
              })
            if (!read) return t(`inspector.value.${type.valueKind!}`)
            void update({ value: read })
          }}
        />
      )}
      <Section title={t('inspector.place')}>
        {mention.fragments.map((it, index) => (
          <Fact
            key={it.start}
            name={
              mention.fragments.length > 1
                ? t('inspector.fragment', { number: index + 1 })
                : t('inspector.characters')
            }
          >
            <button
              type="button"
              className="inspector-plain"
              onClick={() => useSelection.getState().standOn(mention.articleId, it.start, it.end)}
            >
              {formatNumber(it.start)}–{formatNumber(it.end)}
              {mention.fragments.length > 1 && ` “${it.quote}”`}
            </button>
          </Fact>
        ))}
        {article.data && (
          <Fact name={t('inspector.article')}>
            <button
              type="button"
              className="inspector-plain"
              onClick={() => useSelection.getState().inspectArticle(mention.articleId)}
            >
              {article.data.title}
            </button>
          </Fact>
        )}
      </Section>
      <NoteField ref={note} value={mention.note} onSave={(text) => update({ note: text })} />
      <ProvenanceLine provenance={mention.provenance} />
    </>
  )
}

function ValueField({ type, shown, save }: { type: EntityType; shown: string; save(text: string): unknown }) {
  const t = useText()
  return (
    <Section title={t('inspector.value')}>
      <Editable
        className="inspector-value"
        label={t('inspector.value')}
        value={shown}
        placeholder={t(`inspector.value.${type.valueKind!}`)}
        onCommit={save}
      />
    </Section>
  )
}
