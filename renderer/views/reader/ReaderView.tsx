import type { Schema } from '@shared/model/schema.ts'
import type { Span } from '@shared/text/span.ts'
import { BookOpenText } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'
import { formatDate, languageName, useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { cspNonce } from '../../state/platform.ts'
import { useSelection } from '../../state/selection.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { ContextMenu } from '../../ui/Menu.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { lead, leadingEvents, leads, useScrollLink } from '../source/scrollLink.ts'
import { createReader, type Reader, type ReaderEvents } from './createReader.ts'
import { FindBar } from './FindBar.tsx'
import { Legend } from './Legend.tsx'
import { boundsOf, currentMention, remove, reshape, select, spanToTag, tag } from './mentionCommands.ts'
import { menuItems } from './menuItems.tsx'
import { ReaderWindows } from './ReaderWindows.tsx'
import './reader.css'
import { type ReaderPopover, type ReaderSession, type Side, useReaderFacts } from './readerSession.ts'
import { SelectionToolbar } from './SelectionToolbar.tsx'
import { countMentions, emptyIndex, mentionAtCaret, mentionOf, mentionsAt } from './spanIndex.ts'
import { useArticle } from './useArticle.ts'
import { step, useReaderActions } from './useReaderActions.ts'
import { useReaderSync } from './useReaderSync.ts'
import { useSubheadings } from './useSubheadings.ts'

const noSchema: Schema = { entityTypes: [], relationTypes: [], rules: [] }

/** One article's text with its mentions; everything is done in it, by key or by mouse. */
export function ReaderView({ side, panel }: { side: Side; panel: 'reader' | 'reader2' }) {
  const t = useText()
  const host = useRef<HTMLDivElement>(null)
  const [reader, setReader] = useState<Reader | null>(null)
  const [popover, setPopover] = useState<ReaderPopover | null>(null)
  const [toolbar, setToolbar] = useState<Span | null>(null)
  const [menuAt, setMenuAt] = useState(0)
  const [finding, setFinding] = useState(false)
  const [legend, setLegend] = useState(false)
  const [announced, setAnnounced] = useState('')
  const [index, setIndex] = useState(emptyIndex)
  const articleId = useSelection((it) => (side === 'first' ? it.articleId : it.secondArticleId))
  const isActive = useSelection((it) => it.activeReader === side)
  const mentionId = useSelection((it) => it.mentionId)

  const { data: schema = noSchema } = useAnswer('schema.get', {})
  const { data: settings } = useAnswer('settings.get', { scope: 'app' })
  const labels = settings?.['reader.labels'] === true
  const types = useMemo(() => new Map(schema.entityTypes.map((it) => [it.id, it])), [schema])
  const { state, retry } = useArticle(reader, articleId)
  const { data: article } = useAnswer('articles.get', { id: articleId ?? 1 }, { enabled: articleId !== null })

  const session = useMemo<ReaderSession | null>(
    () => reader && { side, reader, schema, types, open: setPopover, announce: setAnnounced },
    [reader, side, schema, types],
  )
  const isReady = state.status === 'ready'
  useReaderSync(reader, side, articleId, isReady)
  useSubheadings(reader, articleId, isReady)
  const mention = session && isReady ? mentionAtCaret(index, mentionId, session.reader.caret()) : null
  useReaderActions(isActive && isReady ? session : null, mention, {
    onFind: () => setFinding(true),
    onLabels: () =>
      call('settings.set', { scope: 'app', key: 'reader.labels', value: !labels }).catch(showFailure),
    onLegend: () => setLegend((it) => !it),
  })

  const events: ReaderEvents = {
    onCaret: (offset, by) => {
      if (!session) return
      const stack = mentionsAt(session.reader.view().index, offset)
      const at = mentionId === null ? -1 : stack.indexOf(mentionId)
      // Keys keep a mention they are still in; a further click goes to the next one of the stack.
      const next =
        by === 'pointer' ? stack[(at + 1) % Math.max(1, stack.length)] : at >= 0 ? mentionId! : stack[0]
      if (next === undefined) {
        if (mentionId !== null) useSelection.getState().selectMention(null, null)
      } else if (next !== mentionId) select(session, next)
    },
    onSelect: (span) => {
      setToolbar(null)
      if (!session || !span) return
      // What is selected exactly is meant; any other selection leaves the mention, to be made a piece of it.
      const { index: here } = session.reader.view()
      const same = mentionsAt(here, span.start).find((id) => {
        const bounds = boundsOf(mentionOf(here, id)!)
        return bounds.start === span.start && bounds.end === span.end
      })
      if (same !== undefined && same !== mentionId) select(session, same)
    },
    onPointerSelect: setToolbar,
    onHover: (offset) => {
      if (!session || popover?.kind === 'relation') return
      const { index: here, hoveredId } = session.reader.view()
      const next = offset === null ? null : (mentionsAt(here, offset)[0] ?? null)
      if (next !== hoveredId) session.reader.change({ hoveredId: next })
    },
    onMenu: (offset) => {
      if (!session) return
      const stack = mentionsAt(session.reader.view().index, offset)
      if (stack[0] !== undefined && !stack.includes(mentionId ?? 0) && !session.reader.selected())
        select(session, stack[0])
      setMenuAt(offset)
    },
    onBadge: (marks, rect) => setPopover({ kind: 'evidence', marks, rect }),
    badgeName: (count) => t('reader.relationsHere', { count }),
    onResize: (id, fragments) => session && reshape(session, id, fragments).catch(showFailure),
    onKey: (event) => {
      if (!session || !isReady || event.ctrlKey || event.metaKey || event.altKey) return false
      if (event.key === 'Tab') return step(session, event.shiftKey ? -1 : 1)
      if (event.key === 'Backspace') {
        const mention = currentMention(session)
        if (mention) remove(session, mention.id).catch(showFailure)
        return true
      }
      if (event.key === 'Escape') return unselect(session)
      if (event.shiftKey || event.key.length !== 1) return false
      const pressed = /^Digit(\d)$/.exec(event.code)?.[1] ?? event.key.toLowerCase()
      const type = session.schema.entityTypes.find(
        (it) => it.shortcut !== '' && it.shortcut.toLowerCase() === pressed,
      )
      const span = type && spanToTag(session)
      if (type && span) tag(session, type, span).catch(showFailure)
      else if (type) setAnnounced(t('reader.nothingToTag'))
      return type !== undefined
    },
    onScroll: () => {
      if (session && articleId !== null && leads('reader'))
        useScrollLink.getState().publish(articleId, session.reader.topOffset(), 'reader')
    },
    onChange: (view) => setIndex(view.index),
  }
  const latest = useRef(events)
  latest.current = events

  useEffect(() => {
    if (!host.current) return
    const made = createReader(host.current, cspNonce(), () => latest.current)
    const leading = (): void => lead('reader')
    for (const name of leadingEvents) made.editor.dom.addEventListener(name, leading, { passive: true })
    setReader(made)
    return () => made.destroy()
  }, [])

  useEffect(() => reader?.change({ types }), [reader, types])
  useEffect(() => reader?.change({ labels }), [reader, labels])
  useEffect(() => {
    if (!reader || !article) return
    const meta = [
      formatDate(article.publishedOn),
      article.publisher,
      article.language && languageName(article.language),
      t(`reader.article.${article.status}`),
    ]
    reader.change({ heading: { title: article.title, meta: meta.filter(Boolean).join(' · ') } })
  }, [reader, article, t])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article closes what belonged to the old one
  useEffect(() => {
    setPopover(null)
    setToolbar(null)
    setFinding(false)
  }, [articleId])
  useEffect(() => {
    const isOpen = (piece: number): boolean =>
      index.entityId[piece] === 0 && types.get(index.typeId[piece]!)?.kind === 'entity'
    useReaderFacts.setState({
      [side]: {
        articleId: isReady ? articleId : null,
        language: article?.language ?? '',
        mentions: countMentions(index),
        unlinked: countMentions(index, isOpen),
      },
    })
  }, [side, articleId, isReady, article, index, types])

  const onMenuClosed = useCallback((open: boolean) => !open && reader?.focus(), [reader])
  const focusText = (event: React.FocusEvent): void => {
    if (!isActive) useSelection.getState().setActiveReader(side)
    if (event.target === event.currentTarget) reader?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the panel hands the focus it is given to the text
    <div className="reader-panel" data-panel={panel} tabIndex={-1} onFocus={focusText}>
      {finding && reader && <FindBar reader={reader} onClose={() => setFinding(false)} />}
      <ContextMenu items={session && isReady ? menuItems(session, menuAt) : []} onOpenChange={onMenuClosed}>
        <div
          ref={host}
          className="reader-host"
          hidden={state.status === 'none' || state.status === 'failed'}
        />
      </ContextMenu>
      {state.status === 'none' && (
        <EmptyState icon={BookOpenText} title={t('reader.none')} text={t('reader.noneText')} />
      )}
      {state.status === 'loading' && (
        <div className="reader-loading">
          <Skeleton lines={9} />
        </div>
      )}
      {state.status === 'failed' && <FailedState error={state.error} onRetry={retry} />}
      {isReady && index.size === 0 && schema.entityTypes.length > 0 && (
        <p className="reader-hint">
          {t('reader.firstTag')}{' '}
          {schema.entityTypes.slice(0, 4).map((it) => (
            <span key={it.id}>
              <kbd>{it.shortcut.toUpperCase()}</kbd> {it.name}{' '}
            </span>
          ))}
        </p>
      )}
      {legend && session && <Legend session={session} onClose={() => setLegend(false)} />}
      {toolbar && session && isReady && !popover && <SelectionToolbar session={session} span={toolbar} />}
      {popover && session && isReady && <ReaderWindows session={session} popover={popover} />}
      <div className="ui-hidden" role="status" aria-live="polite">
        {announced}
      </div>
    </div>
  )
}

/** Escape takes back one thing: the selected passage, then what is selected. */
const unselect = (session: ReaderSession): boolean => {
  const { reader } = session
  if (reader.selected()) {
    reader.setCaret(reader.caret())
    return true
  }
  const { mentionId, entityId, relationId } = useSelection.getState()
  if (mentionId === null && entityId === null && relationId === null) return false
  useSelection.getState().clear()
  return true
}
