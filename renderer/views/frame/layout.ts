import type { DockviewApi, SerializedDockview } from 'dockview-react'
import { z } from 'zod'
import { type PanelId, panelIds } from '../panelIds.ts'

/** Where a panel goes when it is not there: the first neighbour that is there counts. */
const places: Readonly<
  Record<PanelId, readonly { beside?: PanelId; direction: 'left' | 'right' | 'below' | 'above' | 'within' }[]>
> = {
  corpus: [{ direction: 'left' }],
  source: [
    { beside: 'reader', direction: 'left' },
    { beside: 'corpus', direction: 'right' },
  ],
  reader: [
    { beside: 'source', direction: 'right' },
    { beside: 'corpus', direction: 'right' },
  ],
  reader2: [{ beside: 'reader', direction: 'right' }],
  network: [{ beside: 'inspector', direction: 'above' }, { direction: 'right' }],
  inspector: [{ beside: 'network', direction: 'below' }, { direction: 'right' }],
  history: [{ beside: 'inspector', direction: 'within' }, { direction: 'right' }],
  overview: [{ beside: 'reader', direction: 'within' }, { direction: 'right' }],
}

/** Puts a panel into the layout where it belongs, in front. */
export const addPanel = (
  api: DockviewApi,
  id: PanelId,
  size: { width?: number; height?: number } = {},
): void => {
  const place = places[id].find((it) => it.beside === undefined || api.getPanel(it.beside))
  const position = place?.beside
    ? { referencePanel: place.beside, direction: place.direction }
    : place && api.panels.length > 0
      ? { direction: place.direction === 'left' ? ('left' as const) : ('right' as const) }
      : undefined
  const beside = place?.beside ? api.getPanel(place.beside)?.group : undefined
  const splits = place?.direction === 'left' || place?.direction === 'right'
  const half = beside ? Math.round(beside.width / 2) : 0
  const kept = sizesOf(api)
  api.addPanel({
    id,
    component: 'panel',
    title: id,
    ...(position ? { position } : {}),
    ...(size.width ? { initialWidth: size.width } : {}),
    ...(size.height ? { initialHeight: size.height } : {}),
    minimumWidth: 160,
    minimumHeight: 96,
  })
  // The newcomer takes half of its neighbour; everybody else stays as wide as before.
  if (!beside || !splits || size.width) return
  restoreSizes(api, { ...kept, [beside.id]: { width: half, height: beside.height } })
}

/** Width and height in pixels of the groups in sight, by group. */
export type Sizes = Record<string, { width: number; height: number }>

const sizesSchema = z.record(z.string(), z.object({ width: z.number(), height: z.number() }))

export const readSizes = (stored: unknown): Sizes | null => sizesSchema.safeParse(stored).data ?? null

export const sizesOf = (api: DockviewApi): Sizes =>
  Object.fromEntries(
    api.groups.filter((it) => it.api.isVisible).map((it) => [it.id, { width: it.width, height: it.height }]),
  )

/** Gives groups their sizes back; twice, because the first round moves neighbours that had theirs already. */
export const restoreSizes = (api: DockviewApi, sizes: Sizes): void => {
  for (const group of [...api.groups, ...api.groups]) {
    const size = sizes[group.id]
    if (size) group.api.setSize(size)
  }
}

const between = (low: number, value: number, high: number): number =>
  Math.round(Math.max(low, Math.min(high, value)))

/** The arrangement a project begins with, fitted to the window: corpus | source | text | network over inspector. */
export const applyDefaultLayout = (api: DockviewApi): void => {
  api.clear()
  const { width, height } = api
  const corpus = between(200, width * 0.17, 320)
  const right = between(280, width * 0.28, 640)
  const middle = width - corpus - right
  const withSource = middle >= 640
  const source = withSource ? Math.round(middle * 0.37) : 0
  addPanel(api, 'corpus')
  addPanel(api, 'reader', { width: width - corpus })
  addPanel(api, 'network', { width: right })
  addPanel(api, 'inspector', { height: Math.round(height * 0.48) })
  if (withSource) addPanel(api, 'source', { width: source })
  const groupOf = (id: PanelId) => api.getPanel(id)?.group.api
  groupOf('corpus')?.setSize({ width: corpus })
  groupOf('network')?.setSize({ width: right, height: Math.round(height * 0.52) })
  if (withSource) groupOf('source')?.setSize({ width: source })
  api.getPanel('reader')?.api.setActive()
}

/** A stored layout as far as it can still be shown; null where it cannot. */
export const readLayout = (stored: unknown): SerializedDockview | null => {
  const layout = stored as SerializedDockview | null | undefined
  if (typeof layout !== 'object' || layout === null || typeof layout.panels !== 'object' || !layout.grid)
    return null
  const ids = Object.keys(layout.panels)
  const known = ids.length > 0 && ids.every((id) => panelIds.some((it) => it === id))
  return known ? layout : null
}
