import type { contract } from '../../../shared/contract/index.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { Network } from './service.ts'

export const networkHandlers = (network: Network): Handlers<typeof contract.network> => ({
  graph: ({ filter, limit }) => network.graph(filter, limit),
  moveNodes: ({ nodes, by }, step) => {
    step.describe({ count: nodes.length, how: by })
    if (by === 'drag') step.mergeWith(nodes.map((it) => it.entityId).join())
    network.place(nodes)
    return {}
  },
})
