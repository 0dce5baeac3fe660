import type { ExportFormat } from '../../format.ts'
import { graphLosses } from '../../support/graphAttributes.ts'
import { write } from './write.ts'

/** The network of entities for Gephi, Cytoscape, NetworkX, igraph (GraphML 1.0). */
export const graphml: ExportFormat = {
  id: 'graphml',
  name: 'GraphML',
  descriptionKey: 'exports.graphml.description',
  extension: 'graphml',
  shape: 'file',
  offsetUnit: null,
  options: [{ kind: 'toggle', id: 'mixed', labelKey: 'format.graphml.option.mixed', initial: false }],
  loses: graphLosses,
  mayLose: ['controlCharacters'],
  write,
}
