import { cutMap, spanToFinal } from './cuts.ts'
import { escapeHtml } from './html/page.ts'
import type { PdfPage, PdfRun } from './pdfPages.ts'
import type { Cut } from './types.ts'

/** More would only slow the pane down: some 400 full pages. */
const most = { runs: 25_000, pages: 1000 }

const isSize = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 100_000

const isRun = (value: unknown): value is PdfRun =>
  Array.isArray(value) &&
  value.length === 7 &&
  value.every((it) => typeof it === 'number' && Number.isFinite(it))

/** Pages kept with a source, which may come out of somebody's dataset; null where they are none. */
export const pagesOf = (value: unknown): PdfPage[] | null => {
  if (!Array.isArray(value) || value.length === 0) return null
  const pages: PdfPage[] = []
  for (const it of value as Partial<PdfPage>[]) {
    if (typeof it !== 'object' || it === null || !isSize(it.width) || !isSize(it.height)) return null
    if (!Array.isArray(it.runs) || !it.runs.every(isRun)) return null
    pages.push({ width: it.width, height: it.height, rotation: 0, runs: it.runs })
  }
  return pages
}

const rtl = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}]/u

/**
 * The pages of a document as inert drawings: every stretch of text where it stands on its page, in the page's own
 * points, so that the frame scales it to its width. Attributes as in `sourceView`; places are drawing attributes,
 * since the frame's policy lets no `style` through.
 */
export const pdfView = (
  pages: readonly PdfPage[],
  fullText: string,
  cuts: readonly Cut[],
): { html: string; truncated: boolean } => {
  const map = cutMap(fullText, cuts)
  const on = cuts.filter((it) => it.on).sort((a, b) => a.start - b.start)
  let runs = 0
  const attributes = ([start, end]: PdfRun): string => {
    const final = spanToFinal(map, start, end)
    if (final) return ` data-start="${final.start}" data-end="${final.end}"`
    const cut = on.find((it) => it.start < end && it.end > start)
    return ` class="cut"${cut ? ` data-reason="${escapeHtml(cut.reason)}"` : ''}`
  }
  const drawn = (run: PdfRun): string => {
    const [start, end, x, y, width, height, size] = run
    const text = fullText.slice(start, end)
    if (text.trim() === '') return ''
    runs += 1
    const isRtl = rtl.test(text)
    const fit = width > 0 ? ` textLength="${width}" lengthAdjust="spacingAndGlyphs"` : ''
    return (
      `<g${attributes(run)}><rect x="${x}" y="${y}" width="${Math.max(0, width)}" height="${Math.max(0, height)}" fill="none"/>` +
      `<text x="${isRtl ? x + width : x}" y="${Math.round((y + 0.75 * size) * 10) / 10}" font-size="${size}"` +
      `${isRtl ? ' direction="rtl"' : ''}${fit}>${escapeHtml(text)}</text></g>`
    )
  }
  let html = ''
  let shown = 0
  for (const page of pages.slice(0, most.pages)) {
    if (runs > most.runs) break
    shown += 1
    html +=
      `<figure class="sheet"><svg viewBox="0 0 ${page.width} ${page.height}">${page.runs.map(drawn).join('')}</svg>` +
      `<figcaption>${shown}</figcaption></figure>`
  }
  return {
    html: `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body class="sheets">${html}</body></html>`,
    truncated: shown < pages.length,
  }
}
