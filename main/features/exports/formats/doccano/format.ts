import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** Lines of JSON for doccano, with its label settings. */
export const doccano: ExportFormat = {
  id: 'doccano',
  name: 'doccano JSONL',
  descriptionKey: 'format.doccano.description',
  extension: '',
  shape: 'folder',
  offsetUnit: 'utf16',
  options: [
    {
      kind: 'choice',
      id: 'layout',
      labelKey: 'format.doccano.option.layout',
      initial: 'relations',
      choices: [
        { value: 'relations', labelKey: 'format.doccano.option.layout.relations' },
        { value: 'spans', labelKey: 'format.doccano.option.layout.spans' },
      ],
    },
    { kind: 'toggle', id: 'graphemes', labelKey: 'format.doccano.option.graphemes', initial: false },
  ],
  loses: ['originals', 'discontinuous', 'unmentionedEntities', 'unprovedRelations', 'provenance', 'schema'],
  mayLose: ['moved', 'overlapping'],
  write,
}
