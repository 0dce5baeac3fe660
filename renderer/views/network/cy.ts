import type { Schema } from '@shared/model/schema.ts'
import cytoscape, { type Collection, type Core, type EventObject, type NodeSingular } from 'cytoscape'
import {
  edgeLook,
  knownPlace,
  layoutGraph,
  type NetworkNode,
  nodeLook,
  relationTypesById,
  type ShownGraph,
} from './drawn.ts'
import { aroundClock } from './geometry.ts'
import type { LayoutGraph, Positions } from './layouts/graph.ts'
import { placeNew } from './layouts/placeNew.ts'
import { createLegibility } from './legibility.ts'
import type { Places } from './networkState.ts'
import { reducedMotion } from './theme.ts'
import { createViewport } from './viewport.ts'

/** Elements (nodes and edges) from which on beauty gives way to speed; measured on two cores without a GPU. */
const limits = {
  texture: 1500,
  dim: 1500,
  singlePixels: 2000,
  plainEdges: 3000,
  hideEdges: 8000,
  animate: 300,
}
const motion = 140

/** A thing under the pointer, with its place in the container in CSS pixels. */
export interface Hovered {
  kind: 'node' | 'edge'
  id: number
  x: number
  y: number
}

export interface ViewHandlers {
  onNode(entityId: number): void
  onEdge(relationId: number): void
  onBackground(): void
  onHover(hovered: Hovered | null): void
  /** A person moved a node and let go; model coordinates. */
  onDragged(entityId: number, x: number, y: number): void
}

/** A way from a node to a neighbour. */
export interface Spoke {
  relationId: number
  neighbourId: number
}

/** What the keyboard points at: a node, and perhaps one of its edges. */
export interface Pointed {
  entityId: number
  relationId: number | null
}

/** The few fields of the canvas renderer that can be set after the start. */
interface CanvasRenderer {
  hideEdgesOnViewport: boolean
  textureOnViewport: boolean
  forcedPixelRatio: number | null
}

export type NetworkView = ReturnType<typeof createNetworkView>

/** The one owner of the Cytoscape canvas: made once in a container, brought up to date by differences, destroyed. */
export const createNetworkView = (container: HTMLElement, handlers: ViewHandlers) => {
  const cy: Core = cytoscape({
    container,
    autounselectify: true,
    boxSelectionEnabled: false,
    minZoom: 0.03,
    maxZoom: 4,
    layout: { name: 'preset' },
  })
  /** Where each node was last told to stand. A node moves only when this changes, not because data came again. */
  let told = new Map<number, { x: number; y: number }>()
  let shown: ShownGraph = { nodes: [], edges: [] }
  let selection: { entityId: number | null; relationId: number | null } = { entityId: null, relationId: null }
  let pointed: Pointed | null = null

  const node = (entityId: number): NodeSingular => cy.getElementById(`n${entityId}`) as NodeSingular
  const edge = (relationId: number) => cy.getElementById(`e${relationId}`)
  const idOf = (event: EventObject): number => Number(event.target.id().slice(1))
  const duration = (): number => (reducedMotion() || cy.nodes().length > limits.animate ? 0 : motion)
  const elements = (): number => shown.nodes.length + shown.edges.length

  const legibility = createLegibility(
    cy,
    () => shown.nodes,
    () => elements() <= limits.dim,
  )
  const viewport = createViewport(cy, duration)

  const drawClasses = (): void =>
    cy.batch(() => {
      cy.elements('.selected, .pointed').removeClass('selected pointed')
      if (selection.entityId !== null) node(selection.entityId).addClass('selected')
      if (selection.relationId !== null) edge(selection.relationId).addClass('selected')
      if (pointed) {
        node(pointed.entityId).addClass('pointed')
        if (pointed.relationId !== null) edge(pointed.relationId).addClass('pointed')
      }
    })

  const light = (around: Collection | null): void =>
    cy.batch(() => {
      cy.elements('.lit, .dimmed').removeClass('lit dimmed')
      cy.edges('.named').removeClass('named')
      if (!around) return
      if (elements() <= limits.dim) cy.elements().difference(around).addClass('dimmed')
      around.addClass('lit')
    })

  let leaving: ReturnType<typeof setTimeout> | undefined
  const leave = (): void => {
    clearTimeout(leaving)
    // A short wait, so that going from one node to the next does not flicker.
    leaving = setTimeout(() => {
      light(null)
      handlers.onHover(null)
    }, 50)
  }
  container.addEventListener('mouseleave', leave)
  cy.on('mouseover', 'node', (event) => {
    clearTimeout(leaving)
    light(event.target.closedNeighborhood())
    const { x, y } = event.target.renderedPosition()
    handlers.onHover({ kind: 'node', id: idOf(event), x, y: y + event.target.renderedHeight() / 2 })
    container.style.cursor = 'pointer'
  })
  cy.on('mouseover', 'edge', (event) => {
    clearTimeout(leaving)
    light(event.target.union(event.target.connectedNodes()))
    event.target.addClass('named')
    handlers.onHover({ kind: 'edge', id: idOf(event), ...event.renderedPosition })
    container.style.cursor = 'pointer'
  })
  cy.on('mouseout', 'node, edge', () => {
    container.style.cursor = ''
    leave()
  })
  cy.on('grab viewport', () => handlers.onHover(null))
  cy.on('tap', 'node', (event) => handlers.onNode(idOf(event)))
  cy.on('tap', 'edge', (event) => handlers.onEdge(idOf(event)))
  cy.on('tap', (event) => {
    if (event.target === cy) handlers.onBackground()
  })
  cy.on('dbltap', 'node', (event) => viewport.centreOn(node(idOf(event))))
  cy.on('dragfree', 'node', (event) => {
    const { x, y } = event.target.position()
    handlers.onDragged(idOf(event), x, y)
  })

  const tune = (): void => {
    const renderer = (cy as unknown as { renderer(): CanvasRenderer }).renderer()
    renderer.textureOnViewport = elements() > limits.texture
    renderer.hideEdgesOnViewport = elements() > limits.hideEdges
    renderer.forcedPixelRatio = elements() > limits.singlePixels ? 1 : null
  }

  const move = (entityId: number, to: { x: number; y: number }, animated: boolean): void => {
    const found = node(entityId)
    if (found.empty() || found.grabbed()) return
    const { x, y } = found.position()
    if (Math.abs(x - to.x) < 1 && Math.abs(y - to.y) < 1) return
    found.stop()
    if (animated && duration() > 0) found.animate({ position: to }, { duration: motion, easing: 'ease-out' })
    else found.position(to)
  }

  return {
    cy,
    fit: viewport.showAll,
    zoomBy: viewport.zoomBy,
    centreOn: (entityId: number): void => viewport.centreOn(node(entityId)),

    /**
     * Brings the canvas to a graph by differences. Nodes that were never placed are put near their neighbours.
     * @returns the nodes that had no place, in the order of the graph
     */
    update: (next: ShownGraph, schema: Schema, places: Places): NetworkNode[] => {
      const first = shown.nodes.length === 0
      shown = next
      const types = relationTypesById(schema)
      const plain = elements() > limits.plainEdges
      const fresh: NetworkNode[] = []
      const tellNow = new Map<number, { x: number; y: number }>()
      const here = (it: NetworkNode) => {
        const known = knownPlace(it, places)
        if (known) return known
        const drawn = node(it.id)
        return drawn.nonempty() ? { ...drawn.position() } : null
      }
      for (const it of next.nodes) {
        const place = here(it)
        if (place) tellNow.set(it.id, place)
        else fresh.push(it)
      }
      if (fresh.length > 0) {
        const found = placeNew(layoutGraph(next, here, () => true))
        next.nodes.forEach((it, index) => {
          if (!tellNow.has(it.id)) tellNow.set(it.id, { x: found[2 * index]!, y: found[2 * index + 1]! })
        })
      }

      const nodeIds = new Set(next.nodes.map((it) => `n${it.id}`))
      const edgeIds = new Set(next.edges.map((it) => `e${it.id}`))
      cy.batch(() => {
        cy.edges().forEach((it) => {
          if (!edgeIds.has(it.id())) it.remove()
        })
        cy.nodes().forEach((it) => {
          if (!nodeIds.has(it.id())) it.remove()
        })
        for (const it of next.nodes) {
          const drawnAs = nodeLook(it)
          const drawn = node(it.id)
          if (drawn.empty())
            cy.add({
              group: 'nodes',
              data: { id: `n${it.id}`, ...drawnAs.data, drawn: drawnAs.data.size },
              classes: drawnAs.classes,
              position: { ...tellNow.get(it.id)! },
            })
          else {
            drawn.data(drawnAs.data)
            drawn.classes(drawnAs.classes)
          }
        }
        for (const it of next.edges) {
          const drawnAs = edgeLook(it, types.get(it.typeId), plain)
          const drawn = edge(it.id)
          const ends = { source: `n${it.sourceId}`, target: `n${it.targetId}` }
          if (
            drawn.nonempty() &&
            (drawn.data('source') !== ends.source || drawn.data('target') !== ends.target)
          )
            drawn.move(ends)
          const standing = edge(it.id)
          if (standing.empty())
            cy.add({
              group: 'edges',
              data: { id: `e${it.id}`, ...ends, ...drawnAs.data, drawn: drawnAs.data.size },
              classes: drawnAs.classes,
            })
          else {
            standing.data(drawnAs.data)
            standing.classes(drawnAs.classes)
          }
        }
      })
      for (const [id, place] of tellNow) {
        const before = told.get(id)
        if (!before || before.x !== place.x || before.y !== place.y) move(id, place, !first)
      }
      told = tellNow
      tune()
      legibility.adapt()
      drawClasses()
      container.dataset.nodes = String(next.nodes.length)
      container.dataset.edges = String(next.edges.length)
      return fresh
    },

    restyle: legibility.restyle,

    /** Marks what is selected; brings it into view when it is not. */
    select: (entityId: number | null, relationId: number | null): void => {
      const changed = selection.entityId !== entityId || selection.relationId !== relationId
      selection = { entityId, relationId }
      drawClasses()
      if (!changed) return
      if (entityId !== null) viewport.reveal(node(entityId))
      else if (relationId !== null) viewport.reveal(edge(relationId).connectedNodes())
    },

    /** Marks what the keyboard is on. */
    point: (next: Pointed | null): void => {
      pointed = next
      drawClasses()
      if (next)
        viewport.reveal(
          next.relationId === null ? node(next.entityId) : edge(next.relationId).connectedNodes(),
        )
    },

    /** The edges of a node, clockwise from the top by where they lead. */
    spokes: (entityId: number): Spoke[] => {
      const found = node(entityId)
      if (found.empty()) return []
      const spokes = found
        .connectedEdges()
        .toArray()
        .map((it) => {
          const other = it.source().same(found) ? it.target() : it.source()
          return { relationId: Number(it.id().slice(1)), neighbourId: Number(other.id().slice(1)) }
        })
      return aroundClock(found.position(), spokes, (it) => node(it.neighbourId).position())
    },

    /** The graph with its present places, for a layout; node `i` of it is `ids[i]`. */
    layoutGraph: (
      isFixed: (node: NetworkNode) => boolean,
      seed: number,
    ): { ids: number[]; graph: LayoutGraph } => ({
      ids: shown.nodes.map((it) => it.id),
      graph: layoutGraph(
        shown,
        (it) => {
          const drawn = node(it.id)
          return drawn.nonempty() ? { ...drawn.position() } : null
        },
        isFixed,
        seed,
      ),
    }),

    /** Moves nodes to where a layout wants them and tells the places, in whole model pixels. */
    arrange: (ids: readonly number[], positions: Positions, animated: boolean): Places => {
      const places = new Map(
        ids.map((id, index) => [
          id,
          { x: Math.round(positions[2 * index]!), y: Math.round(positions[2 * index + 1]!) },
        ]),
      )
      for (const [id, place] of places) move(id, place, animated)
      return places
    },

    /** Puts nodes back to where they were told to stand; for a move that could not be kept. */
    putBack: (): void => {
      for (const [id, place] of told) move(id, place, true)
    },

    positionOf: (entityId: number): { x: number; y: number } | null => {
      const found = node(entityId)
      return found.empty() ? null : { ...found.position() }
    },

    /** The whole network as a picture, `scale` pixels to a model pixel, with names as at full zoom. */
    png: async (scale: number): Promise<Blob> => {
      light(null)
      legibility.adapt(1)
      try {
        return await cy.png({
          output: 'blob-promise',
          full: true,
          scale,
          maxWidth: 16_000,
          maxHeight: 16_000,
          bg: legibility.theme()?.panel ?? 'white',
        })
      } finally {
        legibility.adapt()
      }
    },

    destroy: (): void => {
      clearTimeout(leaving)
      legibility.stop()
      // A resize that was seen just before is told a moment later, when there is nothing to fit any more.
      cy.removeAllListeners()
      cy.destroy()
    },
  }
}
