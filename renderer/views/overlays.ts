import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { OverlayComponentProps, OverlayId } from '../state/overlays.ts'

type OverlayComponents = { [Id in OverlayId]?: LazyExoticComponent<ComponentType<OverlayComponentProps<Id>>> }

/** The component of every overlay; each is loaded when it is first opened. */
export const overlayComponents: OverlayComponents = {
  import: lazy(async () => ({ default: (await import('./import/ImportDialog.tsx')).ImportDialog })),
  export: lazy(async () => ({ default: (await import('./export/ExportDialog.tsx')).ExportDialog })),
  schema: lazy(async () => ({ default: (await import('./schema/SchemaDialog.tsx')).SchemaDialog })),
  palette: lazy(async () => ({ default: (await import('./palette/Palette.tsx')).Palette })),
  shortcuts: lazy(async () => ({
    default: (await import('./shortcuts/ShortcutsDialog.tsx')).ShortcutsDialog,
  })),
  projects: lazy(async () => ({ default: (await import('./projects/ProjectDialog.tsx')).ProjectDialog })),
  browse: lazy(async () => ({ default: (await import('./projects/BrowseDialog.tsx')).BrowseDialog })),
  settings: lazy(async () => ({ default: (await import('./frame/SettingsDialog.tsx')).SettingsDialog })),
}
