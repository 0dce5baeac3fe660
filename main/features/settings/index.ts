export { settingsHandlers } from './handlers.ts'
export { createSettings, type Settings } from './service.ts'
