import type { ReaderPopover, ReaderSession } from './readerSession.ts'
import { EntityPicker } from './windows/EntityPicker.tsx'
import { EvidenceWindow } from './windows/EvidenceWindow.tsx'
import { NoteWindow } from './windows/NoteWindow.tsx'
import { RelationWindow } from './windows/RelationWindow.tsx'
import { StackPicker } from './windows/StackPicker.tsx'
import { TypePicker } from './windows/TypePicker.tsx'
import { ValueWindow } from './windows/ValueWindow.tsx'

/** The little window that is open at the caret. */
export function ReaderWindows({ session, popover }: { session: ReaderSession; popover: ReaderPopover }) {
  switch (popover.kind) {
    case 'entity':
      return <EntityPicker key={popover.mentionId} session={session} popover={popover} />
    case 'type':
      return <TypePicker session={session} popover={popover} />
    case 'stack':
      return <StackPicker session={session} popover={popover} />
    case 'relation':
      return <RelationWindow session={session} popover={popover} />
    case 'value':
      return <ValueWindow key={popover.mentionId} session={session} popover={popover} />
    case 'note':
      return <NoteWindow key={popover.mentionId} session={session} popover={popover} />
    case 'evidence':
      return <EvidenceWindow session={session} popover={popover} />
  }
}
