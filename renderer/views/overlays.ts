import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { OverlayId, OverlayProps } from '../state/overlays.ts'

/** What an overlay component is given: its own props, and how to go away. */
export type OverlayComponentProps<Id extends OverlayId> = OverlayProps[Id] & { close: () => void }

type OverlayComponents = { [Id in OverlayId]?: LazyExoticComponent<ComponentType<OverlayComponentProps<Id>>> }

/** The component of every overlay; each is loaded when it is first opened. */
export const overlayComponents: OverlayComponents = {
  palette: lazy(async () => ({ default: (await import('./palette/Palette.tsx')).Palette })),
  shortcuts: lazy(async () => ({
    default: (await import('./shortcuts/ShortcutsDialog.tsx')).ShortcutsDialog,
  })),
  projects: lazy(async () => ({ default: (await import('./projects/ProjectDialog.tsx')).ProjectDialog })),
  browse: lazy(async () => ({ default: (await import('./projects/BrowseDialog.tsx')).BrowseDialog })),
  settings: lazy(async () => ({ default: (await import('./frame/SettingsDialog.tsx')).SettingsDialog })),
}
