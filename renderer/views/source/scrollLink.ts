/** Source and text scroll together: whichever the person moves leads, the other follows. Offsets: UTF-16. */
import { create } from 'zustand'

export interface ScrollLink {
  readonly articleId: number | null
  /** The offset at the upper edge. */
  readonly offset: number
  /** Who leads. */
  readonly by: 'reader' | 'source'
  publish(articleId: number, offset: number, by: 'reader' | 'source'): void
}

export const useScrollLink = create<ScrollLink>()((set) => ({
  articleId: null,
  offset: 0,
  by: 'reader',
  publish: (articleId, offset, by) => set({ articleId, offset, by }),
}))

let leader: ScrollLink['by'] | null = null

/** The pane a person last touched; only its scrolling moves the other one. */
export const lead = (by: ScrollLink['by']): void => {
  leader = by
}
export const leads = (by: ScrollLink['by']): boolean => leader === by

export const leadingEvents = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const
