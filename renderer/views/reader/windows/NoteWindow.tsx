import type { Mention } from '@shared/model/mention.ts'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { useAnswer } from '../../../api/queries.ts'
import { useText } from '../../../state/i18n.ts'
import { showFailure } from '../../../state/notices.ts'
import { boundsOf } from '../mentionCommands.ts'
import type { ReaderPopover, ReaderSession } from '../readerSession.ts'
import { marked } from '../useArticle.ts'
import { CaretWindow } from './CaretWindow.tsx'
import { draftOf, forgetDraft, keepDraft } from './drafts.ts'
import { WindowFoot } from './WindowFoot.tsx'

/** A remark about a mention. */
export function NoteWindow({
  session,
  popover,
}: {
  session: ReaderSession
  popover: Extract<ReaderPopover, { kind: 'note' }>
}) {
  const { data } = useAnswer('mentions.get', { ids: [popover.mentionId] })
  return data?.[0] ? <NoteForm session={session} mention={data[0]} /> : null
}

function NoteForm({ session, mention }: { session: ReaderSession; mention: Mention }) {
  const t = useText()
  const draft = `note ${mention.id}`
  const [note, setNote] = useState(() => draftOf(draft, mention.note))
  const leave = (): void => {
    session.open(null)
    session.reader.focus()
  }
  const save = async (): Promise<void> => {
    if (note !== mention.note) await call('mentions.update', { ids: [mention.id], patch: { note } })
    forgetDraft(draft)
    leave()
  }
  return (
    <CaretWindow
      label={t('reader.noteTitle')}
      rect={() => session.reader.rectOf(boundsOf(marked(mention)))}
      onClose={leave}
    >
      <textarea
        className="reader-note"
        data-first-focus
        rows={4}
        maxLength={20_000}
        aria-label={t('reader.noteTitle')}
        placeholder={t('reader.noteTitle')}
        value={note}
        onChange={(event) => {
          setNote(event.target.value)
          keepDraft(draft, event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          save().catch(showFailure)
        }}
      />
      <WindowFoot
        keys={[
          { shortcut: 'Enter', does: t('reader.key.save') },
          { shortcut: 'Shift+Enter', does: t('reader.key.newLine') },
          { shortcut: 'Escape', does: t('reader.key.later') },
        ]}
      />
    </CaretWindow>
  )
}
