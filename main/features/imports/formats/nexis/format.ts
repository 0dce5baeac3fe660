import type { Probe } from '../format.ts'
import { exportFormat } from './exportFormat.ts'
import { countLine, endLine } from './words.ts'

const looksLike = ({ text }: Probe): string | null => {
  const isHtml = /^\s*<(?:!doctype|html|\?xml|!--)/i.test(text)
  const lines = isHtml ? text.replace(/<[^<>]{0,2000}>/g, '\n').replace(/&nbsp;/g, ' ') : text
  const counted = countLine.exec(lines)?.[0]?.trim()
  if (counted && (!isHtml || /\bLENGTH:|LexisNexis|<DOC\b/i.test(text))) return `it has the line "${counted}"`
  const ended = endLine.exec(lines)?.[0]?.trim()
  return ended && /^[ \t]*(?:Length|Länge|Longueur|Longitud|Lengte|长度|字数)[ \u00a0]?[:：]/im.test(lines)
    ? `it has the line "${ended}"`
    : null
}

/** Exports of LexisNexis and Nexis Uni as text or HTML; those as DOCX and RTF are split by `splitNexis`, too. */
export const nexis = exportFormat(
  { id: 'nexis', name: 'LexisNexis, Nexis Uni' },
  looksLike,
  async () => (await import('./split.ts')).splitNexis,
)
