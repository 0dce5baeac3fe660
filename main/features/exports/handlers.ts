import type { exports } from '../../../shared/contract/exports.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { Exports } from './service.ts'

export const exportHandlers = (service: Exports): Handlers<typeof exports> => ({
  formats: () => service.formats(),
  preview: ({ scope }) => service.preview(scope),
  losses: (order) => service.losses(order),
  run: (order) => service.run(order),
})
