import type { ActionRecord } from '@shared/actions/define.ts'
import { type ActionId, actions } from '@shared/actions/index.ts'
import { parseShortcut, pressIs, type Shortcut } from '@shared/actions/shortcut.ts'
import { useOverlays } from '../state/overlays.ts'
import { isMac } from '../state/platform.ts'
import { handlerOf } from './bindings.ts'
import { contextPanels } from './contexts.ts'
import { runAction } from './run.ts'

interface Bound {
  readonly action: ActionRecord & { readonly id: ActionId }
  readonly shortcut: Shortcut
}

/** Second shortcuts that hands know from elsewhere. */
export const alternatives: Readonly<Partial<Record<ActionId, string>>> = { 'edit.redo': 'Mod+Y' }

const table: readonly Bound[] = actions.flatMap((action) =>
  [action.shortcut, alternatives[action.id]]
    .filter((it) => it !== undefined)
    .map((it) => ({ action, shortcut: parseShortcut(it) })),
)

const inPanel = (element: Element | null): string | undefined =>
  element?.closest<HTMLElement>('[data-panel]')?.dataset.panel

/** Whether keys write text here. A read-only editor (the reader) takes no text. */
export const takesText = (element: Element | null): boolean => {
  if (!(element instanceof HTMLElement)) return false
  if (element instanceof HTMLInputElement) return !/^(checkbox|radio|button|range|submit)$/.test(element.type)
  if (element instanceof HTMLTextAreaElement) return !element.readOnly
  return element.isContentEditable && element.getAttribute('aria-readonly') !== 'true'
}

/** Held keys that a text field needs for itself. */
const editingKeys = new Set(['Z', 'Y', 'A', 'C', 'X', 'V', 'Left', 'Right', 'Home', 'End'])

const finds = (event: KeyboardEvent): Bound | undefined => {
  const focused = document.activeElement
  const panel = inPanel(focused)
  const typing = takesText(focused)
  // Under an overlay nothing is done, even where its focus went with a button that is gone.
  const modal =
    useOverlays.getState().stack.length > 0 ||
    focused?.closest('[role=dialog],[role=alertdialog],[role=menu]') != null
  const mac = isMac()
  const fits = table.filter(({ action, shortcut }) => {
    if (!pressIs(event, shortcut, mac) || !handlerOf(action.id)) return false
    if (modal && action.when !== 'always') return false
    const panels = contextPanels[action.when]
    const here = panels?.includes(panel ?? '') ?? true
    const held = shortcut.mod || shortcut.alt
    if (typing && (!held || (shortcut.mod && editingKeys.has(shortcut.key)))) return false
    return here || held
  })
  // The panel with the focus speaks before the window.
  return fits.find(({ action }) => contextPanels[action.when]?.includes(panel ?? '')) ?? fits[0]
}

/** "Select all" where no text has the focus would mark the whole window, buttons and all. */
const wouldSelectPage = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  event.key.toLowerCase() === 'a' &&
  !takesText(document.activeElement) &&
  document.activeElement?.closest('[contenteditable], [role=document]') == null

/** Lets shortcuts do their actions; called once per window. Views that handle a key themselves prevent its default. */
export const startKeyboard = (): (() => void) => {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const found = finds(event)
    if (!found) {
      if (wouldSelectPage(event)) event.preventDefault()
      return
    }
    event.preventDefault()
    event.stopPropagation()
    runAction(found.action.id)
  }
  window.addEventListener('keydown', press)
  return () => window.removeEventListener('keydown', press)
}
