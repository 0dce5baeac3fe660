import type { MessageKey } from '@shared/messages/index.ts'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { PanelId } from './panelIds.ts'

type View = LazyExoticComponent<ComponentType>

export interface PanelDeclaration {
  readonly id: PanelId
  readonly titleKey: MessageKey
  /** Fills its parent, scrolls by itself; its root carries `data-panel`. */
  readonly component: View
  /** Small facts and controls at the right end of the panel's tab bar (`19 mentions`). */
  readonly headerRight?: View
}

/** A view that is loaded when it is first shown. */
const view = (load: () => Promise<ComponentType>): View => lazy(async () => ({ default: await load() }))

/** Every panel that can be docked. */
export const panels: readonly PanelDeclaration[] = [
  {
    id: 'corpus',
    titleKey: 'frame.panel.corpus',
    component: view(async () => (await import('./corpus/CorpusPanel.tsx')).CorpusPanel),
    headerRight: view(async () => (await import('./corpus/CorpusHeaderRight.tsx')).CorpusHeaderRight),
  },
  {
    id: 'source',
    titleKey: 'frame.panel.source',
    component: view(async () => (await import('./source/SourcePanel.tsx')).SourcePanel),
    headerRight: view(async () => (await import('./source/SourceHeaderRight.tsx')).SourceHeaderRight),
  },
  {
    id: 'reader',
    titleKey: 'frame.panel.reader',
    component: view(async () => (await import('./reader/ReaderPanel.tsx')).ReaderPanel),
    headerRight: view(async () => (await import('./reader/ReaderHeaderRight.tsx')).ReaderHeaderRight),
  },
  {
    id: 'reader2',
    titleKey: 'frame.panel.reader2',
    component: view(async () => (await import('./reader/Reader2Panel.tsx')).Reader2Panel),
    headerRight: view(async () => (await import('./reader/Reader2HeaderRight.tsx')).Reader2HeaderRight),
  },
  {
    id: 'network',
    titleKey: 'frame.panel.network',
    component: view(async () => (await import('./network/NetworkPanel.tsx')).NetworkPanel),
    headerRight: view(async () => (await import('./network/NetworkHeaderRight.tsx')).NetworkHeaderRight),
  },
  {
    id: 'inspector',
    titleKey: 'frame.panel.inspector',
    component: view(async () => (await import('./inspector/InspectorPanel.tsx')).InspectorPanel),
  },
  {
    id: 'history',
    titleKey: 'frame.panel.history',
    component: view(async () => (await import('./history/HistoryPanel.tsx')).HistoryPanel),
  },
  {
    id: 'overview',
    titleKey: 'frame.panel.overview',
    component: view(async () => (await import('./overview/OverviewPanel.tsx')).OverviewPanel),
  },
]

export const findPanel = (id: string): PanelDeclaration => panels.find((it) => it.id === id)!
