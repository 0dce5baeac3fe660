import type { MessageKey } from '@shared/messages/index.ts'
import {
  BookOpenText,
  ChartColumn,
  FileText,
  History,
  Info,
  Library,
  type LucideIcon,
  TextSelect,
  Waypoints,
} from 'lucide-react'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

export type PanelId =
  | 'corpus'
  | 'source'
  | 'reader'
  | 'reader2'
  | 'network'
  | 'inspector'
  | 'history'
  | 'overview'

export interface PanelDeclaration {
  readonly id: PanelId
  readonly titleKey: MessageKey
  readonly icon: LucideIcon
  /** Fills its parent, scrolls by itself; its root carries `data-panel`. */
  readonly component: LazyExoticComponent<ComponentType>
  /** Small facts and controls at the right end of the panel's tab bar (`19 mentions`). */
  readonly headerRight?: LazyExoticComponent<ComponentType>
}

const found = import.meta.glob<Record<string, ComponentType>>('./*/*{Panel,HeaderRight}.tsx')

/** A named export of a view's file; a panel whose file does not exist yet is empty. */
const view = (file: string, name: string): LazyExoticComponent<ComponentType> =>
  lazy(async () => ({ default: (await found[file]?.())?.[name] ?? (() => null) }))

/** Every panel that can be docked. */
export const panels: readonly PanelDeclaration[] = [
  {
    id: 'corpus',
    titleKey: 'frame.panel.corpus',
    icon: Library,
    component: view('./corpus/CorpusPanel.tsx', 'CorpusPanel'),
    headerRight: view('./corpus/CorpusHeaderRight.tsx', 'CorpusHeaderRight'),
  },
  {
    id: 'source',
    titleKey: 'frame.panel.source',
    icon: FileText,
    component: view('./source/SourcePanel.tsx', 'SourcePanel'),
    headerRight: view('./source/SourceHeaderRight.tsx', 'SourceHeaderRight'),
  },
  {
    id: 'reader',
    titleKey: 'frame.panel.reader',
    icon: BookOpenText,
    component: view('./reader/ReaderPanel.tsx', 'ReaderPanel'),
    headerRight: view('./reader/ReaderHeaderRight.tsx', 'ReaderHeaderRight'),
  },
  {
    id: 'reader2',
    titleKey: 'frame.panel.reader2',
    icon: TextSelect,
    component: view('./reader/Reader2Panel.tsx', 'Reader2Panel'),
    headerRight: view('./reader/Reader2HeaderRight.tsx', 'Reader2HeaderRight'),
  },
  {
    id: 'network',
    titleKey: 'frame.panel.network',
    icon: Waypoints,
    component: view('./network/NetworkPanel.tsx', 'NetworkPanel'),
    headerRight: view('./network/NetworkHeaderRight.tsx', 'NetworkHeaderRight'),
  },
  {
    id: 'inspector',
    titleKey: 'frame.panel.inspector',
    icon: Info,
    component: view('./inspector/InspectorPanel.tsx', 'InspectorPanel'),
    headerRight: view('./inspector/InspectorHeaderRight.tsx', 'InspectorHeaderRight'),
  },
  {
    id: 'history',
    titleKey: 'frame.panel.history',
    icon: History,
    component: view('./history/HistoryPanel.tsx', 'HistoryPanel'),
  },
  {
    id: 'overview',
    titleKey: 'frame.panel.overview',
    icon: ChartColumn,
    component: view('./overview/OverviewPanel.tsx', 'OverviewPanel'),
  },
]

export const findPanel = (id: string): PanelDeclaration => panels.find((it) => it.id === id)!
