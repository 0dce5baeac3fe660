import type { ArticleFilter, ArticleSort } from '@shared/model/article.ts'
import { create } from 'zustand'

/** Which articles the corpus list shows, in what order, and which of them are meant. */
export interface CorpusView {
  filter: ArticleFilter
  sort: ArticleSort
  /** Articles chosen for something done to several; empty when only the active row is meant. */
  selected: ReadonlySet<number>
  /** Row under the keyboard: index in the filtered order. */
  activeIndex: number
}

const initial: CorpusView = {
  filter: {},
  sort: { by: 'added', descending: false },
  selected: new Set(),
  activeIndex: 0,
}

export const useCorpusView = create<CorpusView>()(() => initial)

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** The filter without what says nothing, so that equal filters are equal questions. */
export const tidyFilter = (filter: ArticleFilter): ArticleFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => !isEmpty(value))) as ArticleFilter

/** Changes the filter; the list begins at its top again. Searching begins with the best match. */
export const setFilter = (patch: Partial<ArticleFilter>): void =>
  useCorpusView.setState((state) => {
    const filter = tidyFilter({ ...state.filter, ...patch })
    const searches = Boolean(filter.text)
    const searched = Boolean(state.filter.text)
    const sort =
      searches && !searched
        ? ({ by: 'relevance', descending: true } as const)
        : !searches && state.sort.by === 'relevance'
          ? initial.sort
          : state.sort
    return { filter, sort, activeIndex: 0, selected: new Set() }
  })

export const clearFilter = (): void =>
  setFilter({
    text: undefined,
    statuses: undefined,
    languages: undefined,
    publishedFrom: undefined,
    publishedTo: undefined,
    entityId: undefined,
    toCheck: undefined,
    ids: undefined,
  })

export const isFiltered = (filter: ArticleFilter): boolean => Object.keys(tidyFilter(filter)).length > 0

export const setSort = (sort: ArticleSort): void => useCorpusView.setState({ sort, activeIndex: 0 })

/** Another project was opened. */
export const resetCorpusView = (): void => useCorpusView.setState(initial)
