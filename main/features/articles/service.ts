import type {
  Article,
  ArticleFilter,
  ArticleMetadata,
  ArticleRow,
  ArticleSort,
  ArticleStatus,
} from '../../../shared/model/article.ts'
import { graphemeEnd, graphemeStart } from '../../../shared/text/graphemes.ts'
import { foldForIndex, snippet } from '../../../shared/text/search.ts'
import type { ProjectContext } from '../../core/context.ts'
import { notFound } from '../../core/errors.ts'
import { createArticleRepository } from './repository.ts'

export interface ArticleText {
  content: string
  hash: string
  language: string
  publishedOn: string
}

/** The original as kept: bytes and how the text was taken from them. */
export interface ArticleSource {
  name: string
  mediaType: string
  encoding: string
  extraction: unknown
  bytes: Uint8Array
}

export type ArticlePatch = Partial<ArticleMetadata & { status: ArticleStatus; note: string }>

/** Width of a snippet in the corpus list; UTF-16 code units. */
const snippetWidth = 120

/** Snippets kept: lists are asked again after every change, texts never change. */
const snippetsKept = 1000

/** A long text is searched for its snippet in stretches of this length until one has a match; UTF-16 code units. */
const snippetStretch = 16_384

const snippetOf = (content: string, search: string): NonNullable<ArticleRow['snippet']> => {
  for (let from = 0; from < content.length; from += snippetStretch) {
    const stretch = content.slice(graphemeStart(content, from), graphemeEnd(content, from + snippetStretch))
    const { text, spans } = snippet(stretch, search, snippetWidth)
    if (spans.length > 0) return { text, spans: [...spans] }
  }
  return { text: snippet(content.slice(0, snippetStretch), search, snippetWidth).text, spans: [] }
}

export interface Articles {
  page(
    filter: ArticleFilter,
    sort: ArticleSort,
    offset: number,
    limit: number,
  ): { total: number; rows: ArticleRow[] }
  ids(filter: ArticleFilter, sort: ArticleSort): number[]
  facets(): {
    total: number
    statuses: { key: string; count: number }[]
    languages: { key: string; count: number }[]
  }
  /** @throws not_found */
  get(id: number): Article
  /** @throws not_found */
  text(id: number): ArticleText
  /** null for an article without an original. @throws not_found */
  source(id: number): ArticleSource | null
  update(ids: readonly number[], patch: ArticlePatch): number
  remove(ids: readonly number[]): number
}

export const createArticles = (context: ProjectContext): Articles => {
  const repository = createArticleRepository(context)
  const snippets = new Map<string, NonNullable<ArticleRow['snippet']>>()

  const text = (id: number): ArticleText => {
    const found = repository.text(id)
    if (!found) throw notFound('article', id)
    return found
  }

  const keptSnippet = (id: number, search: string): NonNullable<ArticleRow['snippet']> => {
    const { content, hash } = text(id)
    const key = `${hash} ${search}`
    const found = snippets.get(key) ?? snippetOf(content, search)
    if (snippets.size >= snippetsKept) snippets.delete(snippets.keys().next().value!)
    snippets.set(key, found)
    return found
  }

  return {
    page: (filter, sort, offset, limit) => {
      const total = repository.count(filter)
      const rows = repository.rows(repository.ids(filter, sort, total, limit, offset))
      const search = filter.text
      if (!search) return { total, rows }
      return {
        total,
        rows: rows.map((row) => ({ ...row, snippet: keptSnippet(row.id, search) })),
      }
    },
    ids: (filter, sort) => repository.ids(filter, sort, repository.count(filter), -1, 0),
    facets: () => {
      const statuses = repository.facets('status')
      return {
        total: statuses.reduce((sum, it) => sum + it.count, 0),
        statuses,
        languages: repository.facets('language'),
      }
    },
    get: (id) => {
      const article = repository.find(id)
      if (!article) throw notFound('article', id)
      return article
    },
    text,
    source: (id) => {
      const row = repository.source(id)
      if (!row) {
        text(id)
        return null
      }
      return {
        name: row.name,
        mediaType: row.media_type,
        encoding: row.encoding,
        extraction: JSON.parse(row.extraction) as unknown,
        bytes: row.bytes,
      }
    },
    update: (ids, patch) =>
      repository.update(
        ids,
        patch.title === undefined ? patch : { ...patch, titleTokens: foldForIndex(patch.title) },
      ),
    remove: (ids) => repository.remove(ids),
  }
}
