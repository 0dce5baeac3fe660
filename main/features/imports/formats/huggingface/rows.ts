import { isObject, type JsonObject, type JsonValue, parseJson, readJson } from '../../files/json.ts'
import { damagedRecord } from '../../files/recordNotices.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { ReadContext } from '../format.ts'
import { type Features, featuresOf } from './features.ts'

export interface Row {
  readonly place: string
  readonly values: JsonObject
}

export interface Shard {
  /** Features the file itself states (footer of Parquet). */
  readonly features: Features | null
  readonly rows: AsyncIterable<Row>
}

/** Integers of 64 bits become numbers where they are exact, else text. */
const plain = (value: unknown): JsonValue => {
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : String(value)
  }
  if (value === undefined || value === null) return null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (ArrayBuffer.isView(value)) {
    if (value instanceof Uint8Array) return `${value.length} bytes`
    return Array.from(value as unknown as Iterable<unknown>, plain)
  }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, plain(it)]))
  return value as JsonValue
}

/** Rows decoded at a time, so that a row group of any size fits. */
const rowsAtOnce = 1000

const damaged = (file: SetFile, thrown: unknown): Unreadable =>
  new Unreadable(
    'import.huggingface_parquet',
    `${file.path} is no complete Parquet file (${(thrown as Error).message}). Download it again.`,
    { reason: (thrown as Error).message },
  )

const parquetShard = async (file: SetFile): Promise<Shard> => {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  const bytes = file.bytes()
  const buffer = {
    byteLength: bytes.length,
    // A copy of the slice: the library wants an ArrayBuffer of its own.
    slice: (start: number, end?: number): ArrayBuffer =>
      new Uint8Array(bytes.subarray(start, end)).slice().buffer,
  }
  try {
    const metadata = await parquetMetadataAsync(buffer)
    const footer = metadata.key_value_metadata?.find((it) => it.key === 'huggingface')?.value
    const rows = async function* (): AsyncGenerator<Row> {
      let start = 0
      for (const group of metadata.row_groups) {
        const end = start + Number(group.num_rows)
        for (let at = start; at < end; at += rowsAtOnce) {
          const rowEnd = Math.min(end, at + rowsAtOnce)
          let read: Record<string, unknown>[]
          try {
            read = await parquetReadObjects({ file: buffer, metadata, compressors, rowStart: at, rowEnd })
          } catch (thrown) {
            throw damaged(file, thrown)
          }
          for (const [index, values] of read.entries())
            yield { place: `row ${at + index + 1}`, values: plain(values) as JsonObject }
        }
        start = end
      }
    }
    return { features: footer === undefined ? null : footerOf(footer), rows: rows() }
  } catch (thrown) {
    throw damaged(file, thrown)
  }
}

const footerOf = (footer: string): Features | null => {
  try {
    const value = parseJson(footer)
    return isObject(value) && isObject(value.info) ? featuresOf(value.info.features) : null
  } catch {
    return null
  }
}

async function* jsonRows(file: SetFile, context: ReadContext): AsyncGenerator<Row> {
  for (const { line, value, error } of readJson(file)) {
    const place = `line ${line}`
    // Some files keep their rows under one key.
    const rows =
      isObject(value) && Array.isArray(value.data) && isObject(value.data[0]) ? value.data : [value]
    for (const row of rows) {
      if (isObject(row)) yield { place, values: row }
      else context.problem(file, place, damagedRecord(error || 'It has no fields.'))
    }
  }
}

/** The rows of a shard. @throws Unreadable for files that are damaged as a whole */
export const openShard = async (file: SetFile, context: ReadContext): Promise<Shard> => {
  const isParquet = Buffer.from(file.head(4)).toString('latin1') === 'PAR1'
  return isParquet ? parquetShard(file) : { features: null, rows: jsonRows(file, context) }
}
