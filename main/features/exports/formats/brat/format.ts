import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** Texts with standoff annotations beside them, and the schema as brat's configuration. */
export const brat: ExportFormat = {
  id: 'brat',
  name: 'brat standoff',
  descriptionKey: 'format.brat.description',
  extension: 'brat',
  shape: 'folder',
  offsetUnit: 'codepoint',
  options: [],
  loses: ['originals', 'unprovedRelations', 'provenance', 'schema'],
  mayLose: ['noToken', 'lostEnds'],
  write,
}
