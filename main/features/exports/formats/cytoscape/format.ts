import type { ExportFormat } from '../../format.ts'
import { graphLosses } from '../../support/graphAttributes.ts'
import { write } from './write.ts'

/** The network of entities for Cytoscape and cytoscape.js (CYJS). */
export const cytoscape: ExportFormat = {
  id: 'cytoscape',
  name: 'Cytoscape JSON',
  descriptionKey: 'format.cytoscape.description',
  extension: 'cyjs',
  shape: 'file',
  offsetUnit: null,
  options: [],
  loses: graphLosses,
  write,
}
