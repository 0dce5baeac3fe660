import { foldKey } from '../../../../../shared/text/fold.ts'
import { type Row, rowsOf, type Segment } from './segments.ts'

/** A page's lines that repeat over the pages, apart from its text. */
export interface Furnished {
  readonly head: readonly Row<Segment>[]
  readonly body: readonly Segment[]
  readonly foot: readonly Row<Segment>[]
}

/** Lines from the upper and from the lower edge that may be headers and footers. */
const reach = 4

const rowText = (row: Row<Segment>): string => row.parts.map((it) => it.text).join(' ')

/** Numbers count up from page to page; everything else must repeat to the letter. */
const keyOf = (row: Row<Segment>): string =>
  foldKey(rowText(row)).replace(/\d+/g, '#').replace(/\s+/g, ' ').slice(0, 200)

const pageNumber =
  /^[\s\p{P}\p{S}]*(?:(?:page|seite|s\.|p\.|第)\s*)?(?:#|[ivxlc]{1,6})(?:\s*(?:\/|of|von|de|页|頁|共)\s*#?)*[\s\p{P}\p{S}页頁]*$/u

/**
 * Finds headers, footers and page numbers: lines among the outermost of a page that stand at the same height, with the
 * same words but for numbers, on several pages.
 */
export const furnish = (pages: readonly (readonly Segment[])[]): Furnished[] => {
  const rows = pages.map((it) => rowsOf(it))
  const seen = new Map<string, number>()
  const places = (row: Row<Segment>, edge: string): string[] => {
    const at = Math.round(row.baseline / 6)
    const key = pageNumber.test(keyOf(row)) ? '#' : keyOf(row)
    return [at - 1, at, at + 1].map((height) => `${edge} ${height} ${key}`)
  }
  const edges = (page: readonly Row<Segment>[]): [Row<Segment>, string][] => {
    const count = Math.min(reach, page.length)
    return [
      ...page.slice(0, count).map((it): [Row<Segment>, string] => [it, 'head']),
      ...page.slice(page.length - count).map((it): [Row<Segment>, string] => [it, 'foot']),
    ]
  }
  for (const page of rows) {
    for (const [row, edge] of edges(page)) {
      const own = places(row, edge)[1]!
      seen.set(own, (seen.get(own) ?? 0) + 1)
    }
  }
  const enough = Math.max(2, Math.min(5, Math.ceil(pages.length * 0.3)))
  const repeats = (row: Row<Segment>, edge: string): boolean =>
    places(row, edge).reduce((sum, it) => sum + (seen.get(it) ?? 0), 0) >= enough
  return rows.map((page) => {
    let from = 0
    while (from < Math.min(reach, page.length) && repeats(page[from]!, 'head')) from += 1
    let to = page.length
    while (to > Math.max(from, page.length - reach) && repeats(page[to - 1]!, 'foot')) to -= 1
    return {
      head: page.slice(0, from),
      body: page.slice(from, to).flatMap((row) => row.parts),
      foot: page.slice(to),
    }
  })
}
