/** The reader's actions, bound while its side is the active one. */

import { runAction } from '../../actions/run.ts'
import { type ActionHandlers, useActions } from '../../actions/useActions.ts'
import { text } from '../../state/i18n.ts'
import { useNotices } from '../../state/notices.ts'
import { useSelection } from '../../state/selection.ts'
import { evidenceIn } from './margin.ts'
import {
  addFragment,
  boundsOf,
  cycleCertainty,
  remove,
  resize,
  select,
  spanToTag,
  tagOccurrences,
} from './mentionCommands.ts'
import type { ReaderPopover, ReaderSession } from './readerSession.ts'
import { type MarkedMention, mentionsAt, neighbour } from './spanIndex.ts'

/** Goes to the next or previous mention; false when there is none that way. */
export const step = (session: ReaderSession, direction: 1 | -1, unlinkedOnly = false): boolean => {
  const { index, mentionId } = session.reader.view()
  const accepts = (piece: number): boolean =>
    index.entityId[piece] === 0 && session.types.get(index.typeId[piece]!)?.kind === 'entity'
  const from = { offset: session.reader.caret(), mentionId }
  const next = neighbour(index, from, direction, unlinkedOnly ? accepts : undefined)
  if (next !== null) select(session, next, { caret: true })
  return next !== null
}

/** `session` null: nothing is open here, or the other side is active. `mention`: the selected one, if it is here. */
export const useReaderActions = (
  session: ReaderSession | null,
  mention: MarkedMention | null,
  { onFind, onLabels, onLegend }: { onFind(): void; onLabels(): void; onLegend(): void },
): void => {
  const type = mention ? session?.types.get(mention.typeId) : undefined
  const open = (kind: 'entity' | 'value' | 'note' | 'relation') => () => {
    if (session && mention)
      session.open({ kind, mentionId: mention.id, at: boundsOf(mention) } as ReaderPopover)
  }
  const withMention = (work: (session: ReaderSession, mention: MarkedMention) => unknown) =>
    session && mention ? () => work(session, mention) : null
  const withReader = (work: (session: ReaderSession) => unknown) => (session ? () => work(session) : null)

  const handlers: ActionHandlers = {
    'reader.tag': withReader((it) => {
      const selected = it.reader.selected()
      const at = selected || !mention ? spanToTag(it) : boundsOf(mention)
      if (at) it.open({ kind: 'type', mentionId: selected || !mention ? null : mention.id, at })
    }),
    'reader.link': mention && (type?.kind === 'value' ? open('value') : open('entity')),
    'reader.relate': withMention((it, here) => {
      const at = boundsOf(here)
      if (type?.kind === 'value') {
        useNotices.getState().show({ tone: 'info', text: text('reader.valuesDoNotRelate') })
      } else if (here.entityId === 0) it.open({ kind: 'entity', mentionId: here.id, at, relateNext: true })
      else it.open({ kind: 'relation', mentionId: here.id, at })
    }),
    'reader.tagOccurrences': withMention(tagOccurrences),
    'reader.addFragment': withMention(addFragment),
    'reader.cycleCertainty': withMention(cycleCertainty),
    'reader.editValue': type?.kind === 'value' && open('value'),
    'reader.note': mention && open('note'),
    'reader.removeMention': withMention((it, here) => remove(it, here.id)),
    'reader.growEnd': withMention((it, here) => resize(it, here, 'end', 1, 'word')),
    'reader.shrinkEnd': withMention((it, here) => resize(it, here, 'end', -1, 'word')),
    'reader.growStart': withMention((it, here) => resize(it, here, 'start', 1, 'word')),
    'reader.shrinkStart': withMention((it, here) => resize(it, here, 'start', -1, 'word')),
    'reader.growEndCharacter': withMention((it, here) => resize(it, here, 'end', 1, 'grapheme')),
    'reader.shrinkEndCharacter': withMention((it, here) => resize(it, here, 'end', -1, 'grapheme')),
    'reader.growStartCharacter': withMention((it, here) => resize(it, here, 'start', 1, 'grapheme')),
    'reader.shrinkStartCharacter': withMention((it, here) => resize(it, here, 'start', -1, 'grapheme')),
    'reader.nextMention': withReader((it) => step(it, 1) || it.announce(text('reader.noMoreMentions'))),
    'reader.previousMention': withReader((it) => step(it, -1) || it.announce(text('reader.noMoreMentions'))),
    'reader.nextUnlinked': withReader((it) => {
      if (!step(it, 1, true)) useNotices.getState().show({ tone: 'info', text: text('reader.allLinked') })
    }),
    'reader.cycleStack': withReader((it) => {
      const stack = mentionsAt(it.reader.view().index, it.reader.caret())
      const next = stack[(stack.indexOf(mention?.id ?? 0) + 1) % stack.length]
      if (next !== undefined) select(it, next)
    }),
    'reader.pickFromStack': withReader((it) => {
      const mentionIds = mentionsAt(it.reader.view().index, it.reader.caret())
      const at = { start: it.reader.caret(), end: it.reader.caret() + 1 }
      if (mentionIds.length > 0) it.open({ kind: 'stack', mentionIds, at })
    }),
    'reader.goToEntity':
      mention &&
      mention.entityId !== 0 &&
      (() => {
        useSelection.getState().selectEntity(mention.entityId)
        runAction('panel.inspector')
      }),
    'reader.relationsHere': withReader((it) => {
      const line = it.reader.editor.state.doc.lineAt(it.reader.caret())
      const marks = evidenceIn(it.reader.editor, line.from, line.to)
      const rect = it.reader.rectOf({ start: it.reader.caret(), end: it.reader.caret() + 1 })
      if (marks.length > 0) it.open({ kind: 'evidence', marks, rect })
      else it.announce(text('reader.noRelationsHere'))
    }),
    'reader.find': session && onFind,
    'reader.toggleLabels': session && onLabels,
    'reader.legend': session && onLegend,
  }
  useActions(handlers)
}
