import { type ComponentType, Suspense } from 'react'
import { useOverlays } from '../../state/overlays.ts'
import { overlayComponents } from '../overlays.ts'

/** What lies over the panels, the latest on top. */
export function Overlays() {
  const stack = useOverlays((it) => it.stack)
  const close = useOverlays((it) => it.close)
  return stack.map(({ id, props }) => {
    const Overlay = overlayComponents[id] as ComponentType<Record<string, unknown>> | undefined
    return (
      Overlay && (
        <Suspense key={id} fallback={null}>
          <Overlay {...(props as Record<string, unknown>)} close={() => close(id)} />
        </Suspense>
      )
    )
  })
}
