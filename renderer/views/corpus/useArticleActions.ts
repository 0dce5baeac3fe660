import type { ProjectInfo } from '@shared/contract/projects.ts'
import { useActions } from '../../actions/useActions.ts'
import { activeArticleId, useSelection } from '../../state/selection.ts'
import { showPanel } from '../frame/dock.ts'
import { finishArticle, stepArticle } from './doing.ts'

/** Opens an article in the second reader, beside the first. */
export const openBeside = (articleId: number): void => {
  showPanel('reader2')
  useSelection.getState().openArticle(articleId, 'second')
}

/** What is done to the article in the reader, with or without the list in sight. */
export const useArticleActions = (project: ProjectInfo): void => {
  const article = useSelection((it) => activeArticleId(it) !== null)
  useActions({
    'article.next': () => stepArticle(1),
    'article.previous': () => stepArticle(-1),
    'article.done': article && !project.readOnly && finishArticle,
    'article.openBeside':
      article &&
      (() => {
        const id = activeArticleId(useSelection.getState())
        if (id !== null) openBeside(id)
      }),
  })
}
