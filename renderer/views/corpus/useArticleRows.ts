import type { ArticleFilter, ArticleRow, ArticleSort } from '@shared/model/article.ts'
import { useQueries } from '@tanstack/react-query'
import { useRef } from 'react'
import { call } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'

/** Rows asked at once: what the tallest window shows, since every row found by its text costs a snippet. */
export const pageSize = 40

interface Rows {
  /** Articles that pass; null before the first answer. */
  total: number | null
  rowAt(index: number): ArticleRow | undefined
  error: unknown
  retry(): void
}

/** Rows of the corpus list: only the pages in view are asked, each answer is kept until what it is made of changes. */
export const useArticleRows = (
  filter: ArticleFilter,
  sort: ArticleSort,
  first: number,
  last: number,
): Rows => {
  const from = Math.floor(first / pageSize)
  const to = Math.max(from, Math.floor(last / pageSize))
  // The first page says how many there are, wherever the list stands.
  const pages = [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, it) => from + it)])]
  const answers = useQueries({
    queries: pages.map((page) => {
      const input = { filter, sort, offset: page * pageSize, limit: pageSize }
      return { queryKey: ['articles.page', input], queryFn: () => call('articles.page', input) }
    }),
  })

  const byPage = new Map(pages.map((page, index) => [page, answers[index]?.data]))
  const now = { total: byPage.get(0)?.total ?? null, byPage }
  // While another filter is answered, the last list stays in sight instead of a flash of nothing.
  const before = useRef(now)
  if (now.total !== null) before.current = now
  const shown = now.total === null ? before.current : now
  return {
    total: shown.total,
    rowAt: (index) => shown.byPage.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    error: answers.find((it) => it.isError)?.error ?? null,
    retry: () => answers.forEach((it) => void it.refetch()),
  }
}

/** All ids of the list in order; asked once, kept until the articles change. */
export const fetchArticleIds = (filter: ArticleFilter, sort: ArticleSort): Promise<number[]> => {
  const input = { filter, sort }
  return queryClient.fetchQuery({
    queryKey: ['articles.ids', input],
    queryFn: () => call('articles.ids', input),
  })
}
