import { foldKey } from '../../../../../shared/text/fold.ts'
import { type Row, rowsOf, type Segment } from './segments.ts'

/** A page's lines that repeat over the pages, apart from its text. */
export interface Furnished {
  readonly head: readonly Row<Segment>[]
  readonly body: readonly Segment[]
  readonly foot: readonly Row<Segment>[]
}

/** Lines from the upper and from the lower edge that may be headers and footers, and the share of the page they stand in. */
const reach = 4
const margin = 0.15

const rowText = (row: Row<Segment>): string => row.parts.map((it) => it.text).join(' ')

/** Numbers count up from page to page, but not in headings; everything else must repeat to the letter. */
const keyOf = (row: Row<Segment>, usualSize: number): string => {
  const key = foldKey(rowText(row)).replace(/\s+/g, ' ').slice(0, 200)
  return row.size > 1.1 * usualSize ? key : key.replace(/\d+/g, '#')
}

const pageNumber =
  /^[\s\p{P}\p{S}]*(?:(?:page|seite|s\.|p\.|第)\s*)?(?:#|[ivxlc]{1,6})[\s\p{P}\p{S}页頁]*(?:(?:of|von|de|共)[\s\p{P}\p{S}页頁]*)?$/u

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

interface Candidate {
  readonly row: Row<Segment>
  readonly key: string
  /** Height on the page, in steps of 6 points. */
  readonly step: number
}

/**
 * Finds headers, footers and page numbers: lines in the margins of a page that stand at the same height, with the
 * same words but for numbers, on several pages. Heights in points.
 */
export const furnish = (
  pages: readonly { readonly segments: readonly Segment[]; readonly height: number }[],
): Furnished[] => {
  const candidates = pages.map(({ segments, height }) => {
    const rows = rowsOf(segments)
    const usualSize = median(segments.map((it) => it.size))
    const candidate = (edge: string, row: Row<Segment>): Candidate => {
      const key = keyOf(row, usualSize)
      return { row, step: Math.round(row.baseline / 6), key: `${edge} ${pageNumber.test(key) ? '#' : key}` }
    }
    const count = Math.min(reach, rows.length)
    return {
      rows,
      head: rows
        .slice(0, count)
        .filter((it) => it.baseline < margin * height)
        .map((it) => candidate('head', it)),
      foot: rows
        .slice(rows.length - count)
        .filter((it) => it.baseline > (1 - margin) * height)
        .map((it) => candidate('foot', it)),
    }
  })
  const seen = new Map<string, number>()
  for (const { head, foot } of candidates)
    for (const { key, step } of [...head, ...foot])
      seen.set(`${step} ${key}`, (seen.get(`${step} ${key}`) ?? 0) + 1)
  const enough = Math.max(2, Math.min(5, Math.ceil(pages.length * 0.3)))
  const repeats = ({ key, step }: Candidate): boolean =>
    [step - 1, step, step + 1].reduce((sum, it) => sum + (seen.get(`${it} ${key}`) ?? 0), 0) >= enough
  return candidates.map(({ rows, head, foot }) => {
    const heads = head.findIndex((it) => !repeats(it))
    const from = heads < 0 ? head.length : heads
    const feet = foot.findLastIndex((it) => !repeats(it))
    const to = Math.max(from, rows.length - (foot.length - 1 - feet))
    return {
      head: rows.slice(0, from),
      body: rows.slice(from, to).flatMap((row) => row.parts),
      foot: rows.slice(to),
    }
  })
}
