import type { Schema } from '@shared/model/schema.ts'
import { Locate, Maximize, Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { runAction } from '../../actions/run.ts'
import { useActions } from '../../actions/useActions.ts'
import { call } from '../../api/client.ts'
import { useAppearance } from '../../state/appearance.ts'
import { useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { useSelection } from '../../state/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { createNetworkView, type Hovered, type NetworkView } from './cy.ts'
import type { ShownGraph } from './drawn.ts'
import { HoverCard } from './HoverCard.tsx'
import { useNetwork } from './networkState.ts'
import { copyPicture, savePicture } from './picture.ts'
import { readTheme } from './theme.ts'
import { useArranging } from './useArranging.ts'
import { go, goBack, look, pointedAt, startAt, type Walk } from './walk.ts'
import { type GraphIndex, nodeWords, spokeWords } from './wording.ts'

interface Props {
  schema: Schema
  shown: ShownGraph
  index: GraphIndex
  /** Where the panel finds the canvas, for pictures. */
  viewRef: RefObject<NetworkView | null>
}

/** The network as a picture that can be walked with mouse and keyboard. */
export function GraphCanvas({ schema, shown, index, viewRef }: Props) {
  const t = useText()
  const host = useRef<HTMLDivElement>(null)
  const view = viewRef
  const [hovered, setHovered] = useState<Hovered | null>(null)
  const [said, setSaid] = useState('')
  const walk = useRef<Walk | null>(null)
  const fitted = useRef(false)
  const { arranging, settle, layOutAgain, cancel } = useArranging(view)

  const keepDragged = (entityId: number, x: number, y: number) => {
    call('network.moveNodes', { nodes: [{ entityId, x, y, pinned: true }], by: 'drag' }).catch((thrown) => {
      view.current?.putBack()
      showFailure(thrown)
    })
  }

  const latest = useRef({ keepDragged })
  latest.current = { keepDragged }

  useEffect(() => {
    const made = createNetworkView(host.current!, {
      onNode: (id) => {
        walk.current = startAt(id)
        made.point(null)
        useSelection.getState().selectEntity(id)
      },
      onEdge: (id) => useSelection.getState().selectRelation(id),
      onBackground: () => {
        walk.current = null
        made.point(null)
      },
      onHover: setHovered,
      onDragged: (id, x, y) => latest.current.keepDragged(id, x, y),
    })
    view.current = made
    // A panel that is opened behind another one has no size yet; the picture is fitted when it gets one.
    const watcher = new ResizeObserver(() => {
      if (fitted.current || made.cy.nodes().empty() || host.current!.clientWidth < 10) return
      made.cy.resize()
      made.fit(false, true)
      fitted.current = true
    })
    watcher.observe(host.current!)
    return () => {
      watcher.disconnect()
      view.current = null
      fitted.current = false
      made.destroy()
    }
  }, [view])

  const theme = useAppearance((it) => it.shown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page that it changes
  useEffect(() => view.current?.restyle(readTheme(), schema), [view, schema, theme])

  useEffect(() => {
    const current = view.current
    if (!current) return
    const fresh = current.update(shown, schema, useNetwork.getState().places)
    if (!fitted.current && shown.nodes.length > 0 && host.current!.clientWidth > 10) {
      current.fit(false, true)
      fitted.current = true
    }
    void settle(fresh, shown.nodes.length)
  }, [view, shown, schema, settle])

  const entityId = useSelection((it) => it.entityId)
  const relationId = useSelection((it) => it.relationId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected may only now have come into the graph
  useEffect(() => view.current?.select(entityId, relationId), [view, entityId, relationId, shown])

  const spokes = () => (walk.current ? (view.current?.spokes(walk.current.entityId) ?? []) : [])

  const stand = (next: Walk): void => {
    walk.current = next
    const around = view.current?.spokes(next.entityId) ?? []
    view.current?.point(pointedAt(next, around))
    const spoke = around[next.spoke]
    setSaid(
      spoke
        ? spokeWords(index, next.entityId, spoke.relationId, next.spoke, around.length, t)
        : nodeWords(index, next.entityId, t),
    )
  }

  /** The node the keyboard is on: where it was, else what is selected, else the most mentioned. */
  const begin = (): Walk | null => {
    if (walk.current && index.node.has(walk.current.entityId)) return walk.current
    const first = entityId !== null && index.node.has(entityId) ? entityId : shown.nodes[0]?.id
    return first === undefined ? null : startAt(first)
  }

  const turnTo = (by: 1 | -1, byNeighbour: boolean): void => {
    const from = begin()
    if (!from) return
    const began = walk.current === null
    walk.current = from
    if (began) stand(from)
    else if (spokes().length === 0)
      setSaid(t('network.say.alone', { name: index.node.get(from.entityId)!.name }))
    else stand(look(from, spokes(), by, byNeighbour))
  }

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const keys: Record<string, () => void> = {
      ArrowRight: () => turnTo(1, true),
      ArrowLeft: () => turnTo(-1, true),
      ArrowDown: () => {
        const from = begin()
        if (from) stand(walk.current ? go(from, spokes()) : from)
      },
      ArrowUp: () => {
        const from = begin()
        if (from) stand(goBack(from))
      },
      Enter: () => {
        const from = begin()
        if (!from) return
        walk.current = from
        const spoke = spokes()[from.spoke]
        if (spoke) useSelection.getState().selectRelation(spoke.relationId)
        else useSelection.getState().selectEntity(from.entityId)
        runAction('panel.inspector')
      },
      Escape: () => {
        walk.current = null
        view.current?.point(null)
      },
    }
    const act = keys[event.key]
    if (!act || event.shiftKey) return
    event.preventDefault()
    act()
  }

  /** The node an action is about: where the keyboard stands, else the selected one. */
  const subject = () => index.node.get(walk.current?.entityId ?? entityId ?? -1)

  const pin = () => {
    const node = subject()
    const place = node && view.current?.positionOf(node.id)
    if (!node || !place) return
    setSaid(t(node.pinned ? 'network.say.unpinned' : 'network.say.pinned', { name: node.name }))
    return call('network.moveNodes', {
      nodes: [{ entityId: node.id, ...place, pinned: !node.pinned }],
      by: 'pin',
    })
  }

  useActions({
    'network.fit': () => view.current?.fit(),
    'network.zoomIn': () => view.current?.zoomBy(1.25),
    'network.zoomOut': () => view.current?.zoomBy(0.8),
    'network.centre': () => {
      const node = subject() ?? shown.nodes[0]
      if (node) view.current?.centreOn(node.id)
    },
    'network.layout': () => layOutAgain(shown.nodes),
    'network.pin': pin,
    'network.nextEdge': () => turnTo(1, false),
    'network.previousEdge': () => turnTo(-1, false),
    'network.png': () => savePicture(view.current!, 2),
    'network.copyPng': () => copyPicture(view.current!),
  })

  return (
    <div className="network-stage">
      <div
        className={classes('network-canvas', arranging === 'first' && 'network-canvas-waiting')}
        role="application"
        aria-label={t('network.label')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture walked by keys is an application
        tabIndex={0}
        onKeyDown={press}
        onBlur={() => view.current?.point(null)}
      >
        <div ref={host} className="network-host" />
      </div>
      <div className="ui-hidden" aria-live="polite">
        {said}
      </div>
      {hovered && <HoverCard hovered={hovered} index={index} height={host.current?.clientHeight ?? 0} />}
      {arranging && (
        <div className="network-arranging">
          <Progress done={0} total={0} label={t('network.layingOut')} />
          <span>{t('network.layingOut')}</span>
          <Button compact onClick={cancel}>
            {t('network.cancel')}
          </Button>
        </div>
      )}
      <div className="network-zoom" role="toolbar" aria-label={t('network.tools')}>
        <IconButton
          compact
          icon={Locate}
          label={t('action.network.centre')}
          shortcut="N"
          onClick={() => runAction('network.centre')}
        />
        <IconButton
          compact
          icon={Plus}
          label={t('action.network.zoomIn')}
          shortcut="+"
          onClick={() => runAction('network.zoomIn')}
        />
        <IconButton
          compact
          icon={Minus}
          label={t('action.network.zoomOut')}
          shortcut="-"
          onClick={() => runAction('network.zoomOut')}
        />
        <IconButton
          compact
          icon={Maximize}
          label={t('action.network.fit')}
          shortcut="0"
          onClick={() => runAction('network.fit')}
        />
      </div>
    </div>
  )
}
