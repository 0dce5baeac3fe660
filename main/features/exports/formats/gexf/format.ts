import type { ExportFormat } from '../../format.ts'
import { graphLosses } from '../../support/graphAttributes.ts'
import { write } from './write.ts'

/** The network of entities for Gephi (GEXF 1.3), with places, colours and lists. */
export const gexf: ExportFormat = {
  id: 'gexf',
  name: 'GEXF',
  descriptionKey: 'format.gexf.description',
  extension: 'gexf',
  shape: 'file',
  offsetUnit: null,
  options: [{ kind: 'toggle', id: 'mixed', labelKey: 'format.gexf.option.mixed', initial: true }],
  loses: graphLosses,
  mayLose: ['controlCharacters'],
  write,
}
