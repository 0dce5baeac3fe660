import { preparePage } from '../reading/html/article.ts'
import { pageFacts } from '../reading/html/facts.ts'
import { pageItems } from '../reading/html/page.ts'
import { itemsText } from '../reading/html/text.ts'
import type { Guesses } from '../reading/types.ts'

/**
 * The whole text of a piece of HTML that is an article already (a feed entry, a newsletter, a cell of a table): blocks
 * become paragraphs, nothing is looked for or left out. Bounded in time, whatever the markup. With what the page states.
 */
export const htmlText = (html: string): { text: string; facts: Guesses } => {
  const { scan } = preparePage(html)
  return { text: itemsText(pageItems(scan.light)), facts: pageFacts(scan) }
}

/** Does a text hold markup? One tag that closes, or two that need no end. */
export const looksLikeHtml = (text: string): boolean => {
  const head = text.slice(0, 20_000)
  return /<\/(?:p|div|a|b|i|strong|em|span|ul|ol|li|h[1-6]|blockquote|table|td|figure)\s*>|<br\s*\/?>|<p>/i.test(
    head,
  )
}
