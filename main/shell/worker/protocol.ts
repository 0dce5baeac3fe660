import type { CoreEvent } from '../../../shared/contract/events.ts'

/** What the thread that owns the windows sends to the worker that owns the core. */
export type ToCore = { type: 'call'; id: number; method: string; input: unknown } | { type: 'close' }

/** And back. */
export type FromCore =
  | { type: 'ready' }
  /** `reply` is a Reply as JSON text: written once here, read once in the window, and cheap to pass on in between. */
  | { type: 'reply'; id: number; reply: string }
  | { type: 'event'; event: CoreEvent }
  | { type: 'closed' }

/** How the worker is started (its `workerData`). */
export interface CoreWorkerData {
  dataFolder: string
  sampleFolder: string
  personName: string
  jobWorkerUrl: string
}
