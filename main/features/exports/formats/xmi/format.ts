import type { ExportFormat } from '../../format.ts'
import { casLoses } from '../cas/loses.ts'
import { write } from './write.ts'

/** UIMA CAS XMI for INCEpTION, WebAnno and UIMA itself. */
export const xmi: ExportFormat = {
  id: 'xmi',
  name: 'UIMA CAS XMI',
  descriptionKey: 'format.xmi.description',
  extension: '',
  shape: 'folder',
  offsetUnit: 'utf16',
  options: [],
  loses: casLoses,
  mayLose: ['controlCharacters'],
  write,
}
