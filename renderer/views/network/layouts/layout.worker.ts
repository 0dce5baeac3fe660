import { lonersApart } from './apart.ts'
import { fcose } from './fcose.ts'
import { forceAtlas } from './forceAtlas.ts'
import { type LayoutGraph, type LayoutRun, seededRandom } from './graph.ts'
import type { LayoutId } from './index.ts'
import { concentric, grid } from './plain.ts'

const runs: Record<LayoutId, LayoutRun> = {
  fcose: lonersApart(fcose),
  forceAtlas: lonersApart(forceAtlas),
  concentric: lonersApart(concentric),
  grid,
}

export interface LayoutRequest {
  layout: LayoutId
  graph: LayoutGraph
  /** Milliseconds. */
  timeLimit: number
}

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  // fCoSE draws from Math.random; this worker's is seeded.
  Math.random = seededRandom(data.graph.seed + data.graph.fixed.length)
  const positions = runs[data.layout](data.graph, performance.now() + data.timeLimit * 0.9)
  ;(self as unknown as Worker).postMessage(positions, [positions.buffer])
})
