export { overviewHandlers } from './handlers.ts'
export { createOverview } from './service.ts'
