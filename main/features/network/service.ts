import type { NetworkFilter, NetworkGraph } from '../../../shared/contract/network.ts'
import { foldKey } from '../../../shared/text/fold.ts'
import type { ProjectContext } from '../../core/context.ts'
import { createNetworkRepository } from './repository.ts'

export interface Network {
  graph(filter: NetworkFilter, limit: number): NetworkGraph
  place(nodes: readonly { entityId: number; x: number; y: number; pinned: boolean }[]): void
}

export const createNetwork = (context: ProjectContext): Network => {
  const repository = createNetworkRepository(context)
  return {
    graph: (filter, limit) => {
      const { total, nodes } = repository.nodes(filter, foldKey(filter.text ?? ''), limit)
      return {
        total,
        nodes,
        edges: repository.edges(
          nodes.map((it) => it.id),
          filter,
        ),
      }
    },
    place: (nodes) => {
      for (const node of nodes) repository.place(node)
    },
  }
}
