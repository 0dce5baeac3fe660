import type { LayoutGraph, Positions } from './graph.ts'
import { type LayoutId, layouts } from './index.ts'
import type { LayoutRequest } from './layout.worker.ts'

export const timeLimit = 3000

/**
 * Runs a layout in a worker of its own; ending the worker is how it is cancelled. After the time limit
 * (milliseconds) the layout that steps in for it is run.
 * @returns the positions and which layout made them; null when it was cancelled or failed
 */
export const runLayout = (
  layout: LayoutId,
  graph: LayoutGraph,
  signal: AbortSignal,
): Promise<{ positions: Positions; layout: LayoutId } | null> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
    const finish = (result: { positions: Positions; layout: LayoutId } | null): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      worker.terminate()
      resolve(result)
    }
    const cancel = (): void => finish(null)
    const stepIn = (): void => {
      const instead = layouts.find((it) => it.id === layout)?.insteadWhenLate
      if (!instead) {
        cancel()
        return
      }
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      worker.terminate()
      resolve(runLayout(instead, graph, signal))
    }
    const timer = setTimeout(stepIn, timeLimit)
    if (signal.aborted) return cancel()
    signal.addEventListener('abort', cancel)
    worker.addEventListener('message', ({ data }: MessageEvent<Positions>) =>
      finish({ positions: data, layout }),
    )
    worker.addEventListener('error', stepIn)
    worker.postMessage({ layout, graph, timeLimit } satisfies LayoutRequest)
  })
