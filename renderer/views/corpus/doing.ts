import type { ArticleStatus } from '@shared/model/article.ts'
import { call } from '../../api/client.ts'
import { announce } from '../../state/announce.ts'
import { useCorpusView } from '../../state/corpusView.ts'
import { undo } from '../../state/history.ts'
import { text } from '../../state/i18n.ts'
import { showFailure, useNotices } from '../../state/notices.ts'
import { activeArticleId, useSelection } from '../../state/selection.ts'
import { fetchArticleIds } from './useArticleRows.ts'

/** Offers undo after something done to many, instead of a question before. */
const offerUndo = (message: string): void =>
  useNotices.getState().show({
    tone: 'success',
    text: message,
    action: { label: text('corpus.undo'), run: () => void undo().catch(showFailure) },
  })

/** The ids of the list as it is filtered and sorted now. */
export const listedIds = (): Promise<number[]> => {
  const { filter, sort } = useCorpusView.getState()
  return fetchArticleIds(filter, sort)
}

export const setStatus = async (ids: readonly number[], status: ArticleStatus): Promise<void> => {
  if (ids.length === 0) return
  await call('articles.update', { ids: [...ids], patch: { status } })
  const message = text('corpus.marked', { count: ids.length, status: text(`corpus.status.${status}`) })
  if (ids.length > 1) offerUndo(message)
  else announce(message)
}

export const removeArticles = async (ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return
  await call('articles.remove', { ids: [...ids] })
  const selection = useSelection.getState()
  if (selection.articleId !== null && ids.includes(selection.articleId)) selection.openArticle(null, 'first')
  if (selection.secondArticleId !== null && ids.includes(selection.secondArticleId))
    selection.openArticle(null, 'second')
  useCorpusView.setState({ selected: new Set() })
  offerUndo(text('corpus.removed', { count: ids.length }))
}

/** Opens the neighbour of the active article in the list; says so at either end. */
export const stepArticle = async (by: 1 | -1): Promise<void> => {
  const ids = await listedIds()
  const now = activeArticleId(useSelection.getState())
  const at = now === null ? -1 : ids.indexOf(now)
  const to = at < 0 ? 0 : at + by
  const next = ids[to]
  if (next === undefined) return announce(text(by > 0 ? 'corpus.lastArticle' : 'corpus.firstArticle'))
  useCorpusView.setState({ activeIndex: to, selected: new Set() })
  useSelection.getState().openArticle(next)
}

/** Marks the active article done and goes to the next one of the list as it stood before. */
export const finishArticle = async (): Promise<void> => {
  const now = activeArticleId(useSelection.getState())
  if (now === null) return
  const ids = await listedIds()
  const next = ids[ids.indexOf(now) + 1]
  await setStatus([now], 'done')
  if (next === undefined) return announce(text('corpus.lastArticle'))
  const after = await listedIds()
  useCorpusView.setState({ activeIndex: Math.max(0, after.indexOf(next)), selected: new Set() })
  useSelection.getState().openArticle(next)
}
