import type { contract } from '../../../shared/contract/index.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { Relations } from './service.ts'

export const relationHandlers = (relations: Relations): Handlers<typeof contract.relations> => ({
  get: ({ id }) => relations.get(id),
  state: (request, step) => {
    const stated = relations.state(request)
    step.describe(relations.describe(stated.id))
    return stated
  },
  update: ({ id, patch }, step) => {
    const fields = Object.keys(patch)
    relations.update(id, patch)
    step.describe({ ...relations.describe(id), field: fields.length === 1 ? fields[0]! : '' })
    if (fields.length === 1 && fields[0] === 'note') step.mergeWith(`${id}:note`)
    return {}
  },
  remove: ({ ids }, step) => {
    step.describe({ ...relations.describe(ids[0]!), count: ids.length })
    relations.remove(ids)
    return {}
  },
  addEvidence: ({ relationId, ...passage }, step) => {
    step.describe(relations.describe(relationId))
    return { id: relations.addEvidence(relationId, passage) }
  },
  moveEvidence: ({ id, span }, step) => {
    step.describe(relations.describe(relations.relationOfEvidence(id)))
    step.mergeWith(`${id}`)
    relations.moveEvidence(id, span)
    return {}
  },
  removeEvidence: ({ ids }, step) => {
    step.describe({ ...relations.describe(relations.relationOfEvidence(ids[0]!)), count: ids.length })
    relations.removeEvidence(ids)
    return {}
  },
})
