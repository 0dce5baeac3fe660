import type { ExportFormat } from '../../format.ts'
import { gateLoses } from '../gate/loses.ts'
import { write } from './write.ts'

/** GATE XML for GATE itself and gatenlp. */
export const gateXml: ExportFormat = {
  id: 'gate-xml',
  name: 'GATE XML',
  descriptionKey: 'format.gate-xml.description',
  extension: '',
  shape: 'folder',
  offsetUnit: 'utf16',
  options: [],
  loses: gateLoses,
  mayLose: ['controlCharacters'],
  write,
}
