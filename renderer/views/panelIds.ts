/** What can be docked. The components are named in panels.ts; here they are only ids, so that views may name them too. */
export const panelIds = [
  'corpus',
  'source',
  'reader',
  'reader2',
  'network',
  'inspector',
  'history',
  'overview',
] as const
export type PanelId = (typeof panelIds)[number]
