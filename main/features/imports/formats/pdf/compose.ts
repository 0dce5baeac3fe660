import type { PdfPage, PdfRun } from '../../reading/pdfPages.ts'
import type { Cut } from '../../reading/types.ts'
import { type Block, blocksOf } from './columns.ts'
import { furnish } from './furniture.ts'
import type { RawPage } from './page.ts'
import { endsSentence, type Line, type Paragraph, paragraphsOf, startsItem } from './paragraphs.ts'
import { above, below, type Row, type Segment, segmentsOf } from './segments.ts'

export interface Composed {
  readonly text: string
  readonly cuts: readonly Cut[]
  readonly pages: readonly PdfPage[]
}

const cjk = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/

const round = (value: number): number => Math.round(value * 10) / 10

/** Words that stand behind a hyphen of their own: "Ein- und Ausfuhr". */
const conjunction = /^(?:und|oder|bzw|sowie|and|or|to|bis)\b/

type Seam = { readonly between: string; readonly dropHyphen: boolean }

/** Words the text writes with hyphens within a line, in lower case: at a line's end they keep theirs. */
const hyphenated = (pages: readonly (readonly Segment[])[]): Set<string> => {
  const words = new Set<string>()
  for (const segment of pages.flat())
    for (const [word] of segment.text.matchAll(/(?<!\p{L})\p{L}+(?:[-\u2010]\p{L}+)+/gu))
      words.add(word.replaceAll('\u2010', '-').toLowerCase())
  return words
}

const keepsHyphen = (before: string, next: string, words: ReadonlySet<string>): boolean => {
  const start = /[\p{L}\u2010-]{1,60}$/u.exec(before.slice(-60))?.[0] ?? ''
  const end = /^[\p{L}\u2010-]{1,60}/u.exec(next.slice(0, 60))?.[0] ?? ''
  const whole = `${start}${end}`.replaceAll('\u2010', '-').toLowerCase()
  return /\p{L}[-\u2010]\p{L}/u.test(start) || words.has(whole)
}

/** What stands between two lines of one paragraph. */
const seamOf = (before: string, next: string, joins: ReadonlySet<string> | null): Seam => {
  const hyphen = /\p{L}([-\u2010\u00ad])$/u.exec(before)?.[1]
  if (hyphen !== undefined && /^\p{L}/u.test(next)) {
    if (conjunction.test(next)) return { between: ' ', dropHyphen: false }
    const isDivision = hyphen === '\u00ad' || /^\p{Ll}/u.test(next)
    return { between: '', dropHyphen: joins !== null && isDivision && !keepsHyphen(before, next, joins) }
  }
  const isTight = cjk.test(before.slice(-1)) && cjk.test(next.charAt(0))
  return { between: isTight || /\s$/.test(before) ? '' : ' ', dropHyphen: false }
}

const lineText = (line: Line): string => line.segments.map((it) => it.text).join(' ')

/** A sentence that a column or a page interrupted. */
const goesOn = (before: Paragraph | null, next: Paragraph): boolean => {
  const [last, first] = [before?.lines.at(-1), next.lines[0]!]
  if (!before || !last || before.isTable || next.isTable) return false
  const [end, start] = [last.segments.at(-1)!.text, first.segments[0]!.text]
  if (endsSentence(end) || Math.abs(last.size - first.size) > 0.06 * last.size) return false
  if (startsItem.test(start)) return false
  if (/^\p{Ll}/u.test(start)) return before.endsFull || before.lines.length > 1 || lineText(last).length > 30
  return before.endsFull && next.startsFlush && next.lines.length > 1 && /^[\p{L}\p{N}]/u.test(start)
}

/** The text of all pages with the place of each of its stretches, and headers and footers proposed for cutting. */
export const compose = (
  raw: readonly RawPage[],
  joinHyphens: boolean,
  stop: () => void = () => {},
): Composed => {
  const segments = raw.map((it) => segmentsOf(it.pieces))
  const furnished = furnish(raw.map(({ height }, page) => ({ segments: segments[page]!, height })))
  const joins = joinHyphens ? hyphenated(segments) : null
  const cuts: Cut[] = []
  const pages: PdfPage[] = raw.map(({ width, height, rotation }) => ({
    width: round(width),
    height: round(height),
    rotation,
    runs: [],
  }))
  // Pieces, joined at the end: looking at the end of one growing string would copy it every time.
  const written: string[] = []
  let length = 0
  const add = (piece: string): void => {
    if (piece === '') return
    written.push(piece)
    length += piece.length
  }
  let lastRuns: PdfRun[] = []
  let open: Paragraph | null = null
  /** Headers and footers that came after the last paragraph. */
  let pending: { page: number; row: Row<Segment> }[] = []

  const put = (page: number, segment: Segment): void => {
    const start = length
    add(segment.text)
    const [top, height] = [above(segment), below(segment) - above(segment)]
    const run: PdfRun = [
      start,
      length,
      round(segment.x),
      round(top),
      round(segment.right - segment.x),
      round(height),
      round(segment.size),
    ]
    lastRuns = pages[page]!.runs as PdfRun[]
    lastRuns.push(run)
  }
  const putLine = (page: number, line: Pick<Line, 'segments' | 'joints'>): void =>
    line.segments.forEach((segment, index) => {
      if (index > 0) add(line.joints[index - 1]!)
      put(page, segment)
    })
  /** The last run gives its hyphen up. */
  const dropHyphen = (): void => {
    written.push(written.pop()!.slice(0, -1))
    length -= 1
    const last = lastRuns.at(-1)
    if (last) last[1] = length
  }
  const putFurniture = (page: number, row: Row<Segment>): void =>
    putLine(page, { segments: row.parts, joints: row.parts.slice(1).map(() => '\t') })

  const flushFurniture = (before: string): void => {
    for (const { page, row } of pending) {
      add(length === 0 ? '' : before)
      const start = length
      putFurniture(page, row)
      cuts.push({ start, end: length, reason: 'page_margin', on: true })
    }
    pending = []
  }

  const putParagraph = (page: number, paragraph: Paragraph, continued: boolean): void => {
    const [first, ...rest] = paragraph.lines
    if (continued) {
      const { between, dropHyphen: drop } = seamOf(written.at(-1) ?? '', first!.segments[0]!.text, joins)
      if (pending.length > 0) {
        // The sentence closes over the cut: what parts its halves stays, the line breaks go with header and footer.
        add(between)
        const start = length - (drop ? 1 : 0)
        add('\n')
        pending.forEach(({ page: at, row }, index) => {
          add(index > 0 ? '\n' : '')
          putFurniture(at, row)
        })
        add('\n')
        cuts.push({ start, end: length, reason: 'page_margin', on: true })
        pending = []
      } else {
        if (drop) dropHyphen()
        add(between)
      }
    } else {
      flushFurniture('\n\n')
      add(length === 0 ? '' : '\n\n')
    }
    putLine(page, first!)
    for (const line of rest) {
      if (paragraph.isTable) add('\n')
      else {
        const { between, dropHyphen: drop } = seamOf(written.at(-1) ?? '', line.segments[0]!.text, joins)
        if (drop) dropHyphen()
        add(between)
      }
      putLine(page, line)
    }
    open = paragraph
  }

  raw.forEach(({ aside }, page) => {
    stop()
    const { head, body, foot } = furnished[page]!
    pending.push(...head.map((row) => ({ page, row })))
    const paragraphs = blocksOf(body).flatMap((block: Block) => paragraphsOf(block))
    for (const it of paragraphs) putParagraph(page, it, goesOn(open, it))
    pending.push(...foot.map((row) => ({ page, row })))
    const turned = aside.join(' ').replace(/\s+/g, ' ').trim()
    if (turned !== '') {
      flushFurniture('\n\n')
      add(length === 0 ? '' : '\n\n')
      add(turned)
      open = null
    }
  })
  flushFurniture('\n\n')
  return { text: written.join(''), cuts, pages }
}
