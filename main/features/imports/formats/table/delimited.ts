import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { encodingOf } from '../../files/charset.ts'
import type { SetFile } from '../../files/setFile.ts'
import { decodeAs } from '../../reading/encodings.ts'
import type { ReadContext } from '../format.ts'
import type { Row } from './fields.ts'
import { columnNames, isHeader, recordRow } from './rows.ts'
import { type Dialect, type Separator, sniffDialect } from './separators.ts'

const headBytes = 1 << 20

/** The longest record in UTF-16 code units; more is a quote that never closes. */
const longestRecord = 16 << 20

export interface Table {
  readonly encoding: string
  /** Names of the columns. */
  readonly columns: readonly string[]
  /** Number of the record from 1 and its values. */
  readonly rows: AsyncIterable<{ readonly place: string; readonly row: Row }>
}

/** UTF-8 only where all of the file is; a guess by its first bytes is wrong where the umlauts come late. */
const tableEncoding = (file: SetFile): string => {
  const head = file.head(headBytes)
  const lastLine = head.lastIndexOf(10)
  const encoding = encodingOf(
    lastLine > 0 && head.length === headBytes ? head.subarray(0, lastLine) : head,
    file.charset,
  )
  if (encoding !== 'utf-8' || file.size <= headBytes) return encoding
  let rest = Buffer.alloc(0)
  for (const chunk of file.chunks()) {
    const bytes = Buffer.concat([rest, chunk])
    const end = bytes.lastIndexOf(10) + 1
    const whole = end === 0 ? bytes : bytes.subarray(0, end)
    if (end > 0 && !isUtf8(whole)) return encodingOf(whole, file.charset)
    rest = Buffer.from(bytes.subarray(whole.length === bytes.length && end === 0 ? 0 : end))
    if (rest.length > longestRecord) return encoding
  }
  return encoding
}

/** Text in pieces; the 7-bit encodings that keep a state are decoded in one. */
function* textOf(file: SetFile, encoding: string): Generator<string> {
  if (!iconv.encodingExists(encoding)) {
    yield decodeAs(file.bytes(), encoding)
    return
  }
  const decoder = iconv.getDecoder(encoding)
  for (const chunk of file.chunks()) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}

const headText = (file: SetFile, encoding: string): string => {
  const head = file.head(headBytes)
  return decodeAs(head, encoding).replace(/^\uFEFF/, '')
}

async function* records(
  file: SetFile,
  encoding: string,
  { separator, quoting }: Dialect,
  context: ReadContext,
): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter: separator,
    quote: quoting ? '"' : null,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    // Records before a quote that never closes stay read.
    skip_records_with_error: true,
    on_skip: (error?: CsvError) => {
      const line = Number(error?.lines ?? 0)
      context.problem(file, `line ${line}`, {
        code: 'import.table_quote',
        message: `${file.path}, line ${line}: a quote is opened that never closes. The record was not read; correct it there.`,
        params: { line },
      })
      return undefined
    },
  })
  const source = Readable.from(textOf(file, encoding))
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const record of source.pipe(parser)) yield record as string[]
  } finally {
    source.destroy()
  }
}

const excelSeparator = /^sep=(.)\r?\n/i

/** A delimited table, its separator and header as chosen or found; null for a text without columns. */
export const openDelimited = (
  file: SetFile,
  chosen: { readonly separator?: Separator; readonly header?: boolean },
  context: ReadContext,
): Table | null => {
  const encoding = tableEncoding(file)
  const head = headText(file, encoding)
  const named = excelSeparator.exec(head)
  const dialect = sniffDialect(
    named ? head.slice(named[0].length) : head,
    chosen.separator ?? (named ? (named[1] as Separator) : undefined),
  )
  if (!dialect) return null
  let columns: string[] = []
  const rows = async function* (): AsyncGenerator<{ place: string; row: Row }> {
    let number = 0
    let isFirst = true
    for await (const record of records(file, encoding, dialect, context)) {
      if (isFirst && number === 0 && named && /^sep=/i.test(record[0] ?? '')) continue
      if (isFirst) {
        isFirst = false
        const hasHeader = chosen.header ?? isHeader(record)
        columns = columnNames(hasHeader ? record : null, Math.max(record.length, dialect.columns))
        if (hasHeader) continue
      }
      number += 1
      yield { place: `record ${number}`, row: recordRow(columns, record) }
    }
  }
  return {
    encoding,
    get columns() {
      return columns
    },
    rows: rows(),
  }
}
