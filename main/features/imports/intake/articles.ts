import { articleMetadata } from '../../../../shared/model/article.ts'
import { foldForIndex } from '../../../../shared/text/search.ts'
import { type TextStore, textHash } from '../../articles/index.ts'
import type { DatasetRepository } from '../dataset/repository.ts'
import type { ReadDocument } from '../formats/records.ts'
import type { CanonicalText } from './canonicalText.ts'
import { type Desk, dateOf } from './desk.ts'
import type { Restored, RestoredArticle } from './restore.ts'

/** An article that documents of the set go into. */
export interface StagedArticle {
  /** Negative: a row of the project, negated. */
  readonly number: number
  readonly text: string
  readonly language: string
  /** What stands in the project there already, by type and place. */
  readonly known: ReadonlyMap<string, { id: number; entityId: number | null }>
  /** What the file beside the set knows of it. */
  readonly restored: RestoredArticle | null
}

interface Options {
  readonly desk: Desk
  readonly repository: DatasetRepository
  readonly texts: TextStore
  readonly restored: Restored | null
  /** Best guess at a text's language, BCP 47; '' for none. */
  guessLanguage(text: string): string
}

/** One line of at most `most` UTF-16 code units. */
const clip = (text: string, most: number): string => {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim()
  return (line.length > most ? `${line.slice(0, most - 1)}…` : line).toWellFormed()
}

const longest = {
  title: articleMetadata.shape.title.maxLength ?? 2000,
  publisher: articleMetadata.shape.publisher.maxLength ?? 500,
  sourceUrl: articleMetadata.shape.sourceUrl.maxLength ?? 4000,
}

/** What an article without a title is called. */
const firstLine = (text: string): string => text.trim().split('\n')[0]!.slice(0, 120)

/** Documents → articles: new ones, or those of the project whose text is the same. */
export const createArticleDesk = ({ desk, repository, texts, restored, guessLanguage }: Options) => {
  let count = 0
  let documents = 0
  /** Articles of the set by document id and text: two annotators of one document share one. */
  const byDocument = new Map<string, StagedArticle>()

  const stage = (
    document: ReadDocument,
    { text }: CanonicalText,
    old: RestoredArticle | null,
  ): StagedArticle => {
    const facts = old?.facts
    const language = (document.language ?? facts?.language ?? guessLanguage(text)).slice(0, 35)
    const { textId } = texts.add(text)
    const { original } = document
    const sourceId = original
      ? texts.addSource({ ...original, encoding: '', extraction: { format: 'annotations' } })
      : null
    const title = clip(document.title || facts?.title || firstLine(text), longest.title)
    const address = document.sourceUrl ?? facts?.sourceUrl ?? ''
    count += 1
    const uid = desk.uid('article', facts?.uid ?? document.id)
    repository.stage('article', [
      ...[count, uid, textId, sourceId, title, foldForIndex(title), language],
      ...[dateOf(document.publishedOn ?? facts?.publishedOn)],
      ...[clip(document.publisher ?? facts?.publisher ?? '', longest.publisher)],
      ...[address.length > longest.sourceUrl ? '' : address, document.status ?? facts?.status ?? 'unread'],
      ...[(document.note ?? facts?.note ?? '').toWellFormed(), desk.me, 'import', desk.at],
    ])
    desk.keepForeign(uid, {
      id: document.id,
      file: document.file,
      ...(document.foreign !== undefined && { data: document.foreign }),
    })
    return { number: count, text, language, known: new Map(), restored: old }
  }

  return {
    /** The article of a document; null for one that stays out since its text is in the project. */
    of: (document: ReadDocument, canonical: CanonicalText): StagedArticle | null => {
      const hash = textHash(canonical.text)
      const key = `${document.id}\n${hash}`
      const known = byDocument.get(key)
      if (known) return known
      const existing = desk.mapping.existing === 'copy' ? undefined : desk.project.articleByHash(hash)
      if (existing !== undefined && desk.mapping.existing === 'skip') {
        desk.leave(document.title ?? document.id, 'import.text_here', 'its text is in the project already')
        return null
      }
      const old = restored?.article(hash) ?? null
      const article: StagedArticle =
        existing === undefined
          ? stage(document, canonical, old)
          : {
              number: -existing,
              text: canonical.text,
              language: document.language ?? guessLanguage(canonical.text),
              known: desk.project.mentionsOf(existing),
              restored: old,
            }
      documents += 1
      byDocument.set(key, article)
      return article
    },
    /** Documents that were taken in. */
    count: () => documents,
  }
}
