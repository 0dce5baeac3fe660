import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import { openParquet, type ParquetType } from '../../support/parquet.ts'
import { type ColumnType, fillTables, type TableColumn } from '../../support/tables.ts'
import { unitOf } from '../../unit.ts'

/** Decimal numbers stay text: a double would change some of their digits. */
const types: Readonly<Record<ColumnType, 'string' | 'int64' | 'boolean'>> = {
  text: 'string',
  integer: 'int64',
  boolean: 'boolean',
  decimal: 'string',
  time: 'string',
}

const typeOf = ({ type, optional }: TableColumn): ParquetType =>
  optional ? { optional: types[type] } : types[type]

/** Writes the project's tables, one file each. */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void =>
  fillTables(source, unitOf(options), ({ name, columns }) => {
    const file = openParquet(
      sink.bytes(`${name}.parquet`),
      Object.fromEntries(columns.map((it) => [it.name, typeOf(it)])),
      { offset_unit: unitOf(options) },
    )
    return {
      row: (...cells) =>
        file.row(Object.fromEntries(columns.map((it, index) => [it.name, cells[index] ?? null]))),
      end: file.end,
    }
  })
