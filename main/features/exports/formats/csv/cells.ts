import { stringify } from 'csv-stringify/sync'
import type { TextFile } from '../../format.ts'

export type Cell = string | number

/** What a spreadsheet takes for the start of a formula, also in full width, after any apostrophes of our own making. */
const runs = /^'*[=+\-@\t\r＝＋－＠]/

/** Decimal numbers kept as text so that no digit is lost; a spreadsheet may read them as numbers. */
const number = /^-?\d+(\.\d+)?$/

export interface Table {
  /** Adds a row; columns it has no cells for stay empty. */
  row(...cells: Cell[]): void
  flush(): void
}

export interface TableOptions {
  bom: boolean
  /** Puts an apostrophe before cells a spreadsheet would run; one apostrophe before `runs` is taken off by readers. */
  spreadsheetSafe: boolean
  /** Columns of text cells that hold plain numbers. */
  numeric?: readonly string[]
  guarded(cell: string): void
}

/** Rows gathered before they become text. */
const batch = 500

/** A CSV table after RFC 4180: comma, CRLF, quotes doubled; cells with line ends are quoted. */
export const openTable = (file: TextFile, columns: readonly string[], options: TableOptions): Table => {
  const numeric = columns.map((it) => options.numeric?.includes(it) ?? false)
  let rows: Cell[][] = [[...columns]]
  if (options.bom) file.write('\ufeff')

  const guard = (cell: Cell, index: number): Cell => {
    if (typeof cell !== 'string' || !options.spreadsheetSafe || !runs.test(cell)) return cell
    if (numeric[index] && number.test(cell)) return cell
    options.guarded(cell)
    return `'${cell}`
  }
  const flush = (): void => {
    if (rows.length === 0) return
    // The library quotes only for the record delimiter; a lone LF or CR inside a cell must be quoted too.
    file.write(stringify(rows, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ }))
    rows = []
  }
  return {
    row: (...cells) => {
      rows.push(columns.map((_, index) => guard(cells[index] ?? '', index)))
      if (rows.length >= batch) flush()
    },
    flush,
  }
}
