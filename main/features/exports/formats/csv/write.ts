import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import { fillTables, type TableCell } from '../../support/tables.ts'
import { unitOf } from '../../unit.ts'
import { openTable } from './cells.ts'

/** Spreadsheets cut longer cells. */
const longestCell = 32_767

const cellOf = (it: TableCell): string | number => (typeof it === 'boolean' ? Number(it) : (it ?? ''))

/** Writes the project's tables, one file each. */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void =>
  fillTables(
    source,
    unitOf(options),
    ({ name, columns }) => {
      const table = openTable(
        sink.file(`${name}.csv`),
        columns.map((it) => it.name),
        {
          bom: options.bom === true,
          spreadsheetSafe: options.spreadsheetSafe === true,
          numeric: columns.filter((it) => it.type === 'decimal').map((it) => it.name),
          guarded: (cell) => sink.lose('exports.loss.guarded', cell),
        },
      )
      return { row: (...cells) => table.row(...cells.map(cellOf)), end: table.flush }
    },
    (article, text) => {
      if (text.length > longestCell) sink.lose('exports.loss.longCell', article.title)
    },
  )
