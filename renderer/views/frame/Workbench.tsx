import type { ProjectInfo } from '@shared/contract/projects.ts'
import { useEffect } from 'react'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'
import { resetCorpusView } from '../../state/corpusView.ts'
import { useSelection } from '../../state/selection.ts'
import { useArticleActions } from '../corpus/useArticleActions.ts'
import { Dock } from './Dock.tsx'
import { useProjectActions } from './useGeneralActions.ts'

/** Goes back to the article that was read last in this project, and remembers the next. */
const useLastArticle = (last: unknown): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the value the project was opened with; later ones are our own
  useEffect(() => {
    const begin = async () => {
      const sort = { by: 'added', descending: false } as const
      const ids = typeof last === 'number' ? [last] : undefined
      const wanted = ids ? await call('articles.ids', { filter: { ids }, sort }) : []
      const first =
        wanted[0] ?? (await call('articles.page', { filter: {}, sort, offset: 0, limit: 1 })).rows[0]?.id
      if (first && useSelection.getState().articleId === null)
        useSelection.getState().openArticle(first, 'first')
    }
    begin().catch(() => {})
    return useSelection.subscribe((now, before) => {
      if (now.articleId !== null && now.articleId !== before.articleId)
        call('settings.set', { scope: 'project', key: 'lastArticle', value: now.articleId }).catch(() => {})
    })
  }, [])
}

function Panels({ project, settings }: { project: ProjectInfo; settings: Record<string, unknown> }) {
  useProjectActions(project)
  useArticleActions(project)
  useLastArticle(settings.lastArticle)
  return <Dock stored={settings.layout} />
}

/** The panels of the open project. */
export function Workbench({ project }: { project: ProjectInfo }) {
  const settings = useAnswer('settings.get', { scope: 'project' })
  useEffect(
    () => () => {
      useSelection.getState().reset()
      resetCorpusView()
    },
    [],
  )
  if (settings.isPending) return null
  return <Panels project={project} settings={settings.data ?? {}} />
}
