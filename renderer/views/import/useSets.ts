import type { ImportMapping, ImportSet } from '@shared/model/importSet.ts'
import { call } from '../../api/client.ts'
import { queryClient, useAnswer } from '../../api/queries.ts'
import { showFailure } from '../../state/notices.ts'

const key = ['imports.sets', {}]

/** The sets that wait for the analyst's word. */
export const useSets = () => useAnswer('imports.sets', {})

/** The sets as they stand at this moment, changes just made included. */
export const currentSets = (): ImportSet[] => queryClient.getQueryData<ImportSet[]>(key) ?? []

const change = (id: number, patch: { included?: boolean; mapping?: ImportMapping }): void => {
  // Shown at once: of two changes in a row the second must build on the first.
  queryClient.setQueryData<ImportSet[]>(key, (sets) =>
    sets?.map((it) => (it.id === id ? { ...it, ...patch } : it)),
  )
  call('imports.updateSet', { id, patch }).catch((thrown: unknown) => {
    void queryClient.invalidateQueries({ queryKey: key })
    showFailure(thrown)
  })
}

export const includeSets = (ids: readonly number[], included: boolean): void => {
  for (const id of ids) change(id, { included })
}

export const changeMapping = (id: number, how: (mapping: ImportMapping) => ImportMapping): void => {
  const set = currentSets().find((it) => it.id === id)
  if (set) change(id, { mapping: how(set.mapping) })
}
