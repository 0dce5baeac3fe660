import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** Tables for `neo4j-admin database import`: entities and relations, and on request what proves them. */
export const neo4j: ExportFormat = {
  id: 'neo4j',
  name: 'Neo4j CSV',
  descriptionKey: 'format.neo4j.description',
  extension: '',
  shape: 'folder',
  offsetUnit: null,
  options: [{ kind: 'toggle', id: 'evidence', labelKey: 'format.neo4j.option.evidence', initial: false }],
  loses: ({ evidence }) =>
    evidence === true
      ? ['originals', 'discontinuous', 'schema']
      : [
          'texts',
          'articleFacts',
          'articleStatus',
          'originals',
          'offsets',
          'values',
          'links',
          'passages',
          'schema',
        ],
  mayLose: ['controlCharacters'],
  write,
}
