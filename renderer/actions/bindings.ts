import type { ActionId } from '@shared/actions/index.ts'
import { create } from 'zustand'

export type Handler = () => unknown

interface Binding {
  owner: symbol
  handler: Handler
}

interface Bindings {
  /** For each action the code of every mounted view that can do it; the last one does. */
  stacks: ReadonlyMap<string, readonly Binding[]>
  bind(owner: symbol, handlers: ReadonlyMap<string, Handler>): void
  unbind(owner: symbol): void
}

const without = (stacks: Bindings['stacks'], owner: symbol): Map<string, readonly Binding[]> => {
  const kept = new Map<string, readonly Binding[]>()
  for (const [id, stack] of stacks) {
    const rest = stack.filter((it) => it.owner !== owner)
    if (rest.length > 0) kept.set(id, rest)
  }
  return kept
}

/** Which actions can be done now, and by what code. */
export const useBindings = create<Bindings>()((set) => ({
  stacks: new Map(),
  bind: (owner, handlers) =>
    set((state) => {
      const stacks = without(state.stacks, owner)
      for (const [id, handler] of handlers) stacks.set(id, [...(stacks.get(id) ?? []), { owner, handler }])
      return { stacks }
    }),
  unbind: (owner) => set((state) => ({ stacks: without(state.stacks, owner) })),
}))

export const handlerOf = (id: string): Handler | undefined =>
  useBindings.getState().stacks.get(id)?.at(-1)?.handler

/** Whether an action can be done now, for buttons and menus. */
export const useEnabled = (id: ActionId): boolean => useBindings((it) => it.stacks.has(id))
