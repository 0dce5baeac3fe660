import type { Mention } from '@shared/model/mention.ts'
import { sentencesIn } from '@shared/text/segment.ts'
import type { Span } from '@shared/text/span.ts'
import { ArrowLeftRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../../api/client.ts'
import { useText } from '../../../state/i18n.ts'
import { showFailure } from '../../../state/notices.ts'
import { useSelection } from '../../../state/selection.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { TypeDot } from '../../../ui/TypeDot.tsx'
import { boundsOf, quoteOf } from '../mentionCommands.ts'
import type { ReaderPopover, ReaderSession } from '../readerSession.ts'
import { type MarkedMention, mentionOf } from '../spanIndex.ts'
import { CaretWindow } from './CaretWindow.tsx'
import { Combo, type ComboOption } from './Combo.tsx'
import { draftOf, forgetDraft, keepDraft } from './drafts.ts'
import { PassageView } from './PassageView.tsx'
import {
  type AttributeTexts,
  faultyAttribute,
  noAttributes,
  RelationAttributes,
  statedAttributes,
} from './RelationAttributes.tsx'
import {
  type Adjustment,
  adjustPassage,
  otherTypes,
  provingPassage,
  type RelationChoice,
  relationChoices,
  swapped,
} from './relationChoices.ts'
import { type RelationEnd, useMentionsAround, useRelationEnds } from './useRelationEnds.ts'
import { WindowFoot } from './WindowFoot.tsx'

type RelationPopover = Extract<ReaderPopover, { kind: 'relation' }>

/** Everything that was typed; kept when the window is left. */
interface Form {
  typeText: string
  choiceKey: string
  endText: string
  end: RelationEnd | null
  passage: Span | null
  attributes: AttributeTexts | null
}

const emptyForm: Form = {
  typeText: '',
  choiceKey: '',
  endText: '',
  end: null,
  passage: null,
  attributes: null,
}

const keyOf = (choice: RelationChoice): string => `${choice.type.id}${choice.inverse ? ' inverse' : ''}`

/** What the value mentions of a single sentence say, where each kind occurs once; only for `meant` relations. */
const readAttributes = (around: readonly Mention[], passage: Span, meant: boolean): AttributeTexts => {
  if (!meant) return noAttributes
  const values = around
    .filter((it) => it.fragments[0]!.start >= passage.start && it.fragments.at(-1)!.end <= passage.end)
    .flatMap((it) => (it.value ? [it.value] : []))
  const only = <K extends (typeof values)[number]['kind']>(kind: K) => {
    const found = values.filter((it) => it.kind === kind)
    return found.length === 1 ? (found[0] as Extract<(typeof values)[number], { kind: K }>) : null
  }
  const [money, date, share] = [only('money'), only('date'), only('percentage')]
  const length = { day: 10, month: 7, quarter: 4, year: 4 }
  return {
    ...noAttributes,
    validFrom: date ? date.from.slice(0, length[date.precision]) : '',
    amount: money ? String(money.amount) : '',
    currency: money ? money.currency : '',
    share: share ? String(share.value) : '',
  }
}

const adjustments: Readonly<Record<string, Adjustment>> = {
  'ArrowRight false': { edge: 'end', step: 1, unit: 'word' },
  'ArrowLeft false': { edge: 'end', step: -1, unit: 'word' },
  'ArrowLeft true': { edge: 'start', step: 1, unit: 'word' },
  'ArrowRight true': { edge: 'start', step: -1, unit: 'word' },
  'ArrowDown false': { edge: 'end', step: 1, unit: 'sentence' },
  'ArrowUp false': { edge: 'end', step: -1, unit: 'sentence' },
}

/** States a relation from the mention under the caret: type, other end, and the sentence that proves it. */
export function RelationWindow({ session, popover }: { session: ReaderSession; popover: RelationPopover }) {
  const mention = mentionOf(session.reader.view().index, popover.mentionId)
  return mention && mention.entityId !== 0 ? (
    <RelationForm key={mention.id} session={session} mention={mention} />
  ) : null
}

function RelationForm({ session, mention }: { session: ReaderSession; mention: MarkedMention }) {
  const t = useText()
  const { reader, schema, types } = session
  const { text, language, id: articleId } = reader.article()
  const draft = `relation ${mention.id}`
  const [form, setForm] = useState<Form>(() => draftOf(draft, emptyForm))
  const [field, setField] = useState<'type' | 'end'>(form.choiceKey === '' ? 'type' : 'end')
  const [active, setActive] = useState(0)
  const [pressedEarly, setPressedEarly] = useState<{ shiftKey: boolean } | null>(null)
  const window = useRef<HTMLDivElement>(null)
  const change = (part: Partial<Form>): void =>
    setForm((before) => {
      const next = { ...before, ...part }
      keepDraft(draft, next)
      return next
    })

  const choices = useMemo(() => relationChoices(schema, mention.typeId), [schema, mention.typeId])
  const choice = choices.find((it) => keyOf(it) === form.choiceKey) ?? null
  const allowed = useMemo(
    () => (choice ? otherTypes(schema, choice, mention.typeId) : null),
    [schema, choice, mention.typeId],
  )
  const own = boundsOf(mention)
  const ownName = quoteOf(session, mention)
  const sentence = useMemo(
    () => provingPassage(text, language, boundsOf(mention), null),
    [text, language, mention],
  )
  const { ends: found, waiting } = useRelationEnds(
    session,
    mention,
    sentence,
    form.end ? '' : form.endText,
    allowed,
  )
  const ends = form.end ? [form.end] : found
  const pointed = form.end ?? (field === 'end' ? ends[active] : undefined) ?? null
  const otherSpan = pointed?.mention?.span ?? null
  const passage = form.passage ?? provingPassage(text, language, own, otherSpan)
  const around = useMentionsAround(session, mention)
  const attributes =
    form.attributes ??
    // Undirected relations carry no price, and of two sentences it is unclear which one it belongs to.
    readAttributes(
      around,
      passage,
      choice?.type.directed === true && sentencesIn(text, passage, language).length === 1,
    )

  const { start, end } = passage
  const hoveredId = pointed?.mention?.id ?? null
  useEffect(() => reader.change({ passage: { start, end }, hoveredId }), [reader, start, end, hoveredId])
  useEffect(() => () => reader.change({ passage: null, hoveredId: null }), [reader])

  const leave = (): void => {
    session.open(null)
    reader.focus()
  }
  const enter = (name: 'type' | 'end'): void => {
    if (field === name) return
    setActive(0)
    setField(name)
  }
  const focusField = (name: 'type' | 'end'): void => {
    enter(name)
    requestAnimationFrame(() =>
      window.current?.querySelector<HTMLInputElement>(`[data-row=${name}] input`)?.focus(),
    )
  }
  // A mention picked in the text, by mouse or key, is the other end.
  const pick = useRef<(picked: Mention) => void>(() => {})
  pick.current = (picked) => {
    const mayBe = picked.entityId !== null && picked.entityId !== mention.entityId
    if (picked.entityId === null || !mayBe || (allowed && !allowed.has(picked.typeId))) return
    const span = { start: picked.fragments[0]!.start, end: picked.fragments.at(-1)!.end }
    const { entityId, entityName: name, typeId } = picked
    const end = { entityId, name, typeId, mention: { id: picked.id, span }, inSentence: false, aliases: '' }
    change({ end, endText: name, passage: null })
    focusField('end')
  }
  useEffect(
    () =>
      useSelection.subscribe(({ mentionId }, before) => {
        if (mentionId === null || mentionId === before.mentionId || mentionId === mention.id) return
        void call('mentions.get', { ids: [mentionId] }).then(([it]) => it && pick.current(it))
      }),
    [mention.id],
  )
  const chooseType = (it: RelationChoice): void => {
    change({ choiceKey: keyOf(it), typeText: it.name, attributes: null })
    focusField('end')
  }

  const state = async (other: RelationEnd): Promise<void> => {
    if (!choice || faultyAttribute(attributes)) return
    const mentionId = other.mention?.id
    const ownEnd = { entity: mention.entityId, mention: mention.id as number | undefined }
    const otherEnd = { entity: other.entityId, mention: mentionId }
    const [source, target] = choice.inverse ? [otherEnd, ownEnd] : [ownEnd, otherEnd]
    const stated = await call('relations.state', {
      typeId: choice.type.id,
      sourceId: source.entity,
      targetId: target.entity,
      attributes: statedAttributes(attributes),
      evidence: {
        articleId,
        span: passage,
        ...(source.mention ? { sourceMentionId: source.mention } : {}),
        ...(target.mention ? { targetMentionId: target.mention } : {}),
      },
    })
    forgetDraft(draft)
    leave()
    reader.change({ evidence: await call('articles.evidence', { id: articleId }) })
    useSelection.getState().selectRelation(stated.id, stated.evidenceId)
    session.announce(
      t(stated.created ? 'reader.stated' : 'reader.evidenceAdded', { type: choice.name, name: other.name }),
    )
  }
  const createEnd = async (): Promise<void> => {
    const name = form.endText.trim().slice(0, 500)
    const typeId = newTypeId
    if (name === '' || typeId === undefined) return
    const { id } = await call('entities.create', { typeId, name })
    await state({ entityId: id, name, typeId, mention: null, inSentence: false, aliases: '' })
  }
  const newTypeId = [
    ...(allowed ?? schema.entityTypes.filter((it) => it.kind === 'entity').map((it) => it.id)),
  ][0]
  const chooseEnd = (index: number, { shiftKey }: { shiftKey: boolean }): void => {
    if (!choice) {
      focusField('type')
      return
    }
    if (waiting) {
      setPressedEarly({ shiftKey })
      return
    }
    const other = form.end ?? ends[index]
    void (other && !shiftKey ? state(other) : createEnd()).catch(showFailure)
  }
  // Who types faster than the answers come gets the answer to what was typed, not silence.
  useEffect(() => {
    if (waiting || !pressedEarly) return
    setPressedEarly(null)
    chooseEnd(0, pressedEarly)
  })
  const adjust = (adjustment: Adjustment): void =>
    change({ passage: adjustPassage(text, language, passage, adjustment) })
  const other = choice && swapped(choices, choice)
  const swap = (): void => {
    if (other) change({ choiceKey: keyOf(other), typeText: other.name })
  }
  const keys = (event: KeyboardEvent): void => {
    const adjustment = event.altKey ? adjustments[`${event.key} ${event.shiftKey}`] : undefined
    if (adjustment) adjust(adjustment)
    else if (event.altKey && event.code === 'KeyS') swap()
    else if (
      event.key === 'Enter' &&
      event.target instanceof HTMLElement &&
      event.target.closest('.reader-attributes')
    ) {
      const chosen = form.end ?? ends[active]
      if (chosen) state(chosen).catch(showFailure)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const shownChoices = choices.filter((it) =>
    it.name
      .toLowerCase()
      .includes(choice && form.typeText === choice.name ? '' : form.typeText.trim().toLowerCase()),
  )
  const typeOptions: ComboOption[] = shownChoices.map((it, at) => ({
    key: keyOf(it),
    name: it.name,
    mark: <TypeDot colour={it.type.colour} />,
    facts: it.inverse ? t('reader.inverse') : '',
    digit: at < 9 ? String(at + 1) : '',
  }))
  const endOptions: ComboOption[] = ends.map((it, at) => ({
    key: String(it.entityId),
    name: it.name,
    mark: <TypeDot colour={types.get(it.typeId)?.colour ?? 'grey'} />,
    facts: it.mention ? t(it.inSentence ? 'reader.inSentence' : 'reader.inParagraph') : it.aliases,
    digit: at < 9 ? String(at + 1) : '',
  }))
  const newType = newTypeId === undefined ? undefined : types.get(newTypeId)
  if (form.endText.trim() !== '' && !form.end && newType)
    endOptions.push({
      key: 'new',
      name: t('reader.newEntity', { type: newType.name, name: form.endText.trim() }),
      mark: <TypeDot colour={newType.colour} shape="open" />,
    })

  return (
    <CaretWindow
      label={t('reader.relationTitle', { name: ownName })}
      rect={() => reader.rectOf(passage)}
      onClose={leave}
      staysOpenFor={(target) => target instanceof Element && reader.editor.dom.contains(target)}
      onKeyDown={keys}
      wide
    >
      <div ref={window} className="reader-relation">
        <div className="reader-relation-row" data-row="type">
          <span className="reader-relation-own">
            <TypeDot colour={types.get(mention.typeId)?.colour ?? 'grey'} /> {ownName}
          </span>
          <Combo
            label={t('reader.relationType')}
            text={form.typeText}
            onText={(typeText) => {
              setActive(0)
              change({ typeText, choiceKey: '' })
            }}
            placeholder={t('reader.relationType')}
            options={typeOptions}
            active={active}
            onActive={setActive}
            onChoose={(index) => shownChoices[index] && chooseType(shownChoices[index])}
            listOpen={field === 'type'}
            onFocus={() => enter('type')}
            firstFocus={form.choiceKey === ''}
            selectOnFocus
          />
          <IconButton
            icon={ArrowLeftRight}
            label={t('reader.swap')}
            shortcut="Alt+S"
            compact
            disabled={!other}
            onClick={swap}
          />
        </div>
        <div className="reader-relation-row" data-row="end">
          <Combo
            label={t('reader.otherEnd')}
            text={form.endText}
            onText={(endText) => {
              setActive(0)
              change({ endText, end: null, passage: null })
            }}
            placeholder={t('reader.otherEnd')}
            options={endOptions}
            active={Math.min(active, Math.max(0, endOptions.length - 1))}
            onActive={setActive}
            onChoose={chooseEnd}
            onKeyDown={(event) => {
              if (event.key !== 'Tab' || event.shiftKey || !ends[active]) return
              change({ end: ends[active], endText: ends[active].name })
            }}
            listOpen={field === 'end'}
            onFocus={() => enter('end')}
            firstFocus={form.choiceKey !== ''}
          />
        </div>
        <PassageView
          text={text}
          language={language}
          passage={passage}
          ends={[...mention.fragments, ...(otherSpan ? [otherSpan] : [])]}
          onAdjust={adjust}
        />
        <RelationAttributes texts={attributes} onChange={(next) => change({ attributes: next })} />
      </div>
      <WindowFoot
        keys={[
          { shortcut: 'Enter', does: t('reader.key.state') },
          { shortcut: 'Tab', does: t('reader.key.attributes') },
          { shortcut: 'Alt+Right', does: t('reader.key.passage') },
          { shortcut: 'Escape', does: t('reader.key.later') },
        ]}
      />
    </CaretWindow>
  )
}
