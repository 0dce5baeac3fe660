/** Direction marks and overrides: they would turn what stands around them. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** What Markdown or HTML takes for more than a sign, wherever it stands; `&` only where it names a sign. */
const active = /[\\`*_[\]<>|~$]|&(?=#?\w{1,40};)/g

/** What begins a list, a heading or the line below one, at the beginning of a line or of a list's entry. */
const opening = /^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|[-=:]+$))/

/**
 * Foreign text as one line of plain text within Markdown (GitHub flavour: HTML, links, tables, strike-through, formulas):
 * nothing of it is active but addresses of mail. Control characters become blanks.
 */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(turning, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(active, (it) => (it === '<' ? '&lt;' : it === '&' ? '&amp;' : `\\${it}`))
    .replace(opening, '$1\\')
    // At the end of a heading they would only close it.
    .replace(/ (?=#+$)/, ' \\')
    // Addresses do not become links by themselves.
    .replace(/(?:https?|ftp)(?=:)|www(?=\.)/gi, '$&\\')

/** Text between backticks, for a cell of a table: no sign in it is active, and a backtick in it ends nothing. */
export const code = (text: string): string => {
  const line = text
    .toWellFormed()
    .replace(turning, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (line === '') return ''
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), (it) => it[0].length))
  const ticks = '`'.repeat(longest + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  // A table ends its cells at bars even within code.
  return `${ticks}${pad}${line.replaceAll('|', '\\|')}${pad}${ticks}`
}

export type Cell = string | number

const number = new Intl.NumberFormat('en')

/** A number as English writes it: 1,234,567. */
export const figure = (value: number): string => number.format(value)

export const counted = (count: number, one: string, many: string): string =>
  `${figure(count)} ${count === 1 ? one : many}`

/** A table; cells are Markdown already (see `plain`), numbers stand on the right. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const isNumber = head.map((_, at) => rows.length > 0 && rows.every((row) => typeof row[at] === 'number'))
  const line = (cells: readonly Cell[]): string =>
    `| ${cells.map((it) => (typeof it === 'number' ? figure(it) : it)).join(' | ')} |`
  return [
    line(head),
    `| ${isNumber.map((it) => (it ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n')
}

const fence = /^ {0,3}(```+|~~~+)/

/**
 * What a person wrote as Markdown of their own, its headings two levels below those of the document it goes into. HTML
 * stays text; within fences nothing is changed, and a fence left open is closed.
 */
export const writing = (text: string): string => {
  let open = ''
  const lines = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(turning, '')
    .replace(/[\p{Cc}--[\n\t]]/gv, ' ')
    .trim()
    .split('\n')
    .map((line) => {
      const mark = fence.exec(line)?.[1] ?? ''
      if (open !== '') {
        if (mark.startsWith(open) && line.trim() === mark) open = ''
        return line
      }
      open = mark
      return line.replace(/<(?=[a-z/!?])/gi, '&lt;').replace(/^(#{1,4})(?=\s)/, '##$1')
    })
  return [...lines, ...(open === '' ? [] : [open])].join('\n')
}
