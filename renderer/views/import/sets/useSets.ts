import type { ImportMapping, ImportSet } from '@shared/model/importSet.ts'
import { useMemo } from 'react'
import { create } from 'zustand'
import { call } from '../../../api/client.ts'
import { queryClient, useAnswer } from '../../../api/queries.ts'
import { showFailure } from '../../../state/notices.ts'

type Patch = Partial<Pick<ImportSet, 'included' | 'mapping'>>

/** Changes by set that the core has not confirmed yet; an older answer must not show through them. */
const usePending = create<{ patches: ReadonlyMap<number, Patch> }>()(() => ({ patches: new Map() }))

const patched = (sets: readonly ImportSet[], patches: ReadonlyMap<number, Patch>): ImportSet[] =>
  sets.map((it) => ({ ...it, ...patches.get(it.id) }))

const key = ['imports.sets', {}]
const none: ImportSet[] = []

/** The sets that wait for the analyst's word, as last changed. */
export const useSets = () => {
  const { data, error, isPending } = useAnswer('imports.sets', {})
  const patches = usePending((it) => it.patches)
  const sets = useMemo(() => (data ? patched(data, patches) : none), [data, patches])
  return { sets, error, isPending }
}

const currentSets = (): ImportSet[] =>
  patched(queryClient.getQueryData<ImportSet[]>(key) ?? [], usePending.getState().patches)

let last: Promise<unknown> = Promise.resolve()

const change = (id: number, patch: Patch): void => {
  const mine = { ...usePending.getState().patches.get(id), ...patch }
  usePending.setState(({ patches }) => ({ patches: new Map(patches).set(id, mine) }))
  // One after the other, so that the latest word is the last.
  last = last
    .then(() => call('imports.updateSet', { id, patch }))
    .catch(showFailure)
    .finally(async () => {
      await queryClient.invalidateQueries({ queryKey: key })
      usePending.setState(({ patches }) => {
        if (patches.get(id) !== mine) return { patches }
        const rest = new Map(patches)
        rest.delete(id)
        return { patches: rest }
      })
    })
}

/** Resolves when every change made so far is with the core. */
export const setChangesKept = (): Promise<unknown> => last

export const includeSets = (ids: readonly number[], included: boolean): void => {
  for (const id of ids) change(id, { included })
}

export const changeMapping = (id: number, how: (mapping: ImportMapping) => ImportMapping): void => {
  const set = currentSets().find((it) => it.id === id)
  if (set) change(id, { mapping: how(set.mapping) })
}
