import { corpusActions } from './corpus.ts'
import type { ActionRecord } from './define.ts'
import { generalActions } from './general.ts'
import { importActions } from './import.ts'
import { inspectorActions } from './inspector.ts'
import { networkActions } from './network.ts'
import { projectActions } from './project.ts'
import { readerActions } from './reader.ts'

const lists = [
  ...projectActions,
  ...importActions,
  ...generalActions,
  ...corpusActions,
  ...readerActions,
  ...networkActions,
  ...inspectorActions,
] as const

export type ActionId = (typeof lists)[number]['id']

/** Everything a person can do, in the order of the menus. One line per topic. */
export const actions: readonly (ActionRecord & { readonly id: ActionId })[] = lists

const byId = new Map<string, ActionRecord>(actions.map((it) => [it.id, it]))

export const findAction = (id: string): ActionRecord | undefined => byId.get(id)
