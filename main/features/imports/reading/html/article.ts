import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Notice } from '../types.ts'
import { type PageItem, pageItems } from './page.ts'
import { flatten, type PageScan, scanPage } from './scan.ts'
import { itemsText } from './text.ts'

/**
 * Above any of these the tree builder and Readability, whose cost grows with tags × depth, could take minutes.
 * Real pages stay far below: a long newspaper page has 5,000 tags at depth 40.
 */
const limits = { characters: 5_000_000, tags: 30_000, depth: 250, work: 300_000 }

const isTooMuch = ({ light, tags, depth }: PageScan) =>
  light.length > limits.characters || tags > limits.tags || depth > limits.depth || tags * depth > limits.work

/** Scans a page and flattens it where its markup is beyond what a tree can hold. */
export function preparePage(html: string): { scan: PageScan; flat: boolean } {
  const scan = scanPage(html)
  if (!isTooMuch(scan)) return { scan, flat: false }
  return { scan: { ...scan, light: flatten(scan.light) }, flat: true }
}

export type Article = { items: PageItem[]; text: string; title: string | undefined; warnings: Notice[] }

/** The article of a page by Readability; the whole body where there is none to be found. Bounded in time. */
export function extractArticle(html: string): Article & { scan: PageScan } {
  const { scan, flat } = preparePage(html)
  const whole = (warning: Notice): Article & { scan: PageScan } => {
    const items = pageItems(scan.light)
    return { scan, items, text: itemsText(items), title: undefined, warnings: [warning] }
  }
  if (flat) {
    return whole({
      code: 'import.page_too_complex',
      message:
        'The page is too large or too deeply nested to find the article in it; its whole text was taken.',
    })
  }
  const found = readable(scan.light)
  const items = found ? pageItems(found.content) : []
  const text = itemsText(items)
  if (text.length < 200) {
    const body = whole({
      code: 'import.no_article',
      message: 'No article was found on the page; its whole text was taken.',
    })
    // A page that is little more than its article needs no warning.
    if (body.text.length > 2 * text.length) return { ...body, title: found?.title }
    if (text === '') return body
  }
  return { scan, items, text, title: found?.title, warnings: [] }
}

function readable(html: string): { content: string; title: string | undefined } | undefined {
  try {
    const complete = /<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
    const { document } = parseHTML(complete)
    const article = new Readability(document, { disableJSONLD: true }).parse()
    if (!article?.content) return undefined
    return { content: article.content, title: article.title?.trim() || undefined }
  } catch {
    // Readability gives up on some broken trees by throwing; the whole text is still there.
    return undefined
  }
}
