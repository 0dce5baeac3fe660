import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { ByteFile } from '../format.ts'

/** Type of a column: every value is there (no nulls) but for `optional` ones. */
export type ParquetType =
  | 'string'
  | 'int64'
  | 'boolean'
  | { readonly optional: 'string' | 'int64' | 'boolean' }
  | { readonly list: ParquetType }
  | { readonly struct: Readonly<Record<string, ParquetType>> }

export type ParquetColumns = Readonly<Record<string, ParquetType>>

/** A value of a column; numbers are integers. */
export type ParquetValue =
  | string
  | number
  | boolean
  | null
  | readonly ParquetValue[]
  | { readonly [name: string]: ParquetValue }

export interface ParquetFile {
  /** Adds a row with a value for every column. */
  row(values: Readonly<Record<string, ParquetValue>>): void
  /** Writes what is left and the footer. */
  end(): void
}

/** A row group is written when its rows hold about this much (UTF-16 units of text, other values by their width). */
const groupUnits = 2 << 20
const groupRows = 10_000

const leaves = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  int64: { type: 'INT64' },
  boolean: { type: 'BOOLEAN' },
} as const

/** Schema elements in depth-first order; lists in the three levels of the format's rules. */
const elements = (
  name: string,
  type: ParquetType,
  repetition: 'REQUIRED' | 'OPTIONAL' = 'REQUIRED',
): SchemaElement[] => {
  if (typeof type === 'string') return [{ name, repetition_type: repetition, ...leaves[type] }]
  if ('optional' in type) return elements(name, type.optional, 'OPTIONAL')
  if ('list' in type) {
    return [
      {
        name,
        repetition_type: repetition,
        num_children: 1,
        converted_type: 'LIST',
        logical_type: { type: 'LIST' },
      },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elements('element', type.list),
    ]
  }
  const fields = Object.entries(type.struct)
  return [
    { name, repetition_type: repetition, num_children: fields.length },
    ...fields.flatMap(([field, it]) => elements(field, it)),
  ]
}

/** INT64 values are written as bigint. */
const stored = (value: ParquetValue, type: ParquetType): unknown => {
  if (value === null) return null
  if (type === 'int64') return BigInt(value as number)
  if (typeof type === 'string') return value
  if ('optional' in type) return stored(value, type.optional)
  if ('list' in type) return (value as readonly ParquetValue[]).map((it) => stored(it, type.list))
  return Object.fromEntries(
    Object.entries(type.struct).map(([field, it]) => [
      field,
      stored((value as Readonly<Record<string, ParquetValue>>)[field]!, it),
    ]),
  )
}

const sizeOf = (value: ParquetValue): number => {
  if (typeof value === 'string') return value.length + 4
  if (typeof value !== 'object' || value === null) return 8
  return Object.values(value).reduce((sum: number, it) => sum + sizeOf(it), 8)
}

/** The library's growing buffer, emptied into the file after each row group. */
const createWriter = (file: ByteFile) => {
  const writer = new ByteWriter()
  const flush = (): void => {
    file.write(writer.getBytes().slice())
    writer.index = 0
  }
  return Object.assign(writer, { flush, finish: flush })
}

/**
 * A Parquet file written in row groups of bounded size (Snappy), so that a table of any length needs little memory.
 * `metadata` are key-value pairs of the footer.
 */
export const openParquet = (
  file: ByteFile,
  columns: ParquetColumns,
  metadata: Readonly<Record<string, string>> = {},
): ParquetFile => {
  const names = Object.keys(columns)
  const parquet = new ParquetWriter({
    writer: createWriter(file),
    schema: [
      { name: 'schema', num_children: names.length },
      ...names.flatMap((name) => elements(name, columns[name]!)),
    ],
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy: 'Ligature',
  })
  let held: unknown[][] = names.map(() => [])
  let rows = 0
  let units = 0

  const flush = (): void => {
    if (rows === 0) return
    const columnData = names.map((name, index) => ({ name, data: held[index]! }))
    parquet.write({ columnData, rowGroupSize: rows })
    held = names.map(() => [])
    rows = 0
    units = 0
  }
  return {
    row: (values) => {
      names.forEach((name, index) => {
        held[index]!.push(stored(values[name]!, columns[name]!))
        units += sizeOf(values[name]!)
      })
      rows += 1
      if (rows >= groupRows || units >= groupUnits) flush()
    },
    end: () => {
      flush()
      parquet.finish()
    },
  }
}
