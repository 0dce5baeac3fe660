/**
 * The layouts a person can choose. `automaticUpTo` (nodes): the first whose limit is not passed is taken when nobody
 * chose (measured: fCoSE takes 11 s for 1,000 nodes of a scale-free graph, ForceAtlas2 half a second).
 * `insteadWhenLate` steps in when the time is up.
 */
export const layouts = [
  {
    id: 'fcose',
    titleKey: 'network.layout.fcose',
    automaticUpTo: 400,
    insteadWhenLate: 'forceAtlas',
  },
  {
    id: 'forceAtlas',
    titleKey: 'network.layout.forceAtlas',
    automaticUpTo: Number.POSITIVE_INFINITY,
    insteadWhenLate: 'concentric',
  },
  { id: 'concentric', titleKey: 'network.layout.concentric', automaticUpTo: 0, insteadWhenLate: null },
  { id: 'grid', titleKey: 'network.layout.grid', automaticUpTo: 0, insteadWhenLate: null },
] as const

export type LayoutId = (typeof layouts)[number]['id']
export const layoutIds = layouts.map((it) => it.id)

/** The layout for a graph of so many nodes when nobody chose one. */
export const automaticLayout = (nodes: number): LayoutId =>
  layouts.find((it) => nodes <= it.automaticUpTo)!.id
