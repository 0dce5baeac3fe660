import { type ArticleStatus, articleStatus } from '@shared/model/article.ts'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useActions } from '../../actions/useActions.ts'
import { expectArticle } from '../../api/articleAhead.ts'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'
import { clearFilter, isFiltered, setFilter, useCorpusView } from '../../state/corpusView.ts'
import { useText } from '../../state/i18n.ts'
import { useOverlays } from '../../state/overlays.ts'
import { activeArticleId, useSelection } from '../../state/selection.ts'
import { FailedState } from '../../ui/FailedState.tsx'
import { ContextMenu, type MenuItem } from '../../ui/Menu.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { VirtualList, type VirtualListHandle } from '../../ui/VirtualList.tsx'
import { focusPanel } from '../frame/dock.ts'
import { ArticleRowView } from './ArticleRowView.tsx'
import { listedIds, removeArticles, setStatus } from './doing.ts'
import { EmptyCorpus, NothingFound } from './EmptyCorpus.tsx'
import { FilterChips } from './FilterChips.tsx'
import { FilterPopover } from './FilterPopover.tsx'
import { openBeside } from './useArticleActions.ts'
import { useArticleRows } from './useArticleRows.ts'
import './corpus.css'

const rowHeight = 46
const rowHeightWithSnippet = 84
/** How far type-ahead looks. */
const reach = 500

/** The corpus: every article of the project, searched, filtered, sorted. */
export function CorpusPanel() {
  const t = useText()
  const { filter, sort, selected, activeIndex } = useCorpusView()
  const openId = useSelection(activeArticleId)
  const openArticle = useSelection((it) => it.openArticle)
  const readOnly = useAnswer('projects.current', {}).data?.readOnly ?? false
  const [range, setRange] = useState({ first: 0, last: 0 })
  const { total, rowAt, error, retry } = useArticleRows(filter, sort, range.first, range.last)
  const [typed, setTyped] = useState(filter.text ?? '')
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<VirtualListHandle>(null)
  const anchor = useRef(0)
  const ahead = useRef({ text: '', at: 0 })

  // Typing narrows at once; a filter cleared elsewhere empties the field.
  useEffect(() => setTyped(filter.text ?? ''), [filter.text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at the top
  useEffect(() => list.current?.scrollTo(0), [filter, sort])
  useEffect(() => list.current?.scrollTo(activeIndex), [activeIndex])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row the keyboard has just come to
  useEffect(() => {
    const row = rowAt(activeIndex)
    if (row && row.id !== openId) expectArticle(row.id)
  }, [activeIndex])

  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), [])

  /** The articles meant: the selected ones, else the one under the keyboard. */
  const meant = (): number[] => {
    if (selected.size > 0) return [...selected]
    const row = rowAt(activeIndex)
    return row ? [row.id] : []
  }

  const moveTo = async (index: number, how: { shift: boolean; mod: boolean; mouse: boolean }) => {
    const row = rowAt(index)
    if (how.shift) {
      // The row moves at once; which ids lie between is known a moment later.
      useCorpusView.setState({ activeIndex: index })
      const ids = await listedIds()
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)]
      return useCorpusView.setState({ selected: new Set(ids.slice(from, to + 1)) })
    }
    anchor.current = index
    if (how.mod && how.mouse && row) {
      // The row that was active so far is meant too.
      const next = new Set(selected.size === 0 ? meant() : selected)
      if (!next.delete(row.id)) next.add(row.id)
      return useCorpusView.setState({ activeIndex: index, selected: next })
    }
    useCorpusView.setState({ activeIndex: index, selected: new Set() })
    if (how.mouse && row) openArticle(row.id)
  }

  const openRow = (index: number) => {
    const row = rowAt(index)
    if (!row) return
    openArticle(row.id)
    const { activeReader } = useSelection.getState()
    focusPanel(activeReader === 'second' ? 'reader2' : 'reader')
  }

  const typeAhead = async (key: string) => {
    const now = performance.now()
    ahead.current = { text: now - ahead.current.at < 800 ? ahead.current.text + key : key, at: now }
    const wanted = ahead.current.text.toLocaleLowerCase()
    const from = activeIndex + (wanted.length === 1 ? 1 : 0)
    for (const offset of [from, 0]) {
      const { rows } = await call('articles.page', { filter, sort, offset, limit: reach })
      const at = rows.findIndex((it) => it.title.toLocaleLowerCase().startsWith(wanted))
      if (at >= 0) return useCorpusView.setState({ activeIndex: offset + at, selected: new Set() })
    }
  }

  const press = (event: KeyboardEvent) => {
    const plain = event.key.length === 1 && !event.ctrlKey && !event.metaKey
    if (plain && /[\p{L}]/u.test(event.key)) {
      event.preventDefault()
      void typeAhead(event.key)
    } else if (event.key === '/') {
      event.preventDefault()
      search.current?.focus()
    } else if (event.key === ' ') {
      event.preventDefault()
      const row = rowAt(activeIndex)
      if (!row) return
      const next = new Set(selected)
      if (!next.delete(row.id)) next.add(row.id)
      useCorpusView.setState({ selected: next })
    } else if (event.key === 'Escape' && selected.size > 0) useCorpusView.setState({ selected: new Set() })
  }

  const mark = (status: ArticleStatus) => !readOnly && (() => setStatus(meant(), status))
  const exportThese = () => useOverlays.getState().open('export', { filter: { ids: meant() } })
  const beside = () => {
    const [id] = meant()
    if (id !== undefined) openBeside(id)
  }
  useActions({
    'corpus.search': () => {
      focusPanel('corpus')
      search.current?.select()
    },
    'corpus.clearFilter': isFiltered(filter) && clearFilter,
    'corpus.selectAll': async () => useCorpusView.setState({ selected: new Set(await listedIds()) }),
    'corpus.unread': mark('unread'),
    'corpus.inProgress': mark('in_progress'),
    'corpus.done': mark('done'),
    'corpus.reviewed': mark('reviewed'),
    'corpus.setAside': mark('set_aside'),
    'corpus.openBeside': beside,
    'corpus.export': exportThese,
    'corpus.remove': !readOnly && (() => removeArticles(meant())),
  })

  const menu: MenuItem[] = [
    { label: t('corpus.open'), shortcut: 'Enter', run: () => openRow(activeIndex) },
    { label: t('action.article.openBeside'), shortcut: 'Shift+Enter', run: beside },
    { kind: 'separator' },
    ...articleStatus.options.map((status, index) => ({
      label: t(`corpus.status.${status}`),
      mark: <StatusGlyph status={status} />,
      shortcut: String(index + 1),
      disabled: readOnly,
      run: () => void setStatus(meant(), status),
    })),
    { kind: 'separator' },
    { label: t('action.corpus.export'), run: exportThese },
    {
      label: t('action.corpus.remove'),
      shortcut: 'Delete',
      danger: true,
      disabled: readOnly,
      run: () => void removeArticles(meant()),
    },
  ]

  const nothingAtAll = total === 0 && !isFiltered(filter)
  return (
    <section
      className="corpus"
      data-panel="corpus"
      tabIndex={-1}
      aria-label={t('frame.panel.corpus')}
      onFocus={(event) => event.target === event.currentTarget && (list.current ?? search.current)?.focus()}
    >
      {!nothingAtAll && (
        <>
          <div className="corpus-search">
            <TextField
              ref={search}
              label={t('action.corpus.search')}
              hideLabel
              icon={Search}
              clearable
              placeholder={t('corpus.search')}
              value={typed}
              onValueChange={(text) => {
                setTyped(text)
                setFilter({ text })
              }}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)) {
                  event.preventDefault()
                  list.current?.focus()
                } else if (event.key === 'Escape' && typed !== '') setFilter({ text: '' })
              }}
            />
            <FilterPopover />
          </div>
          <FilterChips offers />
        </>
      )}
      <div className="corpus-list">
        {error && total === null ? (
          <FailedState error={error} onRetry={retry} />
        ) : total === null ? (
          <Skeleton lines={8} />
        ) : nothingAtAll ? (
          <EmptyCorpus />
        ) : total === 0 ? (
          <NothingFound />
        ) : (
          <ContextMenu items={menu}>
            <div
              className="corpus-pressed"
              onContextMenuCapture={(event) => {
                const pressed = (event.target as Element).closest<HTMLElement>('[data-index]')?.dataset.index
                const row = pressed === undefined ? undefined : rowAt(Number(pressed))
                if (row)
                  useCorpusView.setState({
                    activeIndex: Number(pressed),
                    ...(selected.has(row.id) ? {} : { selected: new Set() }),
                  })
              }}
            >
              <VirtualList
                ref={list}
                label={t('corpus.list')}
                count={total}
                rowHeight={filter.text ? rowHeightWithSnippet : rowHeight}
                activeIndex={Math.min(activeIndex, total - 1)}
                onActiveIndexChange={(index, how) => void moveTo(index, how)}
                onOpen={openRow}
                multiselectable
                isSelected={(index) => {
                  const row = rowAt(index)
                  return (
                    row !== undefined && (selected.size > 0 ? selected.has(row.id) : index === activeIndex)
                  )
                }}
                onKeyDown={press}
                onRange={onRange}
                renderRow={(index) => {
                  const row = rowAt(index)
                  return (
                    <ArticleRowView
                      row={row}
                      open={row !== undefined && row.id === openId}
                      selected={row !== undefined && selected.has(row.id)}
                    />
                  )
                }}
              />
            </div>
          </ContextMenu>
        )}
      </div>
    </section>
  )
}
