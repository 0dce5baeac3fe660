import type { contract } from '../../../shared/contract/index.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { History } from './service.ts'

export const historyHandlers = (history: History): Handlers<typeof contract.history> => ({
  state: () => history.state(),
  list: ({ before, limit }) => history.list(before, limit),
  changes: ({ seq, limit }) => history.changes(seq, limit),
  undo: () => history.undo(),
  redo: () => history.redo(),
  goTo: async ({ seq }) => ({ steps: await history.goTo(seq) }),
})
