import type { SetFile } from '../../files/setFile.ts'
import type { ReadContext } from '../format.ts'
import { chosenFields, detectFields, type FieldMapping, type Row } from './fields.ts'
import { openTable } from './open.ts'

/** The beginning of a table and what its columns were taken for: what a person looks at before importing it. */
export interface TablePreview {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly mapping: FieldMapping
}

/** @throws Unreadable like reading does */
export const previewTable = async (file: SetFile, context: ReadContext, most = 20): Promise<TablePreview> => {
  const { rows } = await openTable(file, context)
  const first: Row[] = []
  for await (const { row } of rows) {
    first.push(row)
    if (first.length >= Math.max(most, 100)) break
  }
  const columns = [...new Set(first.flatMap((it) => Object.keys(it)))]
  return {
    columns,
    rows: first.slice(0, most),
    mapping: chosenFields(detectFields(first), context.options, columns),
  }
}
