import type { ExportFormat } from '../../format.ts'
import { casLoses } from '../cas/loses.ts'
import { write } from './write.ts'

/** UIMA CAS JSON 0.4 for INCEpTION and DKPro Cassis. */
export const casJson: ExportFormat = {
  id: 'cas-json',
  name: 'UIMA CAS JSON',
  descriptionKey: 'format.cas-json.description',
  extension: '',
  shape: 'folder',
  offsetUnit: 'utf16',
  options: [],
  loses: casLoses,
  write,
}
