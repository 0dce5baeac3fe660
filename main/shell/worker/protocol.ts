import type { CoreEvent } from '../../../shared/contract/events.ts'
import type { Reply } from '../../../shared/contract/reply.ts'

/** What the thread that owns the windows sends to the worker that owns the core. */
export type ToCore = { type: 'call'; id: number; method: string; input: unknown } | { type: 'close' }

/** And back. */
export type FromCore =
  | { type: 'ready' }
  | { type: 'reply'; id: number; reply: Reply }
  | { type: 'event'; event: CoreEvent }
  | { type: 'closed' }

/** How the worker is started (its `workerData`). */
export interface CoreWorkerData {
  dataFolder: string
  sampleFolder: string
  personName: string
  jobWorkerUrl: string
}
