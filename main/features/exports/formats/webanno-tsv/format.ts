import type { ExportFormat } from '../../format.ts'
import { write } from './write.ts'

/** WebAnno TSV 3.3, one file per article, for INCEpTION. */
export const webannoTsv: ExportFormat = {
  id: 'webanno-tsv',
  name: 'WebAnno TSV (INCEpTION)',
  descriptionKey: 'format.webanno-tsv.description',
  extension: 'tsv',
  shape: 'folder',
  offsetUnit: 'utf16',
  options: [],
  loses: ['originals', 'discontinuous', 'unmentionedEntities', 'unprovedRelations', 'provenance', 'schema'],
  write,
}
