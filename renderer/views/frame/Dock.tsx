import {
  DockviewReact,
  type DockviewTheme,
  type IDockviewHeaderActionsProps,
  type IDockviewPanelHeaderProps,
  type IDockviewPanelProps,
} from 'dockview-react'
import { Maximize2, Minimize2, X } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import { call } from '../../api/client.ts'
import { useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { cspNonce } from '../../state/platform.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { findPanel } from '../panels.ts'
import { closePanel, useDock, zoomPanel } from './dock.ts'
import { applyDefaultLayout, readLayout, readSizes } from './layout.ts'
import { PanelBoundary } from './PanelBoundary.tsx'

const theme: DockviewTheme = { name: 'ligature', className: 'frame-dock', dndTabIndicator: 'line' }

function DockPanel({ api }: IDockviewPanelProps) {
  const { component: Panel } = findPanel(api.id)
  return (
    <PanelBoundary>
      <Suspense fallback={<Skeleton />}>
        <Panel />
      </Suspense>
    </PanelBoundary>
  )
}

function DockTab({ api }: IDockviewPanelHeaderProps) {
  const t = useText()
  const { titleKey } = findPanel(api.id)
  const name = t(titleKey)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tab around it is dockview's; this adds what a mouse may do
    <div
      className="frame-tab"
      onDoubleClick={() => zoomPanel(api.id)}
      onAuxClick={(event) => event.button === 1 && closePanel(api.id)}
    >
      <span>{name}</span>
      <button
        type="button"
        className="frame-tab-close"
        aria-label={t('frame.closePanel', { name })}
        tabIndex={-1}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => closePanel(api.id)}
      >
        <X size={12} aria-hidden />
      </button>
    </div>
  )
}

function DockHeaderRight({ activePanel, group }: IDockviewHeaderActionsProps) {
  const t = useText()
  const zoomed = useDock((it) => it.zoomed)
  if (!activePanel) return null
  const { headerRight: Right, titleKey } = findPanel(activePanel.id)
  const isZoomed = zoomed && group.api.isMaximized()
  return (
    <div className="frame-tab-right">
      {Right && (
        <PanelBoundary>
          <Suspense fallback={null}>
            <Right />
          </Suspense>
        </PanelBoundary>
      )}
      <IconButton
        compact
        className="frame-tab-zoom"
        icon={isZoomed ? Minimize2 : Maximize2}
        label={isZoomed ? t('frame.unzoomPanel') : t('frame.zoomPanel', { name: t(titleKey) })}
        shortcut="Alt+Z"
        tabIndex={-1}
        onClick={() => zoomPanel(activePanel.id)}
      />
    </div>
  )
}

const readStored = (stored: unknown) => {
  const { layout, before } = (stored ?? {}) as { layout?: unknown; before?: unknown }
  return { layout: readLayout(layout), before: readSizes(before) }
}

/** The panels of a project, arranged as they were left. */
export function Dock({ stored }: { stored: unknown }) {
  const dock = useDock((it) => it.api)
  const [initial] = useState(() => readStored(stored))

  useEffect(() => {
    if (!dock) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      clearTimeout(timer)
      // A zoomed panel is a glance, not an arrangement.
      if (dock.hasMaximizedGroup() || dock.panels.length === 0) return
      timer = setTimeout(() => {
        if (dock.hasMaximizedGroup()) return
        const value = JSON.parse(JSON.stringify({ layout: dock.toJSON(), before: useDock.getState().before }))
        call('settings.set', { scope: 'project', key: 'layout', value }).catch(showFailure)
      }, 600)
    }
    const changed = dock.onDidLayoutChange(keep)
    const zoomed = dock.onDidMaximizedGroupChange(() =>
      useDock.setState({ zoomed: dock.hasMaximizedGroup() }),
    )
    return () => {
      clearTimeout(timer)
      changed.dispose()
      zoomed.dispose()
      useDock.setState({ api: null, zoomed: false, before: null })
    }
  }, [dock])

  return (
    <DockviewReact
      className="frame-dock-root"
      theme={theme}
      components={{ panel: DockPanel }}
      defaultTabComponent={DockTab}
      rightHeaderActionsComponent={DockHeaderRight}
      disableFloatingGroups
      nonce={cspNonce()}
      onReady={({ api }) => {
        try {
          if (initial.layout) api.fromJSON(initial.layout)
          else applyDefaultLayout(api)
        } catch {
          // A layout of another version: begin with the usual one.
          applyDefaultLayout(api)
        }
        useDock.setState({ api, zoomed: false, before: initial.layout && initial.before })
      }}
    />
  )
}
