import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** W3C Web Annotation Data Model (Recommendation 2017) as JSON-LD: a collection and its pages. */
export const w3c: ExportFormat = {
  id: 'w3c',
  name: 'W3C Web Annotation',
  descriptionKey: 'format.w3c.description',
  extension: '',
  shape: 'folder',
  offsetUnit: 'codepoint',
  options: [],
  loses: ['originals', 'unprovedRelations', 'provenance', 'schema'],
  write,
}
