import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ExportReport } from '../../../shared/contract/exports.ts'
import { createOffsetMap, type OffsetUnit, spanFrom } from '../../../shared/text/offsets.ts'
import { readBack } from '../../support/readBack.ts'

export interface ReadExport {
  /** Offsets that were checked. */
  checked: number
  /** Offsets that do not cut their quote out of the text with that hash. */
  wrong: string[]
  nodes: number
  edges: number
}

/** Checks an export as its receiver would: every offset, in the unit the file names, against the text of that hash. */
export const readExport = async (
  formatId: string,
  report: ExportReport,
  textsByHash: ReadonlyMap<string, string>,
): Promise<ReadExport> => {
  if (formatId === 'graphml') {
    const xml = readFileSync(report.path, 'utf8')
    return {
      checked: 0,
      wrong: [],
      nodes: xml.match(/<node /g)?.length ?? 0,
      edges: xml.match(/<edge /g)?.length ?? 0,
    }
  }
  const { unit, spans } = await readBack[formatId]!(report.path, {})
  const wrong = spans.flatMap((span) => {
    const text = textsByHash.get(span.textHash)
    if (text === undefined) return [`no text has the hash ${span.textHash}`]
    const { start, end } = spanFrom(createOffsetMap(text), unit as OffsetUnit, span)
    const found = text.slice(start, end)
    return found === span.quote ? [] : [`${span.start}–${span.end} is “${found}”, not “${span.quote}”`]
  })
  return { checked: spans.length, wrong, nodes: 0, edges: 0 }
}

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
