import type { contract } from '../../../shared/contract/index.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { Overview } from './service.ts'

export const overviewHandlers = (overview: Overview): Handlers<typeof contract.overview> => ({
  get: () => overview.read(),
})
