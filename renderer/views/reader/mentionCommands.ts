/** What a person does to mentions; every function asks the core and paints its answer. Offsets: UTF-16. */
import type { Mention } from '@shared/model/mention.ts'
import type { Certainty } from '@shared/model/provenance.ts'
import type { EntityType } from '@shared/model/schema.ts'
import { graphemeEnd, graphemeStart } from '@shared/text/graphemes.ts'
import { nextWordBoundary, previousWordBoundary, wordAt } from '@shared/text/segment.ts'
import { normaliseFragments, type Span, snapToGraphemes, textOf, trimSpan } from '@shared/text/span.ts'
import { formatValue } from '@shared/values/format.ts'
import { call } from '../../api/client.ts'
import { language, text } from '../../state/i18n.ts'
import { useNotices } from '../../state/notices.ts'
import { useSelection } from '../../state/selection.ts'
import { type MentionEnd, withEndAt } from './handles.ts'
import type { ReaderSession } from './readerSession.ts'
import { type MarkedMention, mentionAtCaret, mentionOf, mentionsAt } from './spanIndex.ts'
import { marked, paint } from './useArticle.ts'

/** The mention commands act on. */
export const currentMention = ({ reader }: ReaderSession): MarkedMention | null => {
  const { index, mentionId } = reader.view()
  return mentionAtCaret(index, mentionId, reader.caret())
}

export const quoteOf = ({ reader }: ReaderSession, mention: MarkedMention): string =>
  textOf(reader.article().text, mention.fragments)

export const boundsOf = (mention: MarkedMention): Span => ({
  start: mention.fragments[0]!.start,
  end: mention.fragments.at(-1)!.end,
})

/** "Google, company, 2 of 3 here": what a screen reader hears of a mention. */
export const describe = (session: ReaderSession, mention: MarkedMention): string => {
  const { index } = session.reader.view()
  const stack = mentionsAt(index, mention.fragments[0]!.start)
  const type = session.types.get(mention.typeId)
  const parts = [quoteOf(session, mention), type?.name ?? '']
  if (type?.kind === 'entity' && mention.entityId === 0) parts.push(text('reader.notLinked'))
  if (stack.length > 1)
    parts.push(text('reader.ofStack', { place: stack.indexOf(mention.id) + 1, total: stack.length }))
  return parts.filter(Boolean).join(', ')
}

/** Selects a mention everywhere, with the caret at its start if asked. */
export const select = (session: ReaderSession, id: number, { caret = false } = {}): void => {
  const mention = mentionOf(session.reader.view().index, id)
  if (!mention) return
  useSelection.getState().selectMention(id, mention.entityId === 0 ? null : mention.entityId)
  if (caret) {
    session.reader.setCaret(mention.fragments[0]!.start)
    session.reader.reveal(boundsOf(mention))
  }
  session.announce(describe(session, mention))
}

const selectFresh = (session: ReaderSession, mention: Mention): void => {
  paint(session.reader, [mention])
  useSelection.getState().selectMention(mention.id, mention.entityId)
}

/** What a type key would take: the selection, else the word at the caret; null where there is neither. */
export const spanToTag = ({ reader }: ReaderSession): Span | null => {
  const { text: content, language: tongue } = reader.article()
  const selected = reader.selected()
  if (selected) {
    const span = snapToGraphemes(content, trimSpan(content, selected))
    return span.start < span.end ? span : null
  }
  return wordAt(content, reader.caret(), tongue)
}

const sameSpan = (mention: MarkedMention, span: Span): boolean =>
  mention.fragments.length === 1 &&
  mention.fragments[0]!.start === span.start &&
  mention.fragments[0]!.end === span.end

/** Tags a passage. An equal mention that is already there is selected instead of doubled. */
export const tag = async (session: ReaderSession, type: EntityType, span: Span): Promise<void> => {
  const { reader } = session
  const { index } = reader.view()
  const equal = mentionsAt(index, span.start)
    .map((id) => mentionOf(index, id)!)
    .find((it) => it.typeId === type.id && sameSpan(it, span))
  if (equal) {
    reader.setCaret(span.end)
    select(session, equal.id)
    if (type.kind === 'entity') session.open({ kind: 'entity', mentionId: equal.id, at: span })
    return
  }
  const mention = await call('mentions.create', {
    articleId: reader.article().id,
    typeId: type.id,
    fragments: [span],
  })
  if (reader.article().id !== mention.articleId) return
  selectFresh(session, mention)
  reader.setCaret(span.end)
  if (type.kind === 'entity') session.open({ kind: 'entity', mentionId: mention.id, at: span })
  const read = mention.value ? formatValue(mention.value, language()) : null
  session.announce(
    read === null
      ? describe(session, marked(mention))
      : text('reader.readAs', { quote: reader.article().text.slice(span.start, span.end), value: read }),
  )
}

export const remove = async (session: ReaderSession, id: number): Promise<void> => {
  const mention = mentionOf(session.reader.view().index, id)
  await call('mentions.remove', { ids: [id] })
  paint(session.reader, [], [id])
  useSelection.getState().selectMention(null, null)
  if (mention) session.announce(text('reader.removed', { quote: quoteOf(session, mention) }))
}

/** Gives a mention other fragments; entity and relations stay. */
export const reshape = async (
  session: ReaderSession,
  id: number,
  fragments: readonly Span[],
): Promise<void> => {
  const { reader } = session
  const normal = normaliseFragments(fragments)
  if (!normal.ok) {
    reader.change({ resizing: null })
    return
  }
  const mention = await call('mentions.move', { id, fragments: normal.fragments }).catch((error: unknown) => {
    reader.change({ resizing: null })
    throw error
  })
  paint(reader, [mention])
  session.announce(describe(session, marked(mention)))
}

export type Unit = 'word' | 'grapheme'

/** Moves one end of a mention outwards (`step` 1) or inwards (-1). */
export const resize = async (
  session: ReaderSession,
  mention: MarkedMention,
  end: MentionEnd,
  step: 1 | -1,
  unit: Unit,
): Promise<void> => {
  const { text: content, language: tongue } = session.reader.article()
  const { start, end: last } = boundsOf(mention)
  const from = end === 'start' ? start : last
  const forward = (end === 'end') === (step === 1)
  const to =
    unit === 'grapheme'
      ? forward
        ? graphemeEnd(content, Math.min(from + 1, content.length))
        : graphemeStart(content, Math.max(from - 1, 0))
      : forward
        ? nextWordBoundary(content, from, tongue)
        : previousWordBoundary(content, from, tongue)
  const moved = withEndAt(mention.fragments, end, to)
  const shape = moved[end === 'start' ? 0 : moved.length - 1]!
  const trimmed = unit === 'word' && step === -1 ? trimSpan(content, shape) : shape
  if (trimmed.start >= trimmed.end) return
  moved[end === 'start' ? 0 : moved.length - 1] = trimmed
  const bounds = { start: moved[0]!.start, end: moved.at(-1)!.end }
  if (bounds.start === start && bounds.end === last) return
  await reshape(session, mention.id, moved)
  session.reader.setCaret(end === 'start' ? bounds.start : bounds.end)
}

/** Adds the selected piece to a mention, which may then be discontinuous; a piece it already has is taken away. */
export const addFragment = async (session: ReaderSession, mention: MarkedMention): Promise<void> => {
  const { text: content } = session.reader.article()
  const selected = session.reader.selected()
  if (!selected) {
    session.announce(text('reader.selectPieceFirst'))
    useNotices.getState().show({ tone: 'info', text: text('reader.selectPieceFirst') })
    return
  }
  const piece = trimSpan(content, selected)
  if (piece.start >= piece.end) return
  const cut = mention.fragments.flatMap((it): Span[] =>
    it.end <= piece.start || it.start >= piece.end
      ? [it]
      : [
          { start: it.start, end: piece.start },
          { start: piece.end, end: it.end },
        ].filter((part) => part.start < part.end),
  )
  const inside = mention.fragments.some((it) => it.start <= piece.start && piece.end <= it.end)
  const fragments = inside
    ? cut.map((it) => trimSpan(content, it)).filter((it) => it.start < it.end)
    : [...cut, piece]
  if (fragments.length === 0) return
  await reshape(session, mention.id, fragments)
  session.reader.setCaret(piece.end)
}

const certainties: readonly Certainty[] = ['certain', 'probable', 'doubtful']

export const cycleCertainty = async (session: ReaderSession, mention: MarkedMention): Promise<void> => {
  const certainty = certainties[(mention.certainty + 1) % certainties.length]!
  await call('mentions.update', { ids: [mention.id], patch: { certainty } })
  session.announce(text(`reader.certainty.${certainty}`))
}

export const changeType = async (session: ReaderSession, id: number, type: EntityType): Promise<void> => {
  await call('mentions.update', { ids: [id], patch: { typeId: type.id } })
  const [mention] = await call('mentions.get', { ids: [id] })
  if (!mention) return
  selectFresh(session, mention)
  if (type.kind === 'entity' && mention.entityId === null)
    session.open({ kind: 'entity', mentionId: id, at: boundsOf(marked(mention)) })
}

/** Tags every other occurrence in the article like this one, as one step with the way back offered. */
export const tagOccurrences = async (session: ReaderSession, mention: MarkedMention): Promise<void> => {
  const { created } = await call('mentions.tagOccurrences', { id: mention.id })
  const said = created === 0 ? text('reader.noMorePlaces') : text('reader.tagged', { count: created })
  session.announce(said)
  useNotices.getState().show({
    tone: created > 0 ? 'success' : 'info',
    text: said,
    ...(created > 0
      ? { action: { label: text('reader.undo'), run: () => void call('history.undo', {}) } }
      : {}),
  })
}
