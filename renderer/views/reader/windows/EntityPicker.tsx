import type { EntityCandidate } from '@shared/model/entity.ts'
import { foldKey } from '@shared/text/fold.ts'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { call } from '../../../api/client.ts'
import { useAnswer } from '../../../api/queries.ts'
import { useText } from '../../../state/i18n.ts'
import { showFailure } from '../../../state/notices.ts'
import { useSelection } from '../../../state/selection.ts'
import { TypeDot } from '../../../ui/TypeDot.tsx'
import { boundsOf, quoteOf, tagOccurrences } from '../mentionCommands.ts'
import type { ReaderPopover, ReaderSession } from '../readerSession.ts'
import { mentionOf } from '../spanIndex.ts'
import { paint } from '../useArticle.ts'
import { CaretWindow } from './CaretWindow.tsx'
import { Combo, type ComboOption } from './Combo.tsx'
import { draftOf, forgetDraft, keepDraft } from './drafts.ts'
import { WindowFoot } from './WindowFoot.tsx'

type EntityPopover = Extract<ReaderPopover, { kind: 'entity' }>

/** Whether the entity goes by a name already, small differences of writing aside. */
const isKnownAs = (entity: EntityCandidate, quote: string): boolean =>
  [entity.name, ...entity.aliases].some((it) => foldKey(it) === foldKey(quote))

/** Says which canonical entity a mention is: matches of the whole project first, a new one as the last row. */
export function EntityPicker({ session, popover }: { session: ReaderSession; popover: EntityPopover }) {
  const t = useText()
  const { reader, types } = session
  const mention = mentionOf(reader.view().index, popover.mentionId)
  const quote = mention ? quoteOf(session, mention).replace(/\s+/g, ' ') : ''
  const draft = `entity ${popover.mentionId}`
  const [typed, setTyped] = useState(() => draftOf(draft, quote))
  const [pointed, setPointed] = useState<number | null>(null)
  const [addAlias, setAddAlias] = useState(true)
  const type = mention ? types.get(mention.typeId) : undefined
  const asked = typed.trim()
  const question = { text: asked, limit: 12, ...(type ? { typeId: type.id } : {}) }
  const { data: found = [], isPlaceholderData } = useAnswer('entities.candidates', question, {
    keepPrevious: true,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question starts at its best answer
  useEffect(() => setPointed(null), [asked])
  if (!mention || !type) return null

  /** The untouched quote is taken for another entity only when it is its very name; a typed beginning finds. */
  const bestOf = (answers: readonly EntityCandidate[]): number =>
    answers[0] && (answers[0].how === 'exact' || asked !== quote) ? 0 : answers.length
  const active = Math.min(pointed ?? bestOf(found), found.length)

  const language = reader.article().language
  const leave = (): void => {
    session.open(null)
    reader.focus()
  }
  const done = async (entityId: number): Promise<void> => {
    forgetDraft(draft)
    leave()
    const [linked] = await call('mentions.get', { ids: [mention.id] })
    if (linked) paint(reader, [linked])
    useSelection.getState().selectMention(mention.id, entityId)
    if (linked) session.announce(t('reader.linkedTo', { quote, name: linked.entityName }))
    if (popover.relateNext) session.open({ kind: 'relation', mentionId: mention.id, at: boundsOf(mention) })
  }
  const link = async (entity: EntityCandidate): Promise<void> => {
    await call('mentions.update', {
      ids: [mention.id],
      patch:
        entity.typeId === type.id ? { entityId: entity.id } : { typeId: entity.typeId, entityId: entity.id },
    })
    if (addAlias && !isKnownAs(entity, quote))
      await call('entities.addAlias', { entityId: entity.id, text: quote.slice(0, 500), language })
    await done(entity.id)
  }
  const create = async (): Promise<void> => {
    if (asked === '') return
    const name = asked.slice(0, 500)
    const { entityId } = await call('mentions.linkToNewEntity', { ids: [mention.id], typeId: type.id, name })
    if (addAlias && foldKey(name) !== foldKey(quote))
      await call('entities.addAlias', { entityId, text: quote.slice(0, 500), language })
    await done(entityId)
  }
  const choose = (index: number, { shiftKey }: { shiftKey: boolean }): void => {
    const act = async (): Promise<void> => {
      // Who types faster than the answers come is not given the answer to an earlier question.
      const answers = isPlaceholderData ? await call('entities.candidates', question) : found
      const entity = isPlaceholderData ? answers[bestOf(answers)] : answers[index]
      await (entity && !shiftKey ? link(entity) : create())
    }
    act().catch(showFailure)
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.altKey && event.code === 'KeyA') setAddAlias((it) => !it)
    else if (event.altKey && event.code === 'KeyO') {
      leave()
      void tagOccurrences(session, mention).catch(showFailure)
    } else return
    event.preventDefault()
  }

  const options: ComboOption[] = found.map((entity) => {
    const others = entity.aliases.filter((it) => it !== entity.name)
    return {
      key: String(entity.id),
      name: entity.name,
      mark: <TypeDot colour={types.get(entity.typeId)?.colour ?? 'grey'} />,
      facts: [
        entity.typeId === type.id ? '' : types.get(entity.typeId)?.name,
        others.slice(0, 2).join(' · '),
        t('reader.mentions', { count: entity.mentions }),
      ]
        .filter(Boolean)
        .join(' · '),
    }
  })
  options.push({
    key: 'new',
    name: asked === '' ? t('reader.typeAName') : t('reader.newEntity', { type: type.name, name: asked }),
    mark: <TypeDot colour={type.colour} shape="open" />,
    disabled: asked === '',
  })
  const chosen = found[active]
  const offersAlias = chosen ? !isKnownAs(chosen, quote) : asked !== '' && foldKey(asked) !== foldKey(quote)

  return (
    <CaretWindow
      label={t('reader.linkTitle', { quote })}
      rect={() => reader.rectOf(boundsOf(mention))}
      onClose={leave}
      onKeyDown={keys}
    >
      <Combo
        label={t('reader.linkTitle', { quote })}
        text={typed}
        onText={(value) => {
          setTyped(value)
          keepDraft(draft, value)
        }}
        placeholder={t('reader.typeAName')}
        options={options}
        active={active}
        onActive={setPointed}
        onChoose={choose}
        firstFocus
        selectOnFocus
      />
      {offersAlias && (
        <label className="reader-window-choice">
          <input type="checkbox" checked={addAlias} onChange={(event) => setAddAlias(event.target.checked)} />
          {t('reader.alsoAlias', { quote })}
          <kbd>Alt A</kbd>
        </label>
      )}
      <WindowFoot
        keys={[
          { shortcut: 'Enter', does: t('reader.key.link') },
          { shortcut: 'Shift+Enter', does: t('reader.key.new') },
          { shortcut: 'Alt+O', does: t('reader.key.all') },
          { shortcut: 'Escape', does: t('reader.key.later') },
        ]}
      />
    </CaretWindow>
  )
}
