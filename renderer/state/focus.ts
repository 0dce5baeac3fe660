import { create } from 'zustand'

/** The panel that has the focus, or had it last; and whether that is a field in it, where letters are letters. */
export const useFocusedPanel = create<{ panel: string | null; inField: boolean }>()(() => ({
  panel: null,
  inField: false,
}))

/** Follows the focus; called once per window. */
export const startFocus = (): (() => void) => {
  const follow = (event: FocusEvent) => {
    const target = event.target as Element | null
    const panel = target?.closest?.<HTMLElement>('[data-panel]')?.dataset.panel
    if (panel) useFocusedPanel.setState({ panel, inField: target!.matches('input, textarea') })
  }
  document.addEventListener('focusin', follow)
  return () => document.removeEventListener('focusin', follow)
}
