import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** TEI P5 with annotations beside the text (standOff). */
export const tei: ExportFormat = {
  id: 'tei',
  name: 'TEI',
  descriptionKey: 'format.tei.description',
  extension: '',
  shape: 'folder',
  offsetUnit: 'codepoint',
  options: [],
  loses: ['originals', 'unmentionedEntities', 'unprovedRelations', 'positions', 'provenance', 'schema'],
  mayLose: ['controlCharacters'],
  write,
}
