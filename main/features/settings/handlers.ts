import type { contract } from '../../../shared/contract/index.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { Settings } from './service.ts'

export const settingsHandlers = (settings: Settings): Handlers<typeof contract.settings> => ({
  get: ({ scope }) => settings.get(scope),
  set: ({ scope, key, value }) => {
    settings.set(scope, key, value)
    return {}
  },
})
