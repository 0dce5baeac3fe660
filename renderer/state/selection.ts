import { create } from 'zustand'

/** A place to stand on in a text: UTF-16 span. `nonce` makes standing on the same place twice two events. */
export interface Landing {
  articleId: number
  start: number
  end: number
  nonce: number
}

/** What the inspector shows. */
export type Subject =
  | { kind: 'entity'; id: number }
  | { kind: 'relation'; id: number }
  | { kind: 'mention'; id: number }
  | { kind: 'article'; id: number }

export interface Selection {
  /** The article in the main reader. */
  articleId: number | null
  /** The article in the second reader, when two are open side by side. */
  secondArticleId: number | null
  /** Which reader commands act on. */
  activeReader: 'first' | 'second'
  mentionId: number | null
  entityId: number | null
  relationId: number | null
  evidenceId: number | null
  subject: Subject | null
  landing: Landing | null
}

interface SelectionActions {
  openArticle(articleId: number | null, side?: 'first' | 'second'): void
  /** Opens the article that holds a passage and puts the caret there. */
  standOn(articleId: number, start: number, end: number): void
  selectMention(mentionId: number | null, entityId: number | null): void
  selectEntity(entityId: number): void
  selectRelation(relationId: number, evidenceId?: number | null): void
  inspectArticle(articleId: number): void
  setActiveReader(side: 'first' | 'second'): void
  clear(): void
  /** Another project was opened. */
  reset(): void
}

const empty: Selection = {
  articleId: null,
  secondArticleId: null,
  activeReader: 'first',
  mentionId: null,
  entityId: null,
  relationId: null,
  evidenceId: null,
  subject: null,
  landing: null,
}

let nonce = 0

/** One selection for the whole window: selecting a thing anywhere selects it everywhere. */
export const useSelection = create<Selection & SelectionActions>()((set) => ({
  ...empty,
  openArticle: (articleId, side) =>
    set((state) => {
      const target = side ?? state.activeReader
      return {
        ...(target === 'first' ? { articleId } : { secondArticleId: articleId }),
        activeReader: target,
        mentionId: null,
        subject: articleId === null ? null : { kind: 'article', id: articleId },
      }
    }),
  standOn: (articleId, start, end) =>
    set((state) => {
      const side =
        state.articleId === articleId
          ? 'first'
          : state.secondArticleId === articleId
            ? 'second'
            : state.activeReader
      nonce += 1
      return {
        ...(side === 'first' ? { articleId } : { secondArticleId: articleId }),
        activeReader: side,
        landing: { articleId, start, end, nonce },
      }
    }),
  selectMention: (mentionId, entityId) =>
    set((state) => ({
      mentionId,
      entityId: entityId ?? (mentionId === null ? state.entityId : null),
      relationId: null,
      evidenceId: null,
      subject:
        entityId !== null
          ? { kind: 'entity', id: entityId }
          : mentionId !== null
            ? { kind: 'mention', id: mentionId }
            : state.subject,
    })),
  selectEntity: (entityId) =>
    set({
      entityId,
      mentionId: null,
      relationId: null,
      evidenceId: null,
      subject: { kind: 'entity', id: entityId },
    }),
  selectRelation: (relationId, evidenceId = null) =>
    set({
      relationId,
      evidenceId,
      mentionId: null,
      entityId: null,
      subject: { kind: 'relation', id: relationId },
    }),
  inspectArticle: (articleId) => set({ subject: { kind: 'article', id: articleId } }),
  setActiveReader: (activeReader) => set({ activeReader }),
  clear: () => set({ mentionId: null, entityId: null, relationId: null, evidenceId: null, subject: null }),
  reset: () => set(empty),
}))

/** The article commands act on. */
export const activeArticleId = ({ activeReader, articleId, secondArticleId }: Selection): number | null =>
  // An empty second reader has nothing to act on: the first one's article is meant.
  activeReader === 'second' ? (secondArticleId ?? articleId) : articleId
