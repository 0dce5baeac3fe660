import type { Span } from '@shared/text/span.ts'
import { Brackets } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { addFragment, currentMention, spanToTag, tag } from './mentionCommands.ts'
import type { ReaderSession } from './readerSession.ts'

/** The types beside a passage selected with the mouse. */
export function SelectionToolbar({ session, span }: { session: ReaderSession; span: Span }) {
  const t = useText()
  const bar = useRef<HTMLDivElement>(null)
  const { reader, schema } = session
  useLayoutEffect(() => {
    const element = bar.current
    if (!element) return
    const rect = reader.rectOf(span)
    const { width, height } = element.getBoundingClientRect()
    const above = rect.top - height - 8
    const frame = reader.editor.dom.getBoundingClientRect()
    element.style.left = `${Math.max(frame.left + 4, Math.min(rect.left, frame.right - width - 12))}px`
    element.style.top = `${above > frame.top ? above : rect.bottom + 8}px`
    element.style.visibility = 'visible'
  }, [reader, span])
  const mention = currentMention(session)
  return (
    <div
      ref={bar}
      className="reader-toolbar"
      role="toolbar"
      aria-label={t('reader.tagTitle')}
      onPointerDown={(event) => event.preventDefault()}
    >
      {schema.entityTypes.map((type) => (
        <button
          key={type.id}
          type="button"
          tabIndex={-1}
          className="reader-toolbar-type"
          onClick={() => {
            const wanted = spanToTag(session)
            if (wanted) tag(session, type, wanted).catch(showFailure)
          }}
        >
          <TypeDot colour={type.colour} />
          {type.name}
          {type.shortcut && <kbd>{type.shortcut.toUpperCase()}</kbd>}
        </button>
      ))}
      {mention && (
        <IconButton
          icon={Brackets}
          label={t('action.reader.addFragment')}
          shortcut="F"
          compact
          tabIndex={-1}
          onClick={() => addFragment(session, mention).catch(showFailure)}
        />
      )}
    </div>
  )
}
