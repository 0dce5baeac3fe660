import type { ActionId } from '@shared/actions/index.ts'
import { useEffect, useRef } from 'react'
import { type Handler, useBindings } from './bindings.ts'

/** Code by action; a falsy entry leaves the action disabled. */
export type ActionHandlers = Partial<Record<ActionId, Handler | null | false | undefined>>

/**
 * Binds code to actions while the component is mounted; of several components the one bound last is asked. The
 * handlers may be new functions on every drawing: the latest ones run.
 */
export const useActions = (handlers: ActionHandlers): void => {
  const latest = useRef(handlers)
  latest.current = handlers
  const owner = useRef(Symbol('actions')).current
  const enabled = (Object.keys(handlers) as ActionId[]).filter((it) => handlers[it]).join(' ')

  useEffect(() => {
    const bound = new Map<string, Handler>()
    for (const id of enabled.split(' ') as ActionId[])
      if (id) bound.set(id, () => (latest.current[id] || (() => {}))())
    useBindings.getState().bind(owner, bound)
    return () => useBindings.getState().unbind(owner)
  }, [enabled, owner])
}
