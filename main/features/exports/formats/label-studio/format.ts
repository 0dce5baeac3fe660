import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** Tasks of Label Studio with one annotation each, and the configuration of its labelling interface. */
export const labelStudio: ExportFormat = {
  id: 'label-studio',
  name: 'Label Studio',
  descriptionKey: 'format.label-studio.description',
  extension: '',
  shape: 'folder',
  offsetUnit: 'codepoint',
  options: [],
  loses: ['originals', 'discontinuous', 'unmentionedEntities', 'unprovedRelations', 'provenance', 'schema'],
  mayLose: ['controlCharacters'],
  write,
}
