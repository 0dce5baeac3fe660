import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ActionId } from '@shared/actions/index.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { startKeyboard } from './actions/keyboard.ts'
import { runAction } from './actions/run.ts'
import { CallError } from './api/client.ts'
import { startLiveUpdates } from './api/liveUpdates.ts'
import { queryClient, useAnswer } from './api/queries.ts'
import { adoptAppearance } from './state/appearance.ts'
import { useConnection } from './state/connection.ts'
import { startFocus } from './state/focus.ts'
import { startJobs } from './state/jobs.ts'
import { showFailure } from './state/notices.ts'
import { cspNonce } from './state/platform.ts'
import { FailedState } from './ui/FailedState.tsx'
import { ConnectionLost } from './views/frame/ConnectionLost.tsx'
import { Header } from './views/frame/Header.tsx'
import { JobLine } from './views/frame/JobLine.tsx'
import { Notices } from './views/frame/Notices.tsx'
import { Overlays } from './views/frame/Overlays.tsx'
import { PanelBoundary } from './views/frame/PanelBoundary.tsx'
import { StatusBar } from './views/frame/StatusBar.tsx'
import { useAlwaysActions } from './views/frame/useGeneralActions.ts'
import { Workbench } from './views/frame/Workbench.tsx'
import { ImportGate } from './views/import/ImportGate.tsx'
import { StartScreen } from './views/projects/StartScreen.tsx'
import './views/frame/frame.css'

function Window() {
  useAlwaysActions()
  const project = useAnswer('projects.current', {})
  const settings = useAnswer('settings.get', { scope: 'app' }).data
  useEffect(() => {
    if (settings) adoptAppearance(settings)
  }, [settings])
  const startFailure = useAnswer('host.info', {}).data?.startFailure
  useEffect(() => {
    if (startFailure) showFailure(new CallError(startFailure))
  }, [startFailure])
  const open = project.data ?? null
  useEffect(() => {
    document.title = open ? `${open.name} — Ligature` : 'Ligature'
  }, [open])
  return (
    <div className="frame">
      <Header project={open} />
      <ConnectionLost />
      <main className="frame-body">
        <PanelBoundary>
          {project.isError ? (
            <FailedState error={project.error} onRetry={() => void project.refetch()} />
          ) : open ? (
            <Workbench key={open.uid + open.path} project={open} />
          ) : (
            project.data === null && <StartScreen />
          )}
        </PanelBoundary>
      </main>
      <JobLine />
      {open ? <StatusBar /> : <footer className="frame-status" />}
      <Notices />
      <ImportGate />
      <Overlays />
    </div>
  )
}

/** The window: listens to the core, the keyboard and the native menu as long as it lives. */
export function App() {
  useEffect(() => {
    const stops = [
      startLiveUpdates((connected) => useConnection.setState({ connected })),
      startKeyboard(),
      startFocus(),
      startJobs(),
      window.ligature?.host.onMenu((id) => runAction(id as ActionId)),
    ]
    return () => {
      for (const stop of stops) stop?.()
    }
  }, [])
  return (
    <CSPProvider nonce={cspNonce()}>
      <QueryClientProvider client={queryClient}>
        <Tooltip.Provider delay={500} closeDelay={0}>
          <Window />
        </Tooltip.Provider>
      </QueryClientProvider>
    </CSPProvider>
  )
}
