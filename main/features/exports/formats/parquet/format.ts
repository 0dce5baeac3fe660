import type { ExportFormat } from '../../format.ts'
import { unitField } from '../../unit.ts'
import { write } from './write.ts'

/** The tables of CSV with types (Apache Parquet): data frames and databases read them without guessing. */
export const parquet: ExportFormat = {
  id: 'parquet',
  name: 'Parquet',
  descriptionKey: 'format.parquet.description',
  extension: '',
  shape: 'folder',
  offsetUnit: 'utf16',
  options: [unitField],
  loses: ['originals', 'schema', 'positions'],
  write,
}
