import { Suspense, useEffect, useState } from 'react'
import { type OpenOverlay, useOverlays } from '../../state/overlays.ts'
import { overlayComponent, preloadOverlays } from '../overlays.ts'
import { PanelBoundary } from './PanelBoundary.tsx'

function Overlay({ id, props }: OpenOverlay) {
  const close = useOverlays((it) => it.close)
  // Chosen once: what is lazy now is loaded a moment later, and another component would begin anew with the same props.
  const [Component] = useState(() => overlayComponent(id))
  return (
    <PanelBoundary>
      <Suspense fallback={null}>
        <Component {...(props as Record<string, unknown>)} close={() => close(id)} />
      </Suspense>
    </PanelBoundary>
  )
}

/** What lies over the panels, the latest on top. */
export function Overlays() {
  const stack = useOverlays((it) => it.stack)
  useEffect(preloadOverlays, [])
  return stack.map((it) => <Overlay key={it.id} {...it} />)
}
