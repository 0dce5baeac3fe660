import type { EntityType } from '@shared/model/schema.ts'
import { useState } from 'react'
import { useText } from '../../../state/i18n.ts'
import { showFailure } from '../../../state/notices.ts'
import { TypeDot } from '../../../ui/TypeDot.tsx'
import { changeType, tag } from '../mentionCommands.ts'
import type { ReaderPopover, ReaderSession } from '../readerSession.ts'
import { mentionOf } from '../spanIndex.ts'
import { CaretWindow } from './CaretWindow.tsx'
import { Combo } from './Combo.tsx'

const fits = (type: EntityType, text: string): boolean =>
  [type.name, type.key, type.label].some((it) => it.toLowerCase().includes(text.trim().toLowerCase()))

/** The types by name, to tag the selection with or to give a mention another one. Their keys choose at once. */
export function TypePicker({
  session,
  popover,
}: {
  session: ReaderSession
  popover: Extract<ReaderPopover, { kind: 'type' }>
}) {
  const t = useText()
  const { reader } = session
  const { mentionId, at } = popover
  const [typed, setTyped] = useState('')
  const current = mentionId === null ? undefined : mentionOf(reader.view().index, mentionId)?.typeId
  const options = session.schema.entityTypes.filter((it) => fits(it, typed))
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      options.findIndex((it) => it.id === current),
    ),
  )
  const leave = (): void => {
    session.open(null)
    reader.focus()
  }
  const choose = (index: number): void => {
    const type = options[index]
    if (!type) return
    leave()
    const work = mentionId === null ? tag(session, type, at) : changeType(session, mentionId, type)
    work.catch(showFailure)
  }
  const title = mentionId === null ? t('reader.tagTitle') : t('reader.typeTitle')
  return (
    <CaretWindow label={title} rect={() => reader.rectOf(at)} onClose={leave}>
      <Combo
        label={title}
        text={typed}
        onText={(text) => {
          setTyped(text)
          setActive(0)
        }}
        placeholder={title}
        options={options.map((it) => ({
          key: String(it.id),
          name: it.name,
          mark: <TypeDot colour={it.colour} />,
          digit: it.shortcut,
          ...(it.id === current ? { facts: t('reader.asNow') } : {}),
        }))}
        active={active}
        onActive={setActive}
        onChoose={choose}
        firstFocus
      />
    </CaretWindow>
  )
}
