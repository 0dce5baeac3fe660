import type { Block } from './columns.ts'
import type { Row, Segment } from './segments.ts'

/** A line of text: its segments in reading order and what stands between them. */
export interface Line {
  readonly segments: readonly Segment[]
  /** What parts segment n from n + 1: a blank, or TAB between cells. */
  readonly joints: readonly (' ' | '\t')[]
  readonly x: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

/** Lines that belong together. Cells of a table are one row a line. */
export interface Paragraph {
  readonly lines: readonly Line[]
  readonly isTable: boolean
  /** Its last line reaches the right edge of its column: the sentence may go on in the next one. */
  readonly endsFull: boolean
  /** Its first line begins at the left edge of its column. */
  readonly startsFlush: boolean
}

const label =
  /^(?:[([]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]?|\.\d{1,3}|\d{1,3}(?:\.\d{1,3}){1,5}\.?|[•‣▪●○◦·*–—-])$/

const lineOf = (row: Row<Segment>): Line => {
  const joints = row.parts.slice(1).map((it, index): ' ' | '\t' => {
    const before = row.parts[index]!
    const gap = Math.max(it.x - before.right, before.x - it.right)
    return gap < 1.6 * row.size || (index === 0 && label.test(before.text)) ? ' ' : '\t'
  })
  return {
    segments: row.parts,
    joints,
    x: Math.min(...row.parts.map((it) => it.x)),
    right: Math.max(...row.parts.map((it) => it.right)),
    baseline: row.baseline,
    size: row.size,
  }
}

const firstText = (line: Line): string => line.segments[0]!.text
const lastText = (line: Line): string => line.segments.at(-1)!.text

/** Stops, also behind closing quotes and brackets. */
export const endsSentence = (text: string): boolean =>
  /[.!?:。！？：…][\p{Pe}\p{Pf}"'”’»“]*(?:\[\d{1,3}\])*$/u.test(text)

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The distance between lines that most lines of the column keep; points. */
const pitchOf = (lines: readonly Line[]): number => {
  const steps = lines
    .slice(1)
    .map((it, index) => it.baseline - lines[index]!.baseline)
    .filter((it) => it > 0)
  return quantile(steps, 0.3)
}

/** List items by their marks. */
export const startsItem = /^(?:[•‣▪●○◦]|[-–—*]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s)/

const cjkText = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

interface Column {
  readonly left: number
  readonly right: number
  readonly pitch: number
}

/** The next line would have had room on this one: whoever set it wanted a new line. */
const endsEarly = (line: Line, next: Line, { right }: Column): boolean => {
  const room = right - line.right
  const text = firstText(next)
  if (cjkText.test(text)) return room > 2 * line.size
  const word = /^\S+/.exec(text)?.[0].length ?? 1
  return room > (word + 1.5) * 0.55 * line.size
}

const isBreak = (group: readonly Line[], next: Line, column: Column): boolean => {
  const before = group.at(-1)!
  const step = next.baseline - before.baseline
  if (before.joints.includes('\t') || next.joints.includes('\t')) return true
  if (Math.abs(before.size - next.size) > 0.12 * Math.max(before.size, next.size)) return true
  const pitch = Math.max(column.pitch, 1.05 * Math.min(before.size, next.size))
  if (step > Math.max(pitch * 1.32, pitch + 2) || step < 0) return true
  if (startsItem.test(`${firstText(next)}${next.joints[0] ?? ''}`)) return true
  const indent = next.x - column.left
  const beforeIndent = before.x - column.left
  const isIndented = indent > 0.8 * next.size && indent < 8 * next.size && beforeIndent < 0.4 * next.size
  if (isIndented && (endsSentence(lastText(before)) || endsEarly(before, next, column))) return true
  if (!endsEarly(before, next, column)) return false
  // Lists whose marks are drawn, not written: a line of prose does not stop at two thirds of its column.
  const isItem =
    group.length === 1 &&
    column.right - before.right > 0.3 * (column.right - column.left) &&
    /[^,;-]$/.test(lastText(before)) &&
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(firstText(next))
  return isItem || endsSentence(lastText(before))
}

/** Splits a block into paragraphs: by gaps, indents, early ends of lines and changes of size. */
export const paragraphsOf = (block: Block): Paragraph[] => {
  const lines = block.rows.map(lineOf)
  const column: Column = {
    left: quantile(
      lines.map((it) => it.x),
      0.15,
    ),
    right: quantile(
      lines.map((it) => it.right),
      0.9,
    ),
    pitch: pitchOf(lines),
  }
  const isRow = (it: Line): boolean => it.joints.includes('\t')
  const isTable = block.isTable && lines.filter(isRow).length * 2 >= lines.length
  const groups: Line[][] = []
  const close = (lines: readonly Line[]): boolean => {
    const step = lines[1]!.baseline - lines[0]!.baseline
    return step < 2.2 * Math.max(lines[0]!.size, lines[1]!.size)
  }
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1)
    const together =
      last !== undefined &&
      (isTable || (isRow(last) && isRow(line)) ? close([last, line]) : !isBreak(groups.at(-1)!, line, column))
    if (together) groups.at(-1)!.push(line)
    else groups.push([line])
  }
  return groups.map((it) => ({
    lines: it,
    isTable: (isTable && it.length > 1) || it.some(isRow),
    endsFull: it.at(-1)!.right > column.right - 2.5 * it.at(-1)!.size && lines.length > 2,
    startsFlush: it[0]!.x < column.left + 0.6 * it[0]!.size,
  }))
}
