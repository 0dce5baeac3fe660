import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** Linked data for triple stores and scripts (RDF 1.1 Turtle). */
export const turtle: ExportFormat = {
  id: 'turtle',
  name: 'Turtle',
  descriptionKey: 'format.turtle.description',
  extension: 'ttl',
  shape: 'file',
  offsetUnit: 'codepoint',
  options: [{ kind: 'toggle', id: 'texts', labelKey: 'format.turtle.option.texts', initial: true }],
  loses: ({ texts }) => (texts === true ? ['originals'] : ['originals', 'texts']),
  mayLose: ['controlCharacters'],
  write,
}
