/*
 * How the rows of one file are laid out, found from its first lines: what parts the columns, which of them hold the
 * tokens and the tags. Source: CoNLL-2003 and what is made in its likeness.
 */

export interface Layout {
  /** Columns parted by one TAB each, else by any blanks. */
  readonly tabs: boolean
  /** Counted from 0. */
  readonly token: number
  /** One layer of tags each, the main one first. */
  readonly tags: readonly number[]
  /** Cells of most rows. */
  readonly width: number
  /** Tags are labels alone, without `B-` and the like. */
  readonly bare: boolean
}

/** A prefix, a hyphen (or `_`), a label; or `B`, `I` … alone in corpora of one label. */
const tag = /^[BIESLUMWO]$|^[BIESLUMW][-_]\S/

/** Labels of phrases: a column of nothing else is syntax and no names, if another one holds tags. */
const phrases = new Set('NP VP PP ADVP ADJP SBAR PRT CONJP INTJ LST UCP NX PC NC VC CP'.split(' '))

export const isDocstart = (line: string): boolean => /^-DOCSTART-(?:\s|$)/.test(line)

export const cellsOf = (line: string, tabs: boolean): string[] =>
  tabs ? line.split('\t').map((it) => it.trim()) : line.trim().split(/[ \t]+/)

/** Is the cell a tag with a prefix, or O? */
export const isTag = (cell: string | undefined): boolean => cell !== undefined && tag.test(cell)

const labelOf = (cell: string): string => (cell.length > 2 ? cell.slice(2) : '')

const mostCommon = (numbers: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const it of numbers) counts.set(it, (counts.get(it) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0] as [number, number])[0]
}

interface Column {
  readonly index: number
  readonly labels: ReadonlySet<string>
  /** Share of cells that are tags, and number of those that are not O. */
  readonly share: number
  readonly count: number
}

const isSequence = (cells: readonly string[]): boolean => {
  const whole = cells.filter((it) => /^\d{1,6}$/.test(it))
  if (cells.length === 0 || whole.length < cells.length * 0.95) return false
  let steps = 0
  for (let at = 1; at < whole.length; at += 1) {
    const [a, b] = [Number(whole[at - 1]), Number(whole[at])]
    if (b === a + 1 || b === 1 || b === 0) steps += 1
  }
  return steps >= (whole.length - 1) * 0.9
}

/** One label a row, most of them O, few others: tags without prefixes. */
const isBare = (cells: readonly string[]): boolean => {
  const outside = cells.filter((it) => it === 'O').length
  const labels = new Set(cells)
  return (
    cells.length >= 4 &&
    outside >= cells.length * 0.4 &&
    outside < cells.length &&
    labels.size <= Math.min(150, 2 + cells.length / 3) &&
    [...labels].every((it) => /^[\p{L}][\p{L}\p{N}_./-]{0,60}$/u.test(it))
  )
}

/** @param lines of the beginning of the file, without line ends; null for a file that is no table of tags */
export const layoutOf = (lines: readonly string[]): Layout | null => {
  const rows = lines.filter((it) => it.trim() !== '' && !isDocstart(it) && !/^#(?:\s|$|[^\s\t]+ )/.test(it))
  if (rows.length === 0) return null
  const tabs = rows.filter((it) => it.includes('\t')).length * 2 >= rows.length
  const table = rows.map((it) => cellsOf(it, tabs))
  const width = mostCommon(table.map((it) => it.length))
  if (width < 2 || width > 60) return null
  const regular = table.filter((it) => it.length === width)
  if (regular.length < table.length * 0.6) return null
  const columns: Column[] = []
  for (let index = 0; index < width; index += 1) {
    const cells = regular.map((it) => it[index]!)
    const tags = cells.filter(isTag)
    const inside = tags.filter((it) => it !== 'O')
    columns.push({
      index,
      labels: new Set(inside.map(labelOf)),
      share: tags.length / cells.length,
      count: inside.length,
    })
  }
  const numbered = isSequence(regular.map((it) => it[0]!))
  // Letters alone are tags only among several rows, some of them O: a word can be "I" or "B" as well.
  const isWord = ({ index, labels }: Column): boolean =>
    labels.size > 0 &&
    [...labels].every((it) => it === '') &&
    (regular.length < 3 || !regular.some((it) => it[index] === 'O'))
  const good = columns.filter((it) => it.share >= 0.95 && !(numbered && it.index === 0) && !isWord(it))
  const filled = good.filter((it) => it.count > 0)
  const isSyntax = (it: Column): boolean =>
    it.count > 0 && [...it.labels].every((label) => phrases.has(label))
  const last = good.at(-1)
  const named = filled.filter((it) => !isSyntax(it))
  // A last column of O alone behind a column of phrases is a file without names, not one of phrases.
  const main = named.at(-1) ?? last ?? null
  const first = numbered ? 1 : 0
  if (!main) {
    const index = width - 1
    return isBare(regular.map((it) => it[index]!)) && index > first
      ? { tabs, token: first, tags: [index], width, bare: true }
      : null
  }
  const layers = good.filter(
    (it) => it !== main && it.index > main.index - 3 && it.index !== first && it.count > 0 && !isSyntax(it),
  )
  const token = main.index === first ? first + 1 : first
  return {
    tabs,
    token,
    tags: [main, ...layers].map((it) => it.index).sort((a, b) => a - b),
    width,
    bare: false,
  }
}
