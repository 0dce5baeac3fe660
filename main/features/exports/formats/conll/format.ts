import type { ExportFormat } from '../../format.ts'
import { unitField } from '../../unit.ts'
import { write } from './write.ts'

/** Tokens with BIO or BIOES tags, for training named entity recognition. */
export const conll: ExportFormat = {
  id: 'conll',
  name: 'CoNLL BIO',
  descriptionKey: 'exports.conll.description',
  extension: 'conll',
  shape: 'file',
  offsetUnit: 'utf16',
  options: [
    {
      kind: 'choice',
      id: 'scheme',
      labelKey: 'exports.option.scheme',
      initial: 'bio',
      choices: [
        { value: 'bio', labelKey: 'exports.scheme.bio' },
        { value: 'bioes', labelKey: 'exports.scheme.bioes' },
      ],
    },
    unitField,
    { kind: 'toggle', id: 'splitTokens', labelKey: 'exports.option.splitTokens', initial: true },
    { kind: 'toggle', id: 'entityColumn', labelKey: 'exports.option.entityColumn', initial: false },
  ],
  loses: [
    'originals',
    'relations',
    'aliases',
    'outsideIds',
    'values',
    'notes',
    'doubts',
    'provenance',
    'positions',
    'schema',
  ],
  write,
}
