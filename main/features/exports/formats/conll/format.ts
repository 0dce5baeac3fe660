import type { Aspect, ExportFormat } from '../../format.ts'
import { unitField } from '../../unit.ts'
import { write } from './write.ts'

const always: readonly Aspect[] = [
  'originals',
  'discontinuous',
  'relations',
  'unmentionedEntities',
  'values',
  'notes',
  'doubts',
  'provenance',
  'schema',
]
const only2003: readonly Aspect[] = ['articleFacts', 'articleStatus']
const withoutEntities: readonly Aspect[] = ['links', 'aliases', 'outsideIds', 'positions']

/** Tokens with tags of a scheme, for training named entity recognition. */
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
        { value: 'iob1', labelKey: 'exports.scheme.iob1' },
        { value: 'bioes', labelKey: 'exports.scheme.bioes' },
        { value: 'bilou', labelKey: 'exports.scheme.bilou' },
      ],
    },
    {
      kind: 'choice',
      id: 'layout',
      labelKey: 'format.conll.option.layout',
      initial: 'own',
      choices: [
        { value: 'own', labelKey: 'format.conll.option.layout.own' },
        { value: 'conll2003', labelKey: 'format.conll.option.layout.conll2003' },
      ],
    },
    unitField,
    { kind: 'toggle', id: 'splitTokens', labelKey: 'exports.option.splitTokens', initial: true },
    { kind: 'toggle', id: 'entityColumn', labelKey: 'exports.option.entityColumn', initial: false },
  ],
  loses: ({ layout, entityColumn }) => [
    ...always,
    ...(layout === 'conll2003' ? only2003 : []),
    ...(layout === 'conll2003' || entityColumn !== true ? withoutEntities : []),
  ],
  mayLose: ['emptyArticles', 'whitespace', 'overlap', 'moved', 'noToken'],
  write,
}
