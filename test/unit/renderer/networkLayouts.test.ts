import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lonersApart } from '../../../renderer/views/network/layouts/apart.ts'
import { fcose } from '../../../renderer/views/network/layouts/fcose.ts'
import { forceAtlas } from '../../../renderer/views/network/layouts/forceAtlas.ts'
import {
  type LayoutGraph,
  type LayoutRun,
  seededRandom,
} from '../../../renderer/views/network/layouts/graph.ts'
import { automaticLayout } from '../../../renderer/views/network/layouts/index.ts'
import { placeNew } from '../../../renderer/views/network/layouts/placeNew.ts'
import { concentric, grid } from '../../../renderer/views/network/layouts/plain.ts'

/** A graph in which later nodes attach to earlier ones, the way networks of companies grow. */
const grown = (count: number, ties: number, seed: number): LayoutGraph => {
  const random = seededRandom(seed)
  const edges = Array.from({ length: count - 1 }, (_, index) => index + 1).flatMap((node) =>
    Array.from({ length: ties }, () => [node, Math.floor(random() * random() * node)] as const),
  )
  return {
    widths: new Float32Array(count).fill(70),
    heights: new Float32Array(count).fill(45),
    positions: new Float32Array(2 * count).fill(Number.NaN),
    fixed: new Uint8Array(count),
    sources: Uint32Array.from(edges, ([node]) => node),
    targets: Uint32Array.from(edges, ([, other]) => other),
    weights: new Float32Array(edges.length).fill(1),
    seed,
  }
}

const overlaps = (graph: LayoutGraph, positions: Float32Array): number => {
  let found = 0
  for (let a = 0; a < graph.fixed.length; a++)
    for (let b = a + 1; b < graph.fixed.length; b++) {
      const dx = Math.abs(positions[2 * a]! - positions[2 * b]!)
      const dy = Math.abs(positions[2 * a + 1]! - positions[2 * b + 1]!)
      if (dx < graph.widths[a]! && dy < graph.heights[a]!) found++
    }
  return found
}

const runs: Record<string, LayoutRun> = {
  fcose: lonersApart(fcose),
  forceAtlas: lonersApart(forceAtlas),
  concentric: lonersApart(concentric),
  grid,
}
const soon = () => performance.now() + 2700

describe.each(Object.entries(runs))('layout %s', (_name, run) => {
  test('places every node, none over another', () => {
    const graph = grown(60, 1, 7)
    const positions = run(graph, soon())
    expect(positions).toHaveLength(120)
    expect(positions.every(Number.isFinite)).toBe(true)
    expect(overlaps(graph, positions)).toBe(0)
  })

  test('leaves fixed nodes where they are', () => {
    const graph = grown(20, 1, 3)
    graph.positions.set([400, -300], 0)
    graph.positions.set([-250, 90], 2 * 5)
    graph.fixed[0] = 1
    graph.fixed[5] = 1
    const positions = run(graph, soon())
    expect([...positions.slice(0, 2)]).toEqual([400, -300])
    expect([...positions.slice(10, 12)]).toEqual([-250, 90])
  })

  test('takes an empty graph, one node and a loop', () => {
    expect(run(grown(1, 0, 1), soon()).every(Number.isFinite)).toBe(true)
    const loop = { ...grown(2, 1, 1), sources: Uint32Array.of(1, 1), targets: Uint32Array.of(1, 0) }
    expect(run({ ...loop, weights: new Float32Array(2).fill(1) }, soon()).every(Number.isFinite)).toBe(true)
  })
})

test('ForceAtlas2 gives the same picture for the same seed and keeps the time it is given', () => {
  const graph = grown(300, 2, 11)
  expect(forceAtlas(graph, Number.MAX_SAFE_INTEGER)).toEqual(forceAtlas(graph, Number.MAX_SAFE_INTEGER))
  const start = performance.now()
  forceAtlas(grown(4000, 2, 1), start + 600)
  expect(performance.now() - start).toBeLessThan(3000)
})

test('nodes without relations line up below the picture', () => {
  const graph = { ...grown(12, 1, 2), sources: Uint32Array.of(1, 2), targets: Uint32Array.of(0, 0) }
  const positions = lonersApart(concentric)({ ...graph, weights: new Float32Array(2).fill(1) }, soon())
  const lowest = Math.max(...[0, 1, 2].map((it) => positions[2 * it + 1]!))
  for (let loner = 3; loner < 12; loner++) expect(positions[2 * loner + 1]).toBeGreaterThan(lowest)
})

test('some hundreds of nodes are laid out by fCoSE, more by ForceAtlas2', () => {
  expect([1, 400, 401, 5000].map(automaticLayout)).toEqual(['fcose', 'fcose', 'forceAtlas', 'forceAtlas'])
})

describe('placing new nodes', () => {
  test('moves nobody who had a place, and finds a place for everybody', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 20 }),
        (count, seed, fresh) => {
          const graph = grown(count, 1, seed)
          const known = grid({ ...graph }, soon())
          graph.positions.set(known)
          const without = [...new Set(fresh.filter((it) => it < count))]
          for (const node of without) graph.positions.set([Number.NaN, Number.NaN], 2 * node)
          const positions = placeNew(graph)
          expect(positions.every(Number.isFinite)).toBe(true)
          for (let node = 0; node < count; node++)
            if (!without.includes(node))
              expect([positions[2 * node], positions[2 * node + 1]]).toEqual([
                known[2 * node],
                known[2 * node + 1],
              ])
        },
      ),
    )
  })

  test('puts a new node near its neighbour, on the side that is free', () => {
    const graph = { ...grown(3, 1, 1), sources: Uint32Array.of(1, 2), targets: Uint32Array.of(0, 0) }
    graph.positions.set([0, 0, 200, 0, Number.NaN, Number.NaN])
    const positions = placeNew(graph)
    expect(positions[4]).toBeLessThan(-50)
    expect(Math.hypot(positions[4]!, positions[5]!)).toBeLessThan(200)
  })
})
