import type { contract } from '../../../shared/contract/index.ts'
import type { MentionColumns } from '../../../shared/model/mention.ts'
import type { EvidenceMark } from '../../../shared/model/relation.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { ArticleSource, Articles } from './service.ts'

/** What stands on an article and belongs to other features. */
export interface OnArticles {
  mentions: { columns(articleId: number): MentionColumns }
  relations: { marks(articleId: number): EvidenceMark[] }
  /** Renders an original as sanitised HTML. */
  renderSource(source: ArticleSource, text: string): Promise<{ html: string; cuts: number }>
}

export const articleHandlers = (
  articles: Articles,
  { mentions, relations, renderSource }: OnArticles,
): Handlers<typeof contract.articles> => ({
  page: ({ filter, sort, offset, limit }) => articles.page(filter, sort, offset, limit),
  ids: ({ filter, sort }) => articles.ids(filter, sort),
  facets: () => articles.facets(),
  get: ({ id }) => articles.get(id),
  open: ({ id }) => {
    const { content, hash } = articles.text(id)
    return {
      id,
      textHash: hash,
      text: content,
      mentions: mentions.columns(id),
      evidence: relations.marks(id),
    }
  },
  evidence: ({ id }) => relations.marks(id),
  source: async ({ id }) => {
    const source = articles.source(id)
    if (!source) return { html: '', name: '', mediaType: '', cuts: 0 }
    return {
      ...(await renderSource(source, articles.text(id).content)),
      name: source.name,
      mediaType: source.mediaType,
    }
  },
  update: ({ ids, patch }, step) => {
    const fields = Object.keys(patch)
    step.describe({
      count: ids.length,
      title: articles.get(ids[0]!).title,
      field: fields.length === 1 ? fields[0]! : '',
      status: patch.status ?? '',
    })
    if (ids.length === 1 && (fields[0] === 'note' || fields[0] === 'title'))
      step.mergeWith(`${ids[0]}:${fields[0]}`)
    articles.update(ids, patch)
    return {}
  },
  remove: ({ ids }, step) => {
    step.describe({ count: ids.length, title: articles.get(ids[0]!).title })
    articles.remove(ids)
    return {}
  },
})
