import type { Schema } from '@shared/model/schema.ts'
import type { Core } from 'cytoscape'
import type { NetworkNode } from './drawn.ts'
import { labelWidth } from './geometry.ts'
import { chooseLabels } from './labels.ts'
import { fontSize, stylesheet } from './stylesheet.ts'
import type { GraphTheme } from './theme.ts'

/** Below this zoom names and lines stop shrinking with the picture, at most this many times. */
const readable = { zoom: 0.85, most: 5 }
/** A change of size smaller than this share is not worth drawing everything anew. */
const noticeable = 0.06

/**
 * Keeps the picture readable at any zoom: names and lines do not shrink below a size, and only the names that have
 * room are written, the most mentioned entities first (`nodes` come in that order). `mayBoost`: whether the graph is
 * small enough to be drawn anew for it.
 */
export const createLegibility = (cy: Core, nodes: () => readonly NetworkNode[], mayBoost: () => boolean) => {
  let look: { theme: GraphTheme; schema: Schema } | null = null
  let boost = 1
  let waiting: ReturnType<typeof setTimeout> | undefined

  const redraw = (): void => {
    if (look) cy.style(stylesheet(look.theme, look.schema, boost))
  }

  const adapt = (zoom = cy.zoom()): void => {
    const wanted = mayBoost() ? Math.max(1, Math.min(readable.most, readable.zoom / zoom)) : 1
    if (Math.abs(wanted / boost - 1) > noticeable) {
      boost = wanted
      redraw()
    }
    const grown = boost ** 0.35
    const drawn = nodes().map((it) => ({ it, element: cy.getElementById(`n${it.id}`) }))
    const named = chooseLabels(
      drawn.map(({ it, element }) => ({
        id: it.id,
        ...element.position(),
        diameter: element.data('size') * grown,
        labelWidth: labelWidth(it.name) * boost,
        labelHeight: (fontSize + 4) * boost,
      })),
    )
    cy.batch(() => {
      cy.elements().forEach((it) => {
        const size = it.data('size') * grown
        if (it.data('drawn') !== size) it.data('drawn', size)
      })
      for (const { it, element } of drawn) element.toggleClass('named', named.has(it.id))
    })
  }

  const adaptSoon = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(() => adapt(), 60)
  }
  cy.on('zoom', adaptSoon)
  cy.on('position', 'node', adaptSoon)

  return {
    /** Chooses sizes and names for a zoom, the present one unless another is named. */
    adapt,
    restyle: (theme: GraphTheme, schema: Schema): void => {
      look = { theme, schema }
      redraw()
    },
    theme: (): GraphTheme | null => look?.theme ?? null,
    stop: (): void => clearTimeout(waiting),
  }
}
