import type { contract } from '../../../shared/contract/index.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { Imports } from './service.ts'

export const importHandlers = (imports: Imports): Handlers<typeof contract.imports> => ({
  formats: () => imports.formats(),
  prepare: (order) => ({ jobId: imports.prepare(order) }),
  sets: () => imports.sets(),
  updateSet: ({ id, patch }) => {
    imports.updateSet(id, patch)
    return {}
  },
  survey: ({ id, options, format }) => ({ jobId: imports.survey(id, options, format) }),
  drafts: ({ offset, limit }) => imports.page(offset, limit),
  draft: ({ id }) => imports.draft(id),
  updateDrafts: ({ ids, patch }) => {
    imports.update(ids, patch)
    return {}
  },
  reread: ({ draft, options, format }) => ({ jobId: imports.reread(draft, options, format) }),
  commit: ({ createTypes }) => ({ jobId: imports.commit(createTypes) }),
  discard: ({ set }) => {
    imports.discard(set)
    return {}
  },
  dataset: ({ path }) => ({ jobId: imports.dataset(path) }),
})
