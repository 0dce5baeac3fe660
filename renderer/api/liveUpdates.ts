import { findEndpoint } from '@shared/contract/define.ts'
import type { CoreEvent } from '@shared/contract/events.ts'
import { allEndpoints } from './client.ts'
import { queryClient } from './queries.ts'
import { transport } from './transport.ts'

type Listener = (event: CoreEvent) => void
const listeners = new Set<Listener>()

/** For views that patch themselves (the reader): every event as it comes. Returns the unsubscriber. */
export const onCoreEvent = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Marks the answers stale that are made of what changed; the contract says what each is made of. */
const invalidate = (changed: ReadonlySet<string>): void => {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) =>
      findEndpoint(allEndpoints, String(queryKey[0]))?.reads.some((it) => changed.has(it)) ?? false,
  })
}

/** Time in which changes gather before lists and network are asked anew; milliseconds. */
const gathering = 60

let gathered = new Set<string>()

/**
 * What a key press changed is on screen from its own reply; what else is made of it may wait a moment, so that the next
 * question of the hand that types is not queued behind it.
 */
const invalidateSoon = (changed: Iterable<string>): void => {
  const first = gathered.size === 0
  for (const it of changed) gathered.add(it)
  if (!first) return
  setTimeout(() => {
    const all = gathered
    gathered = new Set()
    invalidate(all)
  }, gathering)
}

const receive = (event: CoreEvent): void => {
  if (event.event === 'changed') invalidateSoon([...Object.keys(event.payload.touched), 'history'])
  else if (event.event === 'refreshed') {
    // Another project: nothing that was known holds.
    if (event.payload.what.includes('projects')) void queryClient.resetQueries()
    else invalidate(new Set(event.payload.what))
  } else if (event.payload.state !== 'running') invalidate(new Set(['job']))
  for (const listener of listeners) listener(event)
}

/** Starts listening; called once per window. */
export const startLiveUpdates = (onState: (connected: boolean) => void): (() => void) =>
  transport.subscribe(receive, (connected) => {
    onState(connected)
    // Whatever was missed while the line was down is asked again.
    if (connected) void queryClient.invalidateQueries()
  })
