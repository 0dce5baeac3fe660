export { entityHandlers } from './handlers.ts'
export { createEntities, type Entities, type NewEntity } from './service.ts'
