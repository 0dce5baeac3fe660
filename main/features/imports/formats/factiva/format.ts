import type { Probe } from '../format.ts'
import { exportFormat } from '../nexis/exportFormat.ts'
import { documentLine, wordCount } from './codes.ts'

const looksLike = ({ text }: Probe): string | null => {
  const isHtml = /^\s*<(?:!doctype|html|\?xml|!--)/i.test(text)
  const lines = (isHtml ? text.replace(/<[^<>]{0,2000}>/g, '\n').replace(/&nbsp;/g, ' ') : text).split(
    '\n',
    20_000,
  )
  const has = (test: RegExp): boolean => lines.some((it) => test.test(it))
  if (has(documentLine) && has(wordCount)) return 'its articles end with an accession number of Factiva'
  const isCoded =
    has(/^\s*HD(?:\s|$)/) && has(/^\s*(?:TD|LP)(?:\s|$)/) && (has(/^\s*PD(?:\s|$)/) || has(/^\s*AN(?:\s|$)/))
  return isCoded ? 'its lines have the codes HD, PD and TD of Factiva' : null
}

/** Exports of Factiva as text or HTML, with field codes and without; those as RTF and DOCX are split by `splitFactiva`, too. */
export const factiva = exportFormat(
  { id: 'factiva', name: 'Factiva' },
  looksLike,
  async () => (await import('./split.ts')).splitFactiva,
)
