import type { ImportedSet } from '../../../../shared/model/importSet.ts'
import { foldKey } from '../../../../shared/text/fold.ts'
import type { JobContext } from '../../../core/jobs.ts'
import type { Database } from '../../../db/index.ts'
import { createArticleRepository } from '../../articles/index.ts'
import type { Reference } from '../formats/format.ts'

interface Article {
  /** Null for a draft that waits. */
  readonly id: number | null
  readonly title: string
  readonly language: string
  readonly publishedOn: string
  readonly publisher: string
  readonly sourceUrl: string
}

/** An address as one would compare it: no scheme, no `www.`, no tracking, no slash at the end. */
const plainAddress = (url: string): string =>
  url
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[#?].*$/s, '')
    .replace(/(?<!\/)\/+$/, '')

const baseName = (path: string): string => (path.split(/[\\/]/).at(-1) ?? '').toLowerCase()

const ofProject = `SELECT a.id, a.title, a.language, a.published_on AS publishedOn, a.publisher, a.source_url AS sourceUrl, s.name AS file
  FROM article a LEFT JOIN source s ON s.id = a.source_id ORDER BY a.id`
const waiting = `SELECT NULL AS id, d.title, d.language, d.published_on AS publishedOn, d.publisher, d.source_url AS sourceUrl, d.name AS file
  FROM import_draft d WHERE d.included = 1 AND d.error = '' ORDER BY d.id`

/**
 * Finds the article of the project that a reference is about: by address, DOI, attached file, or its title. With
 * `drafts` also among those that wait and will be articles before references are taken in.
 */
export const createMatcher = (
  db: Database,
  { drafts = false } = {},
): ((reference: Reference) => Article | null) => {
  const byAddress = new Map<string, Article>()
  const byFile = new Map<string, Article>()
  const byTitle = new Map<string, Article | null>()
  type Row = Article & { file: string | null }
  for (const { file, ...article } of [...(drafts ? db.all<Row>(waiting) : []), ...db.all<Row>(ofProject)]) {
    if (article.sourceUrl !== '') byAddress.set(plainAddress(article.sourceUrl), article)
    if (file) byFile.set(baseName(file), article)
    const title = foldKey(article.title)
    // A title two articles share says nothing about either.
    if (title.length >= 8) byTitle.set(title, byTitle.has(title) ? null : article)
  }
  return ({ sourceUrl, doi, attachments, title }) =>
    (sourceUrl !== '' && byAddress.get(plainAddress(sourceUrl))) ||
    (doi !== '' && byAddress.get(`doi.org/${doi.toLowerCase()}`)) ||
    attachments.map((it) => byFile.get(baseName(it))).find((it) => it !== undefined) ||
    byTitle.get(foldKey(title)) ||
    null
}

/** What a reference adds to an article: only what the article does not say itself. */
export const additions = (article: Article, reference: Reference): Partial<Omit<Article, 'id'>> => {
  const patch: Record<string, string> = {}
  for (const key of ['language', 'publishedOn', 'publisher', 'sourceUrl'] as const) {
    if (article[key] === '' && reference[key] !== '') patch[key] = reference[key]
  }
  return patch
}

/** Fills gaps in the metadata of articles that are there, as one step; references that match none are listed. */
export const takeReferencesIn = (
  name: string,
  formatName: string,
  references: Iterable<Reference>,
  context: JobContext,
): ImportedSet => {
  const match = createMatcher(context.db)
  const left: ImportedSet['left'] = []
  let leftCount = 0
  const patches = new Map<number, Partial<Omit<Article, 'id'>>>()
  for (const reference of references) {
    context.stopIfCancelled()
    const article = match(reference)
    if (!article?.id) {
      leftCount += 1
      const title = reference.title || reference.sourceUrl || '?'
      const message = `${title}: no article of the project has its address, file or title.`
      if (left.length < 1000)
        left.push({ name: title, reason: { code: 'import.no_match', message, params: { title } } })
      continue
    }
    patches.set(article.id, { ...additions(article, reference), ...patches.get(article.id) })
  }
  if (patches.size + leftCount === 0) {
    leftCount += 1
    const message = `${name} holds no references that could be read.`
    left.push({ name, reason: { code: 'import.references_none', message } })
  }
  const changed = [...patches].filter(([, patch]) => Object.keys(patch).length > 0)
  if (changed.length > 0) {
    context.commit('imports.references', (step) => {
      const articles = createArticleRepository(context)
      for (const [id, patch] of changed) articles.update([id], patch)
      step.describe({ count: changed.length, name })
    })
  }
  return {
    ...{
      name,
      format: formatName,
      documents: changed.length,
      mentions: 0,
      entities: 0,
      relations: 0,
      newTypes: [],
      kept: 0,
      present: 0,
    },
    left,
    leftCount,
  }
}
