import type { EvidenceRow, ExportSource, FragmentRow } from '../../exports/index.ts'

/** At most `length` UTF-16 code units of a quote, whole characters, and a sign that there was more. */
export const shortQuote = (quote: string, length: number): string => {
  if (quote.length <= length) return quote
  const cut = quote.slice(0, length)
  const whole = /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
  return whole === '' ? '' : `${whole}…`
}

/**
 * A sentence with its quotes cut, which stand between “ and ”. Where a quote holds such signs itself, nobody can tell what
 * is quoted, and all from the first one on is cut.
 */
export const shortQuotes = (sentence: string, length: number): string => {
  const signs = sentence.match(/[“”]/g) ?? []
  const [before, ...parts] = sentence.split(/[“”]/) as [string, ...string[]]
  if (signs.length === 0) return before
  if (signs.length % 2 === 1 || signs.some((it, at) => it !== (at % 2 === 0 ? '“' : '”')))
    return `${before}“${shortQuote(parts.join('"'), length)}`
  return before + parts.map((it, at) => (at % 2 === 0 ? `“${shortQuote(it, length)}”` : it)).join('')
}

/** A sign of as many UTF-16 code units and UTF-8 bytes for every character, so that offsets of every unit hold. */
export const maskText = (text: string): string =>
  text
    .replace(/[\u{10000}-\u{10ffff}]/gu, '\u{1d465}')
    .replace(/[\u0800-\ud7ff\ue000-\uffff]/g, '■')
    .replace(/[\u0080-\u07ff]/g, '×')
    .replace(/[\x00-\x7f]/g, 'x')

/**
 * The source without its texts: masked ones in their place (for who counts offsets in them), quotes of limited length,
 * no originals and nothing of what other tools kept beside the text.
 */
export const redactedSource = (source: ExportSource, quoteLength: number): ExportSource => {
  const short = <T extends FragmentRow>(it: T): T => ({ ...it, quote: shortQuote(it.quote, quoteLength) })
  const evidence = (rows: EvidenceRow[]): EvidenceRow[] => rows.map(short)
  return {
    ...source,
    *articles() {
      for (const it of source.articles()) yield { ...it, sourceId: null }
    },
    text: (articleId) => maskText(source.text(articleId)),
    original: () => null,
    mentions: (articleId) =>
      source.mentions(articleId).map((it) => ({ ...it, fragments: it.fragments.map(short) })),
    evidenceIn: (articleId) => evidence(source.evidenceIn(articleId)),
    evidenceOf: (relationId) => evidence(source.evidenceOf(relationId)),
    foreign: () => null,
    setParts: () => [],
  }
}
