import type { Cut } from '../../../shared/contract/imports.ts'
import type { ArticleSource } from '../articles/index.ts'
import { Unreadable } from './files/unreadable.ts'
import { sourceHtml } from './sourceHtml.ts'

interface Extraction {
  cuts?: Cut[]
  /** Kept only where something was cut; otherwise it is the article's text. */
  fullText?: string
  /** Of a PDF: where its text stands. */
  pages?: unknown
}

/** A document that cannot be read any more is shown as an empty page. */
const htmlOf = async ({ bytes, mediaType, name }: ArticleSource): Promise<string | null> => {
  try {
    return await sourceHtml(bytes, mediaType, name)
  } catch (thrown) {
    if (thrown instanceof Unreadable) return ''
    throw thrown
  }
}

/** An article's original as sanitised HTML for the source pane, with the number of passages cut from it. */
export const renderSource = async (
  source: ArticleSource,
  text: string,
): Promise<{ html: string; cuts: number }> => {
  const { pagesOf, pdfView, sourceView } = await import('./reading/index.ts')
  const extraction = source.extraction as Extraction
  const { cuts = [], fullText = text } = extraction
  const count = cuts.filter((it) => it.on).length
  const made = fullText === text ? [] : cuts
  const pages = source.mediaType === 'application/pdf' ? pagesOf(extraction.pages) : null
  if (pages) return { html: pdfView(pages, fullText, made).html, cuts: count }
  const html = await htmlOf(source)
  const shown =
    html === null
      ? { bytes: source.bytes, mediaType: source.mediaType, encoding: source.encoding }
      : { bytes: Buffer.from(html, 'utf8'), mediaType: 'text/html', encoding: 'utf-8' }
  return { html: sourceView({ ...shown, fullText, cuts: made }).html, cuts: count }
}
