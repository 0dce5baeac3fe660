import { parseHTML } from 'linkedom'
import { decoded } from '../../files/charset.ts'
import type { SetFile } from '../../files/setFile.ts'
import { preparePage } from '../../reading/html/article.ts'
import type { FileSet } from '../format.ts'
import type { Selected } from './selectors.ts'

/** Pages beside the annotations that are looked at, and elements of each. */
const most = { pages: 20, elements: 200 }

const leastShare = 0.8

/** A browser's selection says less white space than the page has. */
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Elements an annotator is put on: those with an id (`#content`), or the whole body. Their text nodes, one after the other. */
const textsOf = (page: SetFile): string[] => {
  const { scan, flat } = preparePage(decoded(page.bytes()).text)
  if (flat) return []
  const complete = /<body[\s>]/i.test(scan.light) ? scan.light : `<html><body>${scan.light}</body></html>`
  const { document } = parseHTML(complete)
  return [...document.querySelectorAll('body, main, article, [id]')]
    .slice(0, most.elements)
    .map((it) => it.textContent ?? '')
}

/**
 * The text of annotations that name none, from a page beside them: positions count in the text of the element the
 * annotator was put on (Recogito: `#content`; Hypothesis: the body), and nothing says which. It is the one in which
 * most of the stated quotes stand at their stated places (UTF-16), and at least four of five: the page may have changed
 * since, and what does not fit is listed like any other quote. Null where there is none or nothing can be checked.
 */
export const pageTextOf = (set: FileSet, file: SetFile, selections: readonly Selected[]): string | null => {
  const checked = selections.filter((it) => it.start !== null && it.end !== null && it.quote)
  if (checked.length === 0) return null
  const folder = file.path.slice(0, -file.name.length)
  const pages = set.all.filter((it) => it.path === folder + it.name && /\.x?html?$/i.test(it.name))
  const fits = (text: string): number =>
    checked.filter((it) => squeezed(text.slice(it.start!, it.end!)) === squeezed(it.quote!)).length
  let best: { text: string; count: number } | null = null
  for (const text of pages.slice(0, most.pages).flatMap(textsOf)) {
    const count = fits(text)
    if (count >= leastShare * checked.length && count > (best?.count ?? 0)) best = { text, count }
  }
  return best?.text ?? null
}
