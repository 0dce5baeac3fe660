import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** The network of entities for Gephi, Cytoscape, NetworkX, igraph (GraphML 1.0). */
export const graphml: ExportFormat = {
  id: 'graphml',
  name: 'GraphML',
  descriptionKey: 'exports.graphml.description',
  extension: 'graphml',
  shape: 'file',
  offsetUnit: null,
  options: [],
  loses: ['texts', 'originals', 'offsets', 'values', 'outsideIds', 'schema', 'provenance'],
  write,
}
