import type { ActionContext } from '@shared/actions/define.ts'

/** Panels an action belongs to; contexts that are not listed hold in the whole window. */
export const contextPanels: Readonly<Partial<Record<ActionContext, readonly string[]>>> = {
  reader: ['reader', 'reader2'],
  mention: ['reader', 'reader2'],
  corpus: ['corpus'],
  network: ['network'],
  inspector: ['inspector'],
}

/** Whether two actions may be within reach of the same key press, so that they need different shortcuts. */
export const contextsMeet = (a: ActionContext, b: ActionContext): boolean => {
  const [panels, others] = [contextPanels[a], contextPanels[b]]
  return !panels || !others || panels.some((it) => others.includes(it))
}
