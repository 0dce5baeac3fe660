export { schemaHandlers } from './handlers.ts'
export { createSchema, type SchemaService, seedSchema } from './service.ts'
