import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** A folder that `datasets.load_dataset` reads: a card and shards of JSON Lines or Parquet. */
export const huggingface: ExportFormat = {
  id: 'huggingface',
  name: 'Hugging Face dataset',
  descriptionKey: 'format.huggingface.description',
  extension: '',
  shape: 'folder',
  offsetUnit: 'codepoint',
  options: [
    {
      kind: 'choice',
      id: 'layout',
      labelKey: 'format.huggingface.option.layout',
      initial: 'spans',
      choices: [
        { value: 'spans', labelKey: 'format.huggingface.option.layout.spans' },
        { value: 'tokens', labelKey: 'format.huggingface.option.layout.tokens' },
      ],
    },
    {
      kind: 'choice',
      id: 'files',
      labelKey: 'format.huggingface.option.files',
      initial: 'jsonl',
      choices: [
        { value: 'jsonl', labelKey: 'format.huggingface.option.files.jsonl' },
        { value: 'parquet', labelKey: 'format.huggingface.option.files.parquet' },
      ],
    },
    {
      kind: 'choice',
      id: 'license',
      labelKey: 'format.huggingface.option.license',
      initial: 'other',
      choices: [
        { value: 'other', labelKey: 'format.huggingface.option.license.other' },
        { value: 'none', labelKey: 'format.huggingface.option.license.none' },
      ],
    },
  ],
  loses: ({ layout }) =>
    layout === 'tokens'
      ? [
          ...(['originals', 'articleStatus', 'discontinuous', 'values', 'links', 'aliases'] as const),
          ...(['outsideIds', 'unmentionedEntities', 'positions', 'relations', 'notes', 'doubts'] as const),
          ...(['provenance', 'schema'] as const),
        ]
      : ['originals', 'unprovedRelations', 'provenance', 'schema'],
  mayLose: ['overlap', 'moved', 'noToken', 'whitespace'],
  ownSplits: true,
  write,
}
