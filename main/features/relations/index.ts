export { relationHandlers } from './handlers.ts'
export { createRelations, type Relations } from './service.ts'
