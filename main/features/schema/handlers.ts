import type { contract } from '../../../shared/contract/index.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { SchemaService } from './service.ts'

export const schemaHandlers = (schema: SchemaService): Handlers<typeof contract.schema> => ({
  get: () => schema.read(),
  addEntityType: (type, step) => {
    step.describe({ name: type.name })
    return { id: schema.addEntityType(type) }
  },
  updateEntityType: ({ id, patch }, step) => {
    schema.updateEntityType(id, patch)
    step.describe({ name: schema.entityType(id).name })
    return {}
  },
  removeEntityType: ({ id }, step) => {
    step.describe({ name: schema.entityType(id).name })
    schema.removeEntityType(id)
    return {}
  },
  addRelationType: (type, step) => {
    step.describe({ name: type.name })
    return { id: schema.addRelationType(type) }
  },
  updateRelationType: ({ id, patch }, step) => {
    schema.updateRelationType(id, patch)
    step.describe({ name: schema.relationType(id).name })
    return {}
  },
  removeRelationType: ({ id }, step) => {
    step.describe({ name: schema.relationType(id).name })
    schema.removeRelationType(id)
    return {}
  },
  setRules: ({ relationTypeId, rules }, step) => {
    step.describe({ name: schema.relationType(relationTypeId).name })
    schema.setRules(relationTypeId, rules)
    return {}
  },
})
