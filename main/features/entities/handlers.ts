import type { contract } from '../../../shared/contract/index.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { Entities } from './service.ts'

export const entityHandlers = (entities: Entities): Handlers<typeof contract.entities> => ({
  page: (query) => entities.page(query),
  candidates: ({ text, typeId, limit }) => entities.candidates(text, typeId, limit),
  get: ({ id }) => entities.detail(id),
  create: (entity, step) => {
    step.describe({ entity: entity.name })
    return { id: entities.create(entity) }
  },
  update: ({ id, patch }, step) => {
    const fields = Object.keys(patch)
    step.describe({
      entity: entities.get(id).name,
      name: patch.name ?? '',
      field: fields.length === 1 ? fields[0]! : '',
    })
    if (fields.length === 1 && fields[0] === 'note') step.mergeWith(`${id}:note`)
    entities.update(id, patch)
    return {}
  },
  remove: ({ id }, step) => {
    step.describe({ entity: entities.get(id).name })
    entities.remove(id)
    return {}
  },
  addAlias: ({ entityId, text, language }, step) => {
    step.describe({ entity: entities.get(entityId).name, name: text })
    entities.addAlias(entityId, text, language)
    return {}
  },
  updateAlias: ({ id, text, language }, step) => {
    const { entityId } = entities.updateAlias(id, text, language)
    step.describe({ entity: entities.get(entityId).name, name: text })
    return {}
  },
  removeAlias: ({ id }, step) => {
    const { entityId, text } = entities.removeAlias(id)
    step.describe({ entity: entities.get(entityId).name, name: text })
    return {}
  },
  addOutsideId: ({ entityId, scheme, value }, step) => {
    step.describe({ entity: entities.get(entityId).name, name: `${scheme} ${value}` })
    entities.addOutsideId(entityId, scheme, value)
    return {}
  },
  removeOutsideId: ({ id }, step) => {
    const { entityId, scheme } = entities.removeOutsideId(id)
    step.describe({ entity: entities.get(entityId).name, name: scheme })
    return {}
  },
})
