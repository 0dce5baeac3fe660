import { splitFactiva } from '../factiva/split.ts'
import type { ReadArticle } from '../format.ts'
import { splitNexis } from './split.ts'

/**
 * The articles of a press database's export that came as a document (DOCX, RTF): its text with a line per paragraph or
 * table row (cells apart by TAB). [] for any other text, which is one article.
 */
export const splitExports = (text: string): ReadArticle[] => {
  const articles = splitNexis(text)
  return articles.length > 0 ? articles : splitFactiva(text)
}
