import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** Entities and relations as FollowTheMoney data, for Aleph and OpenSanctions tools. */
export const ftm: ExportFormat = {
  id: 'ftm',
  name: 'FollowTheMoney',
  descriptionKey: 'format.ftm.description',
  extension: 'ftm.json',
  shape: 'file',
  offsetUnit: null,
  options: [{ kind: 'toggle', id: 'documents', labelKey: 'format.ftm.option.documents', initial: false }],
  loses: ({ documents }) => [
    ...([
      'originals',
      'articleStatus',
      'discontinuous',
      'positions',
      'passages',
      'provenance',
      'schema',
    ] as const),
    ...(documents === true ? [] : (['texts', 'articleFacts', 'offsets', 'values', 'links'] as const)),
  ],
  mayLose: ['generalLink', 'invalidValue', 'controlCharacters'],
  write,
}
