import type { ProjectInfo } from '@shared/contract/projects.ts'
import { useEffect } from 'react'
import { z } from 'zod'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'
import { resetCorpusView } from '../../state/corpusView.ts'
import { useSelection } from '../../state/selection.ts'
import { useArticleActions } from '../corpus/useArticleActions.ts'
import { Dock } from './Dock.tsx'
import { useProjectActions } from './useGeneralActions.ts'

const lastArticles = z.object({ first: z.int().nullable(), second: z.int().nullable() })

/** What is being read is remembered once it is read, so that opening it does not wait for the disk; milliseconds. */
const rememberAfter = 600

/** Goes back to the articles that were read last in this project, and remembers the next. */
const useLastArticles = (stored: unknown): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the value the project was opened with; later ones are our own
  useEffect(() => {
    const begin = async () => {
      const sort = { by: 'added', descending: false } as const
      const { first, second } = lastArticles.safeParse(stored).data ?? { first: null, second: null }
      const ids = [first, second].filter((it) => it !== null)
      const there = ids.length > 0 ? await call('articles.ids', { filter: { ids }, sort }) : []
      const { openArticle, articleId } = useSelection.getState()
      if (articleId !== null) return
      if (second !== null && there.includes(second)) openArticle(second, 'second')
      if (first !== null && there.includes(first)) return openArticle(first, 'first')
      const [row] = (await call('articles.page', { filter: {}, sort, offset: 0, limit: 1 })).rows
      if (row) openArticle(row.id, 'first')
    }
    begin().catch(() => {})
    let later: ReturnType<typeof setTimeout>
    const end = useSelection.subscribe((now, before) => {
      if (now.articleId === before.articleId && now.secondArticleId === before.secondArticleId) return
      if (now.articleId === null && now.secondArticleId === null) return
      const value = { first: now.articleId, second: now.secondArticleId }
      clearTimeout(later)
      later = setTimeout(() => {
        call('settings.set', { scope: 'project', key: 'lastArticles', value }).catch(() => {})
      }, rememberAfter)
    })
    return () => {
      end()
      // By then another project may be open; its articles have other numbers.
      clearTimeout(later)
    }
  }, [])
}

function Panels({ project, settings }: { project: ProjectInfo; settings: Record<string, unknown> }) {
  useProjectActions(project)
  useArticleActions(project)
  useLastArticles(settings.lastArticles)
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
