import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** Accepted tasks of Prodigy with tokens, spans and relations; spaCy is trained from the same. */
export const prodigy: ExportFormat = {
  id: 'prodigy',
  name: 'Prodigy / spaCy JSONL',
  descriptionKey: 'format.prodigy.description',
  extension: 'jsonl',
  shape: 'file',
  offsetUnit: 'codepoint',
  options: [],
  loses: ['originals', 'discontinuous', 'unmentionedEntities', 'unprovedRelations', 'provenance', 'schema'],
  write,
}
