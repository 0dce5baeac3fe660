import { z } from 'zod'
import { jobState } from './jobs.ts'

/** Ids touched per table; `'all'` when they are too many to name. */
export const touched = z.record(z.string(), z.union([z.array(z.int()), z.literal('all')]))
export type Touched = z.infer<typeof touched>

/** What the core tells every window, after the fact. */
export const events = {
  /** A command, undo or redo was committed. `seq` is the step it belongs to. */
  changed: z.strictObject({ seq: z.int(), touched }),
  /** Unjournalled state changed: another project is open, drafts or settings differ. */
  refreshed: z.strictObject({
    what: z.array(z.enum(['history', 'projects', 'import_draft', 'release', 'setting', 'job'])),
  }),
  /** A long job moved on or ended. */
  job: jobState,
} as const

export type EventName = keyof typeof events
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>
export type CoreEvent = { [N in EventName]: { event: N; payload: EventPayload<N> } }[EventName]
