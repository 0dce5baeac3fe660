export { historyHandlers } from './handlers.ts'
export { createHistory } from './service.ts'
