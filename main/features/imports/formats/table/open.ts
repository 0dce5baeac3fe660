import { isObject, readJson } from '../../files/json.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { ReadContext } from '../format.ts'
import { openDelimited, type Table } from './delimited.ts'
import { flatRow, innerList } from './rows.ts'
import type { Separator } from './separators.ts'

const isJson = (file: SetFile): boolean => {
  const head = Buffer.from(file.head(64))
  const text = head[0] === 0xff || head[0] === 0xfe ? head.toString('utf16le') : head.toString('utf8')
  return /^[\uFEFF\s]*[[{]/.test(text)
}

async function* jsonRows(file: SetFile, context: ReadContext): Table['rows'] & AsyncGenerator {
  for (const { value, number, line, error } of readJson(file)) {
    if (!isObject(value)) {
      context.problem(file, `line ${line}`, {
        code: 'import.table_record',
        message: `${file.path}, line ${line}: this record is no row of a table. ${error} It was left out.`,
        params: { line },
      })
      continue
    }
    const inner = number === 1 ? innerList(value) : null
    const isEnvelope = inner !== null && Object.values(flatRow(value)).every((it) => it.length < 500)
    if (!isEnvelope) yield { place: `record ${number} (line ${line})`, row: flatRow(value) }
    else for (const [index, it] of inner.entries()) yield { place: `record ${index + 1}`, row: flatRow(it) }
  }
}

const named: Readonly<Record<string, Separator>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' }

/** The rows of a table, one in memory at a time. @throws Unreadable `import.table_none` · `import.json` · `import.too_large` */
export const openTable = async (file: SetFile, context: ReadContext): Promise<Table> => {
  if (isJson(file)) return { encoding: 'utf-8', columns: [], rows: jsonRows(file, context) }
  const { separator, header } = context.options
  const only = named[String(separator)]
  const table = openDelimited(
    file,
    {
      ...(only && { separator: only }),
      ...(header !== 'auto' && header !== undefined && { header: header === 'yes' }),
    },
    context,
  )
  if (table) return table
  throw new Unreadable(
    'import.table_none',
    `${file.path} has no columns that could be told apart. Choose its separator, or import it as text.`,
  )
}
