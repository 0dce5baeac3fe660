import type { DockviewApi, DockviewGroupPanel } from 'dockview-react'
import { create } from 'zustand'
import type { PanelId } from '../panelIds.ts'
import { addPanel, applyDefaultLayout, restoreSizes, type Sizes, sizesOf } from './layout.ts'

/** The layout of the open project's window; null while there is none. */
export const useDock = create<{
  api: DockviewApi | null
  zoomed: boolean
  /** While only the text is in sight: the sizes to come back to. */
  before: Sizes | null
}>()(() => ({ api: null, zoomed: false, before: null }))

const api = (): DockviewApi | null => useDock.getState().api

const asides: ReadonlySet<string> = new Set<PanelId>(['source', 'network', 'inspector', 'history'])

/** Groups that hold nothing one needs for reading. */
const asideGroups = (dock: DockviewApi): DockviewGroupPanel[] =>
  dock.groups.filter((group) => group.panels.length > 0 && group.panels.every((it) => asides.has(it.id)))

const focusWhenThere = (id: PanelId, tries = 20): void => {
  const root = document.querySelector<HTMLElement>(`[data-panel="${id}"]`)
  if (!root) {
    if (tries > 0) setTimeout(() => focusWhenThere(id, tries - 1), 16)
    return
  }
  if (!root.contains(document.activeElement)) root.focus()
}

/** Brings a panel to the front without taking the focus; puts it into the layout when it is not there. */
export const showPanel = (id: PanelId): void => {
  const dock = api()
  if (!dock) return
  const panel = dock.getPanel(id)
  if (!panel) addPanel(dock, id)
  else {
    if (!panel.group.api.isVisible) panel.group.api.setVisible(true)
    if (dock.hasMaximizedGroup() && !panel.group.api.isMaximized()) dock.exitMaximizedGroup()
    panel.api.setActive()
  }
}

/** Shows a panel and moves the focus into it. */
export const focusPanel = (id: PanelId): void => {
  showPanel(id)
  focusWhenThere(id)
}

/** Moves the focus into a panel; where it already is, the panel is zoomed in or out. */
export const focusOrZoom = (id: PanelId): void => {
  const here = document.activeElement?.closest<HTMLElement>('[data-panel]')?.dataset.panel === id
  if (here) zoomPanel(id)
  else focusPanel(id)
}

/** Lets a panel fill the window, or brings the layout back. */
export const zoomPanel = (id?: string): void => {
  const dock = api()
  const panel = id ? dock?.getPanel(id) : dock?.activePanel
  if (!dock || !panel) return
  if (dock.hasMaximizedGroup()) dock.exitMaximizedGroup()
  else dock.maximizeGroup(panel)
}

export const closePanel = (id?: string): void => {
  const dock = api()
  const panel = id ? dock?.getPanel(id) : dock?.activePanel
  if (!dock || !panel || dock.panels.length < 2) return
  if (dock.hasMaximizedGroup()) dock.exitMaximizedGroup()
  const sizes = sizesOf(dock)
  panel.api.close()
  // What is won goes to the text; everybody else stays as wide as before.
  const text = dock.getPanel('reader')?.group.id
  if (text) delete sizes[text]
  restoreSizes(dock, sizes)
  // The focus was in what is gone.
  if (document.activeElement === document.body) focusPanel((dock.activePanel?.id ?? 'reader') as PanelId)
}

/** What is won goes to the text, not to the list. */
const keepWidth = (group: DockviewGroupPanel | undefined, sizes: Sizes): void => {
  const size = group && sizes[group.id]
  if (size) group.api.setSize({ width: size.width })
}

/** Two texts side by side get the same room. */
const shareWidth = (dock: DockviewApi): void => {
  const [first, second] = [dock.getPanel('reader')?.group, dock.getPanel('reader2')?.group]
  if (!first || !second || first === second || first.height !== second.height) return
  first.api.setSize({ width: Math.round((first.width + second.width) / 2) })
}

/** Puts source, network and inspector away, or brings them back as they were. */
export const toggleReadingMode = (): void => {
  const dock = api()
  if (!dock) return
  if (dock.hasMaximizedGroup()) dock.exitMaximizedGroup()
  const { before } = useDock.getState()
  const sizes = sizesOf(dock)
  for (const group of asideGroups(dock)) group.api.setVisible(before !== null)
  if (before) restoreSizes(dock, before)
  else {
    keepWidth(dock.getPanel('corpus')?.group, sizes)
    shareWidth(dock)
  }
  useDock.setState({ before: before ? null : sizes })
  focusPanel('reader')
}

export const resetLayout = (): void => {
  const dock = api()
  if (!dock) return
  if (dock.hasMaximizedGroup()) dock.exitMaximizedGroup()
  useDock.setState({ before: null })
  applyDefaultLayout(dock)
}
