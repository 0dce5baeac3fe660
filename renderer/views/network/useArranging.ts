import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { announce } from '../../state/announce.ts'
import { text } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import type { NetworkView } from './cy.ts'
import type { NetworkNode } from './drawn.ts'
import { automaticLayout, type LayoutId, layouts } from './layouts/index.ts'
import { runLayout } from './layouts/run.ts'
import { type NetworkSettings, rememberPlaces, useNetwork } from './networkState.ts'

/** So many nodes without a place are put near their neighbours at once; more than that need a layout. */
const fewFresh = 30

const chosen = (layout: NetworkSettings['layout'], nodes: number): LayoutId =>
  layout === 'automatic' ? automaticLayout(nodes) : layout

/** Runs layouts on the canvas, one at a time. */
export const useArranging = (view: RefObject<NetworkView | null>) => {
  const [arranging, setArranging] = useState<'first' | 'again' | null>(null)
  const asked = useRef(0)
  const running = useRef<AbortController | null>(null)
  const cancel = useCallback(() => running.current?.abort(), [])
  useEffect(() => cancel, [cancel])

  const run = useCallback(
    async (kind: 'first' | 'again', isFixed: (node: NetworkNode) => boolean, layout: LayoutId, seed = 0) => {
      running.current?.abort()
      const current = new AbortController()
      running.current = current
      setArranging(kind)
      const { ids, graph } = view.current!.layoutGraph(isFixed, seed)
      const result = await runLayout(layout, graph, current.signal)
      if (running.current === current) setArranging(null)
      if (!result || !view.current || current.signal.aborted) return null
      if (result.layout !== layout) {
        const used = layouts.find((it) => it.id === result.layout)!
        announce(text('network.laidOutInstead', { name: text(used.titleKey) }))
      }
      const places = view.current.arrange(ids, result.positions, kind === 'again')
      view.current.fit(kind === 'again', true)
      return places
    },
    [view],
  )

  /** Finds room for nodes that have no place; all others stay. */
  const settle = useCallback(
    async (fresh: readonly NetworkNode[], total: number) => {
      if (fresh.length === 0) return
      const ids = new Set(fresh.map((it) => it.id))
      if (fresh.length <= fewFresh && fresh.length * 2 <= total) {
        rememberPlaces(new Map([...ids].map((id) => [id, view.current!.positionOf(id)!])))
        return
      }
      const places = await run('first', (it) => !ids.has(it.id), automaticLayout(total))
      if (places) rememberPlaces(new Map([...places].filter(([id]) => ids.has(id))))
    },
    [run, view],
  )

  /** Lays everything out anew, but for what is pinned, and keeps that as a step of the history. */
  const layOutAgain = useCallback(
    async (nodes: readonly NetworkNode[]) => {
      if (nodes.length === 0) return
      const pinned = new Set(nodes.filter((it) => it.pinned).map((it) => it.id))
      const places = await run(
        'again',
        (it) => pinned.has(it.id),
        chosen(useNetwork.getState().layout, nodes.length),
        // Asking again asks for another picture.
        ++asked.current,
      )
      if (!places) return
      try {
        await call('network.moveNodes', {
          nodes: [...places].map(([entityId, { x, y }]) => ({
            entityId,
            x,
            y,
            pinned: pinned.has(entityId),
          })),
          by: 'layout',
        })
      } catch (thrown) {
        view.current?.putBack()
        showFailure(thrown)
      }
    },
    [run, view],
  )

  return { arranging, settle, layOutAgain, cancel }
}
