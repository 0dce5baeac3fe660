import type { Mention } from '@shared/model/mention.ts'
import { formatValue } from '@shared/values/format.ts'
import { parseValueInput } from '@shared/values/read.ts'
import type { ValueKind } from '@shared/values/value.ts'
import { type FormEvent, useState } from 'react'
import { call } from '../../../api/client.ts'
import { useAnswer } from '../../../api/queries.ts'
import { language, useText } from '../../../state/i18n.ts'
import { showFailure } from '../../../state/notices.ts'
import { boundsOf } from '../mentionCommands.ts'
import type { ReaderPopover, ReaderSession } from '../readerSession.ts'
import { marked, paint } from '../useArticle.ts'
import { CaretWindow } from './CaretWindow.tsx'
import { draftOf, forgetDraft, keepDraft } from './drafts.ts'
import { WindowFoot } from './WindowFoot.tsx'

type ValuePopover = Extract<ReaderPopover, { kind: 'value' }>

/** What was read out of a money, date, percentage or quantity mention, and its correction. */
export function ValueWindow({ session, popover }: { session: ReaderSession; popover: ValuePopover }) {
  const { data } = useAnswer('mentions.get', { ids: [popover.mentionId] })
  const mention = data?.[0]
  const kind = mention && session.types.get(mention.typeId)?.valueKind
  return mention && kind ? <ValueForm session={session} mention={mention} kind={kind} /> : null
}

function ValueForm({
  session,
  mention,
  kind,
}: {
  session: ReaderSession
  mention: Mention
  kind: ValueKind
}) {
  const t = useText()
  const { reader } = session
  const draft = `value ${mention.id}`
  const [typed, setTyped] = useState(() =>
    draftOf(draft, mention.value ? formatValue(mention.value, language()) : ''),
  )
  const read = typed.trim() === '' ? null : parseValueInput(kind, typed, { language: language() })
  const isWrong = typed.trim() !== '' && read === null
  const leave = (): void => {
    session.open(null)
    reader.focus()
  }
  const save = async (): Promise<void> => {
    if (isWrong) return
    await call('mentions.update', { ids: [mention.id], patch: { value: read } })
    forgetDraft(draft)
    leave()
    const [changed] = await call('mentions.get', { ids: [mention.id] })
    if (changed) paint(reader, [changed])
    session.announce(read ? formatValue(read, language()) : t('reader.noValue'))
  }
  return (
    <CaretWindow
      label={t('reader.valueTitle')}
      rect={() => reader.rectOf(boundsOf(marked(mention)))}
      onClose={leave}
    >
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          save().catch(showFailure)
        }}
      >
        <input
          className="reader-combo-field"
          data-first-focus
          aria-label={t('reader.valueTitle')}
          aria-invalid={isWrong}
          value={typed}
          placeholder={t(`reader.valueExample.${kind}`)}
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setTyped(event.target.value)
            keepDraft(draft, event.target.value)
          }}
        />
        <p className="reader-window-fact" role="status">
          {isWrong
            ? t('reader.valueUnread', { example: t(`reader.valueExample.${kind}`) })
            : read
              ? t('reader.valueIs', { value: formatValue(read, language()) })
              : t('reader.noValue')}
        </p>
      </form>
      <WindowFoot
        keys={[
          { shortcut: 'Enter', does: t('reader.key.save') },
          { shortcut: 'Escape', does: t('reader.key.later') },
        ]}
      />
    </CaretWindow>
  )
}
