import type { NetworkEdge, NetworkNode, ShownGraph } from './drawn.ts'
import type { GraphIndex } from './wording.ts'

/** A column of a table of the network: what it shows and sorts by. */
export interface Column<Row> {
  readonly id: string
  readonly titleKey:
    | 'network.table.name'
    | 'network.table.type'
    | 'network.table.mentions'
    | 'network.table.relations'
    | 'network.table.source'
    | 'network.table.target'
    | 'network.table.status'
    | 'network.table.evidence'
  readonly numeric?: boolean
  value(row: Row, index: GraphIndex): string | number
}

export const nodeColumns: readonly Column<NetworkNode>[] = [
  { id: 'name', titleKey: 'network.table.name', value: (it) => it.name },
  {
    id: 'type',
    titleKey: 'network.table.type',
    value: (it, index) => index.entityType.get(it.typeId)?.name ?? '',
  },
  { id: 'mentions', titleKey: 'network.table.mentions', numeric: true, value: (it) => it.mentions },
  {
    id: 'relations',
    titleKey: 'network.table.relations',
    numeric: true,
    value: (it, index) => index.relationsOf(it.id).length,
  },
]

export const edgeColumns: readonly Column<NetworkEdge>[] = [
  {
    id: 'source',
    titleKey: 'network.table.source',
    value: (it, index) => index.node.get(it.sourceId)?.name ?? '',
  },
  {
    id: 'type',
    titleKey: 'network.table.type',
    value: (it, index) => index.relationType.get(it.typeId)?.name ?? '',
  },
  {
    id: 'target',
    titleKey: 'network.table.target',
    value: (it, index) => index.node.get(it.targetId)?.name ?? '',
  },
  { id: 'evidence', titleKey: 'network.table.evidence', numeric: true, value: (it) => it.evidence },
]

export interface Sorting {
  column: string
  descending: boolean
}

/** The rows in the order of a column; equals keep their order. */
export const sortRows = <Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { column, descending }: Sorting,
  index: GraphIndex,
  compareText: (a: string, b: string) => number,
): Row[] => {
  const by = columns.find((it) => it.id === column) ?? columns[0]!
  const keyed = rows.map((row) => ({ row, key: by.value(row, index) }))
  keyed.sort(({ key: a }, { key: b }) => {
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b))
    return descending ? -order : order
  })
  return keyed.map((it) => it.row)
}

/** The network's data as tests and scripts ask for it (event `network:describe`). */
export const describeGraph = (
  { nodes, edges }: ShownGraph,
  index: GraphIndex,
  placeOf: (entityId: number) => { x: number; y: number } | null,
) => ({
  nodes: nodes.map((it) => ({
    id: it.id,
    name: it.name,
    type: index.entityType.get(it.typeId)?.key ?? '',
    mentions: it.mentions,
    relations: index.relationsOf(it.id).length,
    pinned: it.pinned,
    place: placeOf(it.id),
  })),
  edges: edges.map((it) => ({
    id: it.id,
    source: index.node.get(it.sourceId)?.name ?? '',
    target: index.node.get(it.targetId)?.name ?? '',
    type: index.relationType.get(it.typeId)?.key ?? '',
    status: it.status,
    evidence: it.evidence,
    quote: it.quote,
  })),
})
export type DescribedGraph = ReturnType<typeof describeGraph>
