import type { Cut } from '../../../shared/contract/imports.ts'
import type { ArticleSource } from '../articles/index.ts'

interface Extraction {
  cuts?: Cut[]
  /** Kept only where something was cut; otherwise it is the article's text. */
  fullText?: string
}

/** An article's original as sanitised HTML for the source pane, with the number of passages cut from it. */
export const renderSource = async (
  source: ArticleSource,
  text: string,
): Promise<{ html: string; cuts: number }> => {
  const { sourceView } = await import('./reading/index.ts')
  const { cuts = [], fullText = text } = source.extraction as Extraction
  const { html } = sourceView({
    bytes: source.bytes,
    mediaType: source.mediaType,
    encoding: source.encoding,
    fullText,
    cuts: fullText === text ? [] : cuts,
  })
  return { html, cuts: cuts.filter((it) => it.on).length }
}
