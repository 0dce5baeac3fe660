import type { ExportFormat } from '../../format.ts'
import { unitField } from '../../unit.ts'
import { write } from './write.ts'

/** Tables for spreadsheets and data frames (RFC 4180). */
export const csv: ExportFormat = {
  id: 'csv',
  name: 'CSV',
  descriptionKey: 'exports.csv.description',
  extension: '',
  shape: 'folder',
  offsetUnit: 'utf16',
  options: [
    unitField,
    { kind: 'toggle', id: 'spreadsheetSafe', labelKey: 'exports.option.spreadsheetSafe', initial: true },
    { kind: 'toggle', id: 'bom', labelKey: 'exports.option.bom', initial: true },
  ],
  loses: ['originals', 'schema', 'positions'],
  write,
}
