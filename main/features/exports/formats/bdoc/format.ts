import type { ExportFormat } from '../../format.ts'
import { gateLoses } from '../gate/loses.ts'
import { write } from './write.ts'

/** bdoc for gatenlp (Python) and GATE's format-bdoc plugin. */
export const bdoc: ExportFormat = {
  id: 'bdoc',
  name: 'bdoc',
  descriptionKey: 'format.bdoc.description',
  extension: '',
  shape: 'folder',
  offsetUnit: 'codepoint',
  options: [],
  loses: gateLoses,
  write,
}
