import type { RecipeData } from '../../../../shared/model/recipe.ts'
import type { ArticleRow } from '../../exports/index.ts'

/** The address as far as it names a document: without what only names a place in it. */
const addressOf = (sourceUrl: string): string => {
  const address = URL.parse(sourceUrl.trim())
  if (!address) return sourceUrl.trim()
  address.hash = ''
  return address.href
}

/** What two articles must share to be one document; '' for what is one by itself. */
const keyOf = (it: Pick<ArticleRow, 'textHash' | 'sourceUrl'>, identity: RecipeData['identity']): string =>
  identity === 'text' ? it.textHash : identity === 'address' ? addressOf(it.sourceUrl) : ''

/** The first article of every document, by id; the others are copies. */
export const firstOfEach = (
  articles: Iterable<Pick<ArticleRow, 'id' | 'textHash' | 'sourceUrl'>>,
  identity: RecipeData['identity'],
): { ids: number[]; copies: number } => {
  const seen = new Set<string>()
  const ids: number[] = []
  let copies = 0
  for (const it of articles) {
    const key = keyOf(it, identity)
    if (key !== '' && seen.has(key)) {
      copies += 1
      continue
    }
    seen.add(key)
    ids.push(it.id)
  }
  return { ids, copies }
}
