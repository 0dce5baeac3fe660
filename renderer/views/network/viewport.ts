import type { BoundingBox12, BoundingBoxWH, Core, NodeCollection, NodeSingular } from 'cytoscape'

type Box = BoundingBox12 & BoundingBoxWH

/** Room for names at the edges, in CSS pixels; names are as large at any zoom. */
const beside = 44
const above = 22

/** What part of the network is on screen. `duration` is that of movements in milliseconds, 0 for none. */
export const createViewport = (cy: Core, duration: () => number) => {
  /** Whether a person chose what is on screen; until then a panel that changes its size is fitted again. */
  let chosen = false
  let size = { width: cy.width(), height: cy.height() }

  const show = (box: Box, most: number, animated: boolean): void => {
    const [width, height] = [cy.width(), cy.height()]
    const room = Math.min((width - 2 * beside) / box.w, (height - 2 * above) / box.h)
    const zoom = Math.max(cy.minZoom(), Math.min(most, room))
    const pan = {
      x: width / 2 - ((box.x1 + box.x2) / 2) * zoom,
      y: height / 2 - ((box.y1 + box.y2) / 2) * zoom,
    }
    cy.stop()
    if (animated && duration() > 0) cy.animate({ zoom, pan }, { duration: duration(), easing: 'ease-out' })
    else cy.viewport({ zoom, pan })
  }

  const panBy = (x: number, y: number): void => {
    cy.stop()
    const pan = { x: cy.pan().x + x, y: cy.pan().y + y }
    if (duration() > 0) cy.animate({ pan }, { duration: duration(), easing: 'ease-out' })
    else cy.pan(pan)
  }

  /** All nodes on screen, at most a little enlarged; `related`: only those with relations, if there are some. */
  const showAll = (animated = true, related = false): void => {
    if (cy.nodes().empty() || cy.width() < 2) return
    const tied = cy.edges().connectedNodes()
    show(
      (related && tied.nonempty() ? tied : cy.nodes()).boundingBox({ includeLabels: false }),
      1.35,
      animated,
    )
    chosen = !related
  }

  cy.on('scrollzoom dragpan pinchzoom', () => {
    chosen = true
  })
  cy.on('resize', () => {
    const before = size
    size = { width: cy.width(), height: cy.height() }
    if (before.width < 2 || size.width < 2) return
    if (chosen) cy.panBy({ x: (size.width - before.width) / 2, y: (size.height - before.height) / 2 })
    else showAll(false, true)
  })

  return {
    showAll,

    /** Shows a node with all its neighbours. */
    centreOn: (node: NodeSingular): void => {
      if (node.empty()) return
      chosen = true
      show(node.closedNeighborhood().nodes().boundingBox({ includeLabels: false }), 1.6, true)
    },

    /** Moves only as far as needed to have the elements on screen. */
    reveal: (found: Pick<NodeCollection, 'empty' | 'renderedBoundingBox'>): void => {
      if (found.empty()) return
      const box = found.renderedBoundingBox({ includeLabels: false })
      const need = (from: number, to: number, room: number): number =>
        from < above ? above - from : to > room - above ? room - above - to : 0
      const [x, y] = [need(box.x1, box.x2, cy.width()), need(box.y1, box.y2, cy.height())]
      if (x === 0 && y === 0) return
      chosen = true
      panBy(x, y)
    },

    zoomBy: (factor: number): void => {
      chosen = true
      const level = Math.max(cy.minZoom(), Math.min(cy.maxZoom(), cy.zoom() * factor))
      cy.zoom({ level, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } })
    },
  }
}
