import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** Linked data as JSON (JSON-LD 1.1), its context in the file. */
export const jsonld: ExportFormat = {
  id: 'jsonld',
  name: 'JSON-LD',
  descriptionKey: 'format.jsonld.description',
  extension: 'jsonld',
  shape: 'file',
  offsetUnit: 'codepoint',
  options: [{ kind: 'toggle', id: 'texts', labelKey: 'format.turtle.option.texts', initial: true }],
  loses: ({ texts }) => (texts === true ? ['originals'] : ['originals', 'texts']),
  mayLose: ['controlCharacters'],
  write,
}
