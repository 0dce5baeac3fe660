import { type ComponentType, lazy } from 'react'
import type { OverlayComponentProps, OverlayId } from '../state/overlays.ts'

type Load<Id extends OverlayId> = () => Promise<ComponentType<OverlayComponentProps<Id>>>

/** Where each overlay's component is. */
const loaders: { [Id in OverlayId]: Load<Id> } = {
  palette: async () => (await import('./palette/Palette.tsx')).Palette,
  shortcuts: async () => (await import('./shortcuts/ShortcutsDialog.tsx')).ShortcutsDialog,
  import: async () => (await import('./import/ImportDialog.tsx')).ImportDialog,
  export: async () => (await import('./export/ExportDialog.tsx')).ExportDialog,
  releases: async () => (await import('./release/ReleasesDialog.tsx')).ReleasesDialog,
  schema: async () => (await import('./schema/SchemaDialog.tsx')).SchemaDialog,
  projects: async () => (await import('./projects/ProjectDialog.tsx')).ProjectDialog,
  browse: async () => (await import('./projects/BrowseDialog.tsx')).BrowseDialog,
  settings: async () => (await import('./frame/SettingsDialog.tsx')).SettingsDialog,
}

const loaded = new Map<string, ComponentType<Record<string, unknown>>>()

const load = async (id: string): Promise<ComponentType<Record<string, unknown>>> => {
  const component = (await loaders[id as OverlayId]()) as ComponentType<Record<string, unknown>>
  loaded.set(id, component)
  return component
}

const lazies = new Map(
  Object.keys(loaders).map((id) => [id, lazy(async () => ({ default: await load(id) }))] as const),
)

/** The component of an overlay: at once where it is loaded, so that no key typed after opening is lost. */
export const overlayComponent = (id: OverlayId): ComponentType<Record<string, unknown>> =>
  loaded.get(id) ?? lazies.get(id)!

/** Fetches the overlays while nothing else is to be done. */
export const preloadOverlays = (): void => {
  requestIdleCallback(() => Object.keys(loaders).forEach((id) => void load(id)), { timeout: 2000 })
}
