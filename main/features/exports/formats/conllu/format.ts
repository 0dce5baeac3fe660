import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** Universal Dependencies with the entities of CorefUD. */
export const conllu: ExportFormat = {
  id: 'conllu',
  name: 'CoNLL-U (CorefUD)',
  descriptionKey: 'format.conllu.description',
  extension: 'conllu',
  shape: 'file',
  offsetUnit: null,
  options: [],
  loses: ['originals', 'unprovedRelations', 'provenance', 'schema'],
  mayLose: ['noToken', 'lostEnds'],
  write,
}
