import type { contract } from '../../../shared/contract/index.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { Imports } from './service.ts'

export const importHandlers = (imports: Imports): Handlers<typeof contract.imports> => ({
  prepare: ({ items }) => ({ jobId: imports.prepare(items) }),
  drafts: ({ offset, limit }) => imports.page(offset, limit),
  draft: ({ id }) => imports.draft(id),
  updateDrafts: ({ ids, patch }) => {
    imports.update(ids, patch)
    return {}
  },
  commit: () => ({ jobId: imports.commit() }),
  discard: () => {
    imports.discard()
    return {}
  },
  dataset: ({ path }) => ({ jobId: imports.dataset(path) }),
})
