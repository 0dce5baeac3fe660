import { above, below, type Row, rowsOf, type Segment } from './segments.ts'

/** Lines that are read one after the other: a column, or the cells of a table row by row. */
export interface Block {
  readonly rows: readonly Row<Segment>[]
  readonly isTable: boolean
}

interface Gutter {
  /** Rows [from, to) that it runs through. */
  readonly from: number
  readonly to: number
  readonly left: readonly Segment[]
  readonly right: readonly Segment[]
  /** Rows with text on the side with fewer of them. */
  readonly support: number
}

/** Deeper than columns in columns in columns no page is set. */
const deepest = 6
/** More segments on a page are a drawing or a table without end: read line by line. */
const mostSegments = 4000

/** How wide a gutter must be, in sizes of the type: the fewer lines it runs along, the wider. */
const isWide = (width: number, em: number, support: number): boolean =>
  support >= 6 ? width >= 0.7 * em : support >= 3 ? width >= 1.1 * em : support >= 2 && width >= 2.5 * em

const weight = (text: string): number =>
  text.length + (text.match(/[\u2e80-\u9fff\uac00-\ud7af]/g)?.length ?? 0)

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Left edges that several segments share: where a column may begin. */
const sharedEdges = (segments: readonly Segment[]): number[] => {
  const xs = segments.map((it) => it.x).sort((a, b) => a - b)
  const edges: { x: number; count: number }[] = []
  for (const x of xs) {
    const last = edges.at(-1)
    if (last && x - last.x < 3) last.count += 1
    else edges.push({ x, count: 1 })
  }
  return edges
    .filter((it) => it.count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, 40)
    .map((it) => it.x)
}

const extent = (segments: readonly Segment[]): { top: number; bottom: number } => ({
  top: Math.min(...segments.map(above)),
  bottom: Math.max(...segments.map(below)),
})

const runAt = (
  rows: readonly Row<Segment>[],
  from: number,
  to: number,
  edge: number,
  em: number,
): Gutter | null => {
  const band = rows.slice(from, to)
  const sideOf = (it: Segment): boolean => it.x >= edge - 1
  const rightRows = band.filter((row) => row.parts.some(sideOf)).length
  const leftRows = band.filter((row) => !row.parts.every(sideOf)).length
  const support = Math.min(leftRows, rightRows)
  if (support < 2) return null
  const parts = band.flatMap((row) => row.parts)
  const [left, right] = [parts.filter((it) => !sideOf(it)), parts.filter(sideOf)]
  if (!isWide(edge - Math.max(...left.map((it) => it.right)), em, support)) return null
  const [a, b] = [extent(left), extent(right)]
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return shared < 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top)
    ? null
    : { from, to, left, right, support }
}

/** The gutter along most lines. */
const findGutter = (rows: readonly Row<Segment>[], em: number): Gutter | null => {
  let best: Gutter | null = null
  for (const edge of sharedEdges(rows.flatMap((row) => row.parts))) {
    const crosses = (it: Segment): boolean => it.x < edge - 1 && it.right > edge - 0.65 * em
    let from = 0
    for (let row = 0; row <= rows.length; row += 1) {
      if (row < rows.length && !rows[row]!.parts.some(crosses)) continue
      if (row - from > 1) {
        const found = runAt(rows, from, row, edge, em)
        if (found && found.support > (best?.support ?? 0)) best = found
      }
      from = row + 1
    }
  }
  return best
}

/** Cells stand at one height and at least one side holds no lines of prose. */
const isTable = ({ left, right, support }: Gutter): boolean => {
  const aligned = rowsOf(right).filter((row) =>
    left.some((it) => Math.abs(it.baseline - row.baseline) < 0.25 * row.size),
  ).length
  const length = (side: readonly Segment[]): number => median(side.map((it) => weight(it.text)))
  return aligned >= 0.7 * support && Math.min(length(left), length(right)) < 18
}

/** Does the sentence at the foot of a column go on in the line below the columns? */
const runsOn = (column: readonly Segment[], next: Row<Segment> | undefined): boolean => {
  const last = rowsOf(column).at(-1)?.parts.at(-1)
  const first = next?.parts[0]
  return (
    last !== undefined &&
    first !== undefined &&
    Math.abs(last.size - first.size) < 0.06 * last.size &&
    /^\p{Ll}/u.test(first.text) &&
    /[\p{L}\p{N},;-]$/u.test(last.text)
  )
}

/** The segments of a page in the order they are read: columns one after the other, tables row by row. */
export const blocksOf = (segments: readonly Segment[], depth = 0): Block[] => {
  if (segments.length === 0) return []
  const rows = rowsOf(segments)
  const whole: Block[] = [{ rows, isTable: false }]
  if (rows.length < 2 || depth > deepest || segments.length > mostSegments) return whole
  const gutter = findGutter(rows, median(segments.map((it) => it.size)))
  if (!gutter) return whole
  const partsOf = (from: number, to?: number): Segment[] => rows.slice(from, to).flatMap((row) => row.parts)
  const sides = [...gutter.left, ...gutter.right]
  const isRtl = sides.filter((it) => it.isRtl).length * 2 > sides.length
  // A box beside the text is read before it where the text goes on below the box.
  const isBox = runsOn(gutter.left, rows[gutter.to]) && !runsOn(gutter.right, rows[gutter.to])
  const [first, second] = isRtl || isBox ? [gutter.right, gutter.left] : [gutter.left, gutter.right]
  return [
    ...blocksOf(partsOf(0, gutter.from), depth + 1),
    ...(isTable(gutter)
      ? [{ rows: rows.slice(gutter.from, gutter.to), isTable: true }]
      : [...blocksOf(first, depth + 1), ...blocksOf(second, depth + 1)]),
    ...blocksOf(partsOf(gutter.to), depth + 1),
  ]
}
