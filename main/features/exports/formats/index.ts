import type { ExportFormat } from '../format.ts'
import { casJson } from './cas-json/format.ts'
import { conll } from './conll/format.ts'
import { csv } from './csv/format.ts'
import { cytoscape } from './cytoscape/format.ts'
import { doccano } from './doccano/format.ts'
import { gexf } from './gexf/format.ts'
import { graphml } from './graphml/format.ts'
import { huggingface } from './huggingface/format.ts'
import { labelStudio } from './label-studio/format.ts'
import { ligatureJsonl } from './ligature-jsonl/format.ts'
import { parquet } from './parquet/format.ts'
import { prodigy } from './prodigy/format.ts'
import { xmi } from './xmi/format.ts'

/** Every dataset format; a new one is a folder here and a line in this list. */
export const exportFormats: readonly ExportFormat[] = [
  ligatureJsonl,
  csv,
  conll,
  graphml,
  parquet,
  huggingface,
  gexf,
  cytoscape,
  doccano,
  labelStudio,
  prodigy,
  casJson,
  xmi,
]
