import type { ArticleFilter } from '@shared/model/article.ts'

const none: ArticleFilter = {}

/** What the corpus list is narrowed to. */
export const useListedFilter = (): ArticleFilter => none
