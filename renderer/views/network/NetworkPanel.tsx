import { ImageDown, Network, Search, Sparkles, Table2, Waypoints } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { runAction } from '../../actions/run.ts'
import { useActions } from '../../actions/useActions.ts'
import { call } from '../../api/client.ts'
import { useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { NetworkView } from './cy.ts'
import { FilterPopover } from './FilterPopover.tsx'
import { GraphCanvas } from './GraphCanvas.tsx'
import { GraphTable } from './GraphTable.tsx'
import { Legend } from './Legend.tsx'
import { layouts } from './layouts/index.ts'
import { changeNetwork, isFiltered, showEverything, useNetwork } from './networkState.ts'
import { copyPicture, savePicture } from './picture.ts'
import { describeGraph } from './tableRows.ts'
import { useNetworkGraph } from './useNetworkGraph.ts'
import { indexGraph } from './wording.ts'
import './network.css'

/** More elements than people can read or the canvas moves smoothly; a hint points to the table. */
const manyElements = 3000

/**
 * The network of entities and relations, as picture or table. The event `network:describe`, dispatched on the panel,
 * gets the network's own data in `detail`: `{ nodes, edges }` (see describeGraph).
 */
export function NetworkPanel() {
  const t = useText()
  const root = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const view = useRef<NetworkView | null>(null)
  const state = useNetwork()
  const { schema, graph, shown, error, retry } = useNetworkGraph()
  const index = useMemo(() => (shown && schema ? indexGraph(shown, schema) : undefined), [shown, schema])
  const isTable = state.view === 'table'

  useEffect(() => {
    const panel = root.current!
    const describe = (event: Event) => {
      if (!shown || !index) return
      Object.assign(
        (event as CustomEvent<object>).detail,
        describeGraph(shown, index, (id) => view.current?.positionOf(id) ?? null),
      )
    }
    panel.addEventListener('network:describe', describe)
    return () => panel.removeEventListener('network:describe', describe)
  }, [shown, index])

  const focusMain = () =>
    root.current?.querySelector<HTMLElement>('[role=application], [role=listbox]')?.focus()

  const pinned = shown?.nodes.filter((it) => it.pinned) ?? []
  const unpinAll = () =>
    call('network.moveNodes', {
      nodes: pinned.map((it) => ({ entityId: it.id, x: it.x ?? 0, y: it.y ?? 0, pinned: false })),
      by: 'pin',
    }).catch(showFailure)

  useActions({
    'network.search': () => search.current?.focus(),
    'network.table': () => changeNetwork({ view: isTable ? 'graph' : 'table' }),
    'network.everything': isFiltered(state) && showEverything,
  })

  const body = () => {
    if (error && !graph) return <FailedState error={error} onRetry={retry} />
    if (!schema || !graph || !shown || !index) return <Skeleton lines={5} />
    if (shown.nodes.length === 0)
      return isFiltered(state) ? (
        <EmptyState icon={Search} title={t('network.nothing')} text={t('network.nothingText')}>
          <Button onClick={showEverything}>{t('network.everything')}</Button>
        </EmptyState>
      ) : (
        <EmptyState icon={Waypoints} title={t('network.empty')} text={t('network.emptyText')} />
      )
    if (isTable) return <GraphTable shown={shown} index={index} />
    return (
      <>
        <GraphCanvas schema={schema} shown={shown} index={index} viewRef={view} />
        {graph.edges.length === 0 && !isFiltered(state) && (
          <p className="network-hint">
            {t('network.noRelations')} <Kbd shortcut="R" />
          </p>
        )}
        {shown.nodes.length + shown.edges.length > manyElements && (
          <p className="network-hint">{t('network.large')}</p>
        )}
      </>
    )
  }

  const canDraw = !isTable && (shown?.nodes.length ?? 0) > 0
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hands the focus on to the canvas or the list
    <div
      ref={root}
      className="network"
      data-panel="network"
      tabIndex={-1}
      onFocus={(event) => {
        if (event.target === root.current) focusMain()
      }}
    >
      <div className="network-bar">
        <div className="network-views" role="toolbar" aria-label={t('network.view')}>
          {(['graph', 'table'] as const).map((it) => {
            const Icon = it === 'graph' ? Network : Table2
            return (
              <IconButton
                key={it}
                icon={Icon}
                label={t(`network.view.${it}`)}
                shortcut="T"
                pressed={state.view === it}
                onClick={() => changeNetwork({ view: it })}
              />
            )
          })}
        </div>
        <TextField
          ref={search}
          className="network-search"
          label={t('network.search')}
          hideLabel
          icon={Search}
          placeholder={t('network.search')}
          clearable
          value={state.text}
          onValueChange={(text) => useNetwork.setState({ text })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Enter') {
              if (event.key === 'Escape') useNetwork.setState({ text: '' })
              focusMain()
              event.preventDefault()
            }
          }}
        />
        {schema && <FilterPopover schema={schema} />}
        <Menu
          align="end"
          trigger={
            <button
              type="button"
              className="ui-icon-button"
              disabled={!canDraw}
              aria-label={t('network.layout')}
              title={t('network.layout')}
            >
              <Sparkles size={16} aria-hidden />
            </button>
          }
          items={[
            {
              label: t('action.network.layout'),
              shortcut: 'L',
              run: () => void runAction('network.layout'),
            },
            { kind: 'separator' },
            ...(['automatic', ...layouts.map((it) => it.id)] as const).map((id) => ({
              label: t(`network.layout.${id}`),
              checked: state.layout === id,
              run: () => {
                changeNetwork({ layout: id })
                runAction('network.layout')
              },
            })),
            { kind: 'separator' },
            { label: t('network.unpinAll'), disabled: pinned.length === 0, run: () => void unpinAll() },
          ]}
        />
        <Menu
          align="end"
          trigger={
            <button
              type="button"
              className="ui-icon-button"
              disabled={!canDraw}
              aria-label={t('network.picture')}
              title={t('network.picture')}
            >
              <ImageDown size={16} aria-hidden />
            </button>
          }
          items={[
            ...[2, 3].map((scale) => ({
              label: t('network.picture.save', { scale }),
              run: () => void savePicture(view.current!, scale).catch(showFailure),
            })),
            {
              label: t('network.picture.copy'),
              run: () => void copyPicture(view.current!).catch(showFailure),
            },
          ]}
        />
      </div>
      <div className={classes('network-body', isTable && 'network-body-table')}>{body()}</div>
      {schema && shown && !isTable && <Legend schema={schema} shown={shown} />}
    </div>
  )
}
