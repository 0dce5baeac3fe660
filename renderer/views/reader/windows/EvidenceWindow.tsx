import { useState } from 'react'
import { useAnswer } from '../../../api/queries.ts'
import { useText } from '../../../state/i18n.ts'
import { useSelection } from '../../../state/selection.ts'
import { TypeDot } from '../../../ui/TypeDot.tsx'
import type { ReaderPopover, ReaderSession } from '../readerSession.ts'
import { CaretWindow } from './CaretWindow.tsx'
import { Combo, type ComboOption } from './Combo.tsx'

/** Name of a relation, asked for one by one: a paragraph proves few. */
function RelationName({ id }: { id: number }) {
  const t = useText()
  const { data } = useAnswer('relations.get', { id })
  if (!data) return '…'
  return t('reader.relationBetween', { source: data.source.name, target: data.target.name })
}

/** The relations a paragraph proves; choosing one selects it everywhere and stands on its passage. */
export function EvidenceWindow({
  session,
  popover,
}: {
  session: ReaderSession
  popover: Extract<ReaderPopover, { kind: 'evidence' }>
}) {
  const t = useText()
  const { reader, schema } = session
  const [active, setActive] = useState(0)
  const marks = [...new Map(popover.marks.map((it) => [it.relationId, it])).values()]
  const leave = (): void => {
    session.open(null)
    reader.focus()
  }
  const options: ComboOption[] = marks.map((it, at) => {
    const type = schema.relationTypes.find((other) => other.id === it.relationTypeId)
    return {
      key: String(it.id),
      name: <RelationName id={it.relationId} />,
      mark: <TypeDot colour={type?.colour ?? 'grey'} />,
      facts: type?.name,
      digit: at < 9 ? String(at + 1) : '',
    }
  })
  return (
    <CaretWindow
      label={t('reader.relationsHere', { count: marks.length })}
      rect={() => popover.rect}
      onClose={leave}
    >
      <Combo
        label={t('reader.relationsHere', { count: marks.length })}
        text=""
        onText={() => {}}
        placeholder={t('reader.relationsHere', { count: marks.length })}
        options={options}
        active={active}
        onActive={setActive}
        onChoose={(at) => {
          const mark = marks[at]
          leave()
          if (!mark) return
          useSelection.getState().selectRelation(mark.relationId, mark.id)
          reader.setCaret(mark.start)
          reader.reveal(mark)
        }}
        firstFocus
      />
    </CaretWindow>
  )
}
