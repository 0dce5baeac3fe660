export { networkHandlers } from './handlers.ts'
export { createNetwork } from './service.ts'
