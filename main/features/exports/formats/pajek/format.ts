import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** The network of entities for Pajek (.net) and programs that read its files. */
export const pajek: ExportFormat = {
  id: 'pajek',
  name: 'Pajek',
  descriptionKey: 'format.pajek.description',
  extension: 'net',
  shape: 'file',
  offsetUnit: null,
  options: [{ kind: 'toggle', id: 'bom', labelKey: 'format.pajek.option.bom', initial: false }],
  loses: [
    ...(['texts', 'articleFacts', 'articleStatus', 'originals', 'offsets', 'values', 'links'] as const),
    ...(['aliases', 'outsideIds', 'positions', 'relationFacts', 'passages', 'notes', 'doubts'] as const),
    ...(['provenance', 'schema'] as const),
  ],
  mayLose: ['renamed'],
  write,
}
