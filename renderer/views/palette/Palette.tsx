import { Dialog as Base } from '@base-ui/react/dialog'
import { actions } from '@shared/actions/index.ts'
import { FileText, Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { actionIcon } from '../../actions/actionIcons.ts'
import { useBindings } from '../../actions/bindings.ts'
import { recency } from '../../actions/recent.ts'
import { runAction } from '../../actions/run.ts'
import { useAnswer } from '../../api/queries.ts'
import { setFilter } from '../../state/corpusView.ts'
import { formatDate, formatNumber, textOf, useText } from '../../state/i18n.ts'
import type { OverlayComponentProps } from '../../state/overlays.ts'
import { useSelection } from '../../state/selection.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { focusPanel, showPanel } from '../frame/dock.ts'
import { fitness } from './ranking.ts'
import './palette.css'

interface Entry {
  key: string
  group: 'actions' | 'articles' | 'entities' | 'more'
  mark: ReactNode
  title: string
  detail?: ReactNode
  shortcut?: string | undefined
  run(): void
}

const useActionEntries = (typed: string): Entry[] => {
  const stacks = useBindings((it) => it.stacks)
  return useMemo(() => {
    const found = actions
      .filter((it) => stacks.has(it.id) && it.id !== 'palette.open')
      .map((it) => ({ action: it, title: textOf(it.titleKey) }))
      .map((it) => ({ ...it, score: fitness(it.title, typed), used: recency(it.action.id) }))
      .filter((it) => it.score > 0)
    // Nothing typed: what was done last, then the order of the menu. Typed: what fits best.
    found.sort((a, b) => (typed ? b.score - a.score : 0) || (a.used === b.used ? 0 : a.used - b.used))
    return found.slice(0, typed ? 8 : 60).map(({ action, title }) => {
      const Icon = actionIcon(action.icon)
      return {
        key: action.id,
        group: 'actions' as const,
        mark: <Icon size={16} aria-hidden />,
        title,
        shortcut: action.shortcut,
        run: () => void runAction(action.id),
      }
    })
  }, [stacks, typed])
}

const useFoundEntries = (typed: string, hasProject: boolean): Entry[] => {
  const enabled = hasProject && typed !== ''
  const keep = { enabled, keepPrevious: true }
  const types = useAnswer('schema.get', {}, { enabled: hasProject }).data?.entityTypes
  const entities = useAnswer('entities.candidates', { text: typed, limit: 6 }, keep).data ?? []
  const page = useAnswer(
    'articles.page',
    { filter: { text: typed }, sort: { by: 'relevance', descending: true }, offset: 0, limit: 8 },
    keep,
  ).data
  if (!enabled) return []
  const colourOf = (typeId: number) => types?.find((it) => it.id === typeId)
  return [
    ...entities.map(
      (it): Entry => ({
        key: `entity-${it.id}`,
        group: 'entities',
        mark: <TypeDot colour={colourOf(it.typeId)?.colour ?? 'grey'} />,
        title: it.name,
        detail: [
          it.matched === it.name ? '' : it.matched,
          colourOf(it.typeId)?.name ?? '',
          formatNumber(it.mentions),
        ]
          .filter(Boolean)
          .join(' · '),
        run: () => {
          useSelection.getState().selectEntity(it.id)
          showPanel('inspector')
          focusPanel('inspector')
        },
      }),
    ),
    ...(page?.rows ?? []).map(
      (it): Entry => ({
        key: `article-${it.id}`,
        group: 'articles',
        mark: <FileText size={16} aria-hidden />,
        title: it.title,
        detail: [it.language, formatDate(it.publishedOn)].filter(Boolean).join(' · '),
        run: () => {
          useSelection.getState().openArticle(it.id, 'first')
          focusPanel('reader')
        },
      }),
    ),
    ...(page && page.total > page.rows.length ? [moreEntry(typed, page.total)] : []),
  ]
}

const moreEntry = (typed: string, total: number): Entry => ({
  key: 'more',
  group: 'more',
  mark: <Search size={16} aria-hidden />,
  title: textOf('palette.allArticles', { count: total }),
  run: () => {
    setFilter({ text: typed })
    focusPanel('corpus')
  },
})

/** Anything, by typing: actions, articles by their text, entities by any of their names. */
export function Palette({ text: initial = '', close }: OverlayComponentProps<'palette'>) {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState(initial)
  const asked = typed.trim()
  const [active, setActive] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const hasProject = useAnswer('projects.current', {}).data != null
  const done = useActionEntries(asked)
  const found = useFoundEntries(asked, hasProject)
  const entries = [...done, ...found]
  const at = Math.min(active, entries.length - 1)

  useEffect(() => {
    list.current?.querySelector(`[data-index="${at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const choose = (entry: Entry | undefined) => {
    if (!entry) return
    close()
    // After the dialog gave the focus back, so that what runs may take it.
    setTimeout(entry.run, 0)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const move = moves[event.key]
    if (move !== undefined) {
      event.preventDefault()
      const wraps = Math.abs(move) === 1
      const next = wraps ? (at + move + entries.length) % entries.length : at + move
      setActive(Math.max(0, Math.min(entries.length - 1, next)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(entries[at])
    }
  }

  return (
    <Base.Root open onOpenChange={(open) => !open && close()}>
      <Base.Portal>
        <Base.Backdrop className="palette-away" />
        <Base.Popup className="palette" aria-label={t('action.palette.open')} initialFocus={field}>
          <div className="palette-field">
            <Search size={16} aria-hidden />
            <input
              ref={field}
              role="combobox"
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
              aria-label={t('frame.search')}
              placeholder={t('frame.search')}
              value={typed}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => {
                setTyped(event.target.value)
                setActive(0)
              }}
              onKeyDown={press}
            />
          </div>
          <div
            ref={list}
            id={`${id}-list`}
            className="palette-list"
            role="listbox"
            aria-label={t('palette.results')}
          >
            {entries.map((it, index) => (
              <div key={it.key}>
                {it.group !== entries[index - 1]?.group && it.group !== 'more' && (
                  <div className="palette-group" role="presentation">
                    {t(`palette.${it.group}`)}
                  </div>
                )}
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field */}
                {/* biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active row */}
                <div
                  id={`${id}-${index}`}
                  data-index={index}
                  className="palette-entry"
                  role="option"
                  aria-selected={index === at}
                  onClick={() => choose(it)}
                  onPointerMove={() => setActive(index)}
                >
                  <span className="palette-mark">{it.mark}</span>
                  <span className="palette-title">{it.title}</span>
                  {it.detail && <span className="palette-detail">{it.detail}</span>}
                  {it.shortcut && <Kbd shortcut={it.shortcut} />}
                </div>
              </div>
            ))}
            {entries.length === 0 && <p className="palette-nothing">{t('palette.nothing')}</p>}
          </div>
          <footer className="palette-foot">
            <span>
              <Kbd shortcut="Enter" /> {t('palette.choose')}
            </span>
            <span>
              <Kbd shortcut="Escape" /> {t('frame.close')}
            </span>
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
