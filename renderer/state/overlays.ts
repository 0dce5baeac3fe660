import type { ArticleFilter } from '@shared/model/article.ts'
import { create } from 'zustand'

/** A file on its way in with the place it had in what was dropped. */
export interface FoundFile {
  file: File
  /** `folder/sub/article.html`; a file that came alone has its name. */
  path: string
}

/** Every overlay with what it may be given. */
export interface OverlayProps {
  import: {
    paths?: string[]
    files?: FoundFile[]
    text?: string
    mode?: 'files' | 'folder' | 'paste' | 'dataset'
  }
  export: { filter?: ArticleFilter }
  releases: Record<never, never>
  schema: { part?: 'entity' | 'relation'; typeId?: number }
  projects: { mode: 'new' | 'rename' }
  palette: { text?: string }
  shortcuts: Record<never, never>
  settings: Record<never, never>
  browse: {
    what: 'open' | 'openFolder' | 'save'
    title: string
    many: boolean
    /** File name endings shown, with their dot; empty = all. */
    endings: string[]
    suggestedName: string
    startIn?: string
    onDone: (paths: string[] | null) => void
  }
}

export type OverlayId = keyof OverlayProps

/** What an overlay component is given: its own props, and how to go away. */
export type OverlayComponentProps<Id extends OverlayId> = OverlayProps[Id] & { close: () => void }

export interface OpenOverlay<Id extends OverlayId = OverlayId> {
  id: Id
  props: OverlayProps[Id]
}

interface Overlays {
  /** Open overlays, the topmost last. */
  stack: readonly OpenOverlay[]
  open<Id extends OverlayId>(id: Id, props?: OverlayProps[Id]): void
  /** Closes one overlay, or the topmost. */
  close(id?: OverlayId): void
}

export const useOverlays = create<Overlays>()((set) => ({
  stack: [],
  open: (id, props) =>
    set((state) => ({
      stack: [...state.stack.filter((it) => it.id !== id), { id, props: props ?? {} } as OpenOverlay],
    })),
  close: (id) =>
    set((state) => ({ stack: id ? state.stack.filter((it) => it.id !== id) : state.stack.slice(0, -1) })),
}))
