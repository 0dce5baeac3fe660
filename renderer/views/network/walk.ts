import type { Pointed, Spoke } from './cy.ts'
import { turn } from './geometry.ts'

/** Where the keyboard stands: a node, how it came there, and which of its edges it looks along (−1: none). */
export interface Walk {
  readonly entityId: number
  readonly trail: readonly number[]
  readonly spoke: number
}

export const startAt = (entityId: number): Walk => ({ entityId, trail: [], spoke: -1 })

/** Looks along the next edge, clockwise (+1) or back (−1). `byNeighbour` skips further edges to the same neighbour. */
export const look = (walk: Walk, spokes: readonly Spoke[], by: 1 | -1, byNeighbour: boolean): Walk => {
  const from = spokes[walk.spoke]?.neighbourId
  let spoke = turn(walk.spoke, by, spokes.length)
  if (byNeighbour && from !== undefined)
    for (let tries = spokes.length; tries > 0 && spokes[spoke]?.neighbourId === from; tries--)
      spoke = turn(spoke, by, spokes.length)
  return { ...walk, spoke }
}

/** Goes along the edge to its other end; stays when no edge is looked along. */
export const go = (walk: Walk, spokes: readonly Spoke[]): Walk => {
  const spoke = spokes[walk.spoke]
  return spoke ? { entityId: spoke.neighbourId, trail: [...walk.trail, walk.entityId], spoke: -1 } : walk
}

/** Goes back one step: first to the node itself, then along the way it came. */
export const goBack = (walk: Walk): Walk => {
  if (walk.spoke >= 0) return { ...walk, spoke: -1 }
  const last = walk.trail.at(-1)
  return last === undefined ? walk : { entityId: last, trail: walk.trail.slice(0, -1), spoke: -1 }
}

export const pointedAt = (walk: Walk, spokes: readonly Spoke[]): Pointed => ({
  entityId: walk.entityId,
  relationId: spokes[walk.spoke]?.relationId ?? null,
})
