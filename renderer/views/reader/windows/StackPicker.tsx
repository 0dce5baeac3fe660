import { useState } from 'react'
import { useAnswer } from '../../../api/queries.ts'
import { useText } from '../../../state/i18n.ts'
import { TypeDot } from '../../../ui/TypeDot.tsx'
import { quoteOf, select } from '../mentionCommands.ts'
import type { ReaderPopover, ReaderSession } from '../readerSession.ts'
import { mentionOf } from '../spanIndex.ts'
import { CaretWindow } from './CaretWindow.tsx'
import { Combo } from './Combo.tsx'

/** The mentions that lie on top of each other at the caret, innermost first. */
export function StackPicker({
  session,
  popover,
}: {
  session: ReaderSession
  popover: Extract<ReaderPopover, { kind: 'stack' }>
}) {
  const t = useText()
  const { reader, types } = session
  const { index, mentionId } = reader.view()
  const [typed, setTyped] = useState('')
  const { data: details = [] } = useAnswer('mentions.get', { ids: [...popover.mentionIds] })
  const names = new Map(details.map((it) => [it.id, it.entityName]))
  const stack = popover.mentionIds
    .map((id) => mentionOf(index, id))
    .filter((it) => it !== null)
    .map((mention) => ({ mention, quote: quoteOf(session, mention) }))
    .filter(({ quote }) => quote.toLowerCase().includes(typed.trim().toLowerCase()))
  const [active, setActive] = useState(() => Math.max(0, popover.mentionIds.indexOf(mentionId ?? 0)))
  const leave = (): void => {
    reader.change({ hoveredId: null })
    session.open(null)
    reader.focus()
  }
  const point = (at: number): void => {
    setActive(at)
    reader.change({ hoveredId: stack[at]?.mention.id ?? null })
  }
  return (
    <CaretWindow label={t('reader.stackTitle')} rect={() => reader.rectOf(popover.at)} onClose={leave}>
      <Combo
        label={t('reader.stackTitle')}
        text={typed}
        onText={(text) => {
          setTyped(text)
          setActive(0)
        }}
        placeholder={t('reader.stackTitle')}
        options={stack.map(({ mention, quote }, at) => {
          const type = types.get(mention.typeId)
          return {
            key: String(mention.id),
            name: quote,
            mark: <TypeDot colour={type?.colour ?? 'grey'} />,
            facts: [type?.name, names.get(mention.id)].filter(Boolean).join(' · '),
            digit: at < 9 ? String(at + 1) : '',
          }
        })}
        active={Math.min(active, stack.length - 1)}
        onActive={point}
        onChoose={(at) => {
          const chosen = stack[at]
          leave()
          if (chosen) select(session, chosen.mention.id)
        }}
        firstFocus
      />
    </CaretWindow>
  )
}
