import { create } from 'zustand'

/** The panel that has the focus, or had it last. */
export const useFocusedPanel = create<{ panel: string | null }>()(() => ({ panel: null }))

/** Follows the focus; called once per window. */
export const startFocus = (): (() => void) => {
  const follow = (event: FocusEvent) => {
    const panel = (event.target as Element | null)?.closest?.<HTMLElement>('[data-panel]')?.dataset.panel
    if (panel) useFocusedPanel.setState({ panel })
  }
  document.addEventListener('focusin', follow)
  return () => document.removeEventListener('focusin', follow)
}
