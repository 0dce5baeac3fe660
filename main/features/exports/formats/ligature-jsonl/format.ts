import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** The whole project as lines of JSON; loss-free but for the history. */
export const ligatureJsonl: ExportFormat = {
  id: 'ligature-jsonl',
  name: 'Ligature JSONL',
  descriptionKey: 'exports.ligatureJsonl.description',
  extension: 'jsonl',
  shape: 'file',
  offsetUnit: 'utf16',
  options: [{ kind: 'toggle', id: 'originals', labelKey: 'exports.option.originals', initial: true }],
  loses: ({ originals }) => (originals === true ? [] : ['originals']),
  write,
}
