import type { ExportFormat } from '../format.ts'
import { bdoc } from './bdoc/format.ts'
import { brat } from './brat/format.ts'
import { casJson } from './cas-json/format.ts'
import { conll } from './conll/format.ts'
import { conllu } from './conllu/format.ts'
import { csv } from './csv/format.ts'
import { cytoscape } from './cytoscape/format.ts'
import { doccano } from './doccano/format.ts'
import { ftm } from './ftm/format.ts'
import { gateXml } from './gate-xml/format.ts'
import { gexf } from './gexf/format.ts'
import { graphml } from './graphml/format.ts'
import { huggingface } from './huggingface/format.ts'
import { jsonld } from './jsonld/format.ts'
import { labelStudio } from './label-studio/format.ts'
import { ligatureJsonl } from './ligature-jsonl/format.ts'
import { neo4j } from './neo4j/format.ts'
import { pajek } from './pajek/format.ts'
import { parquet } from './parquet/format.ts'
import { prodigy } from './prodigy/format.ts'
import { tei } from './tei/format.ts'
import { turtle } from './turtle/format.ts'
import { w3c } from './w3c/format.ts'
import { webannoTsv } from './webanno-tsv/format.ts'
import { xmi } from './xmi/format.ts'

/** Every dataset format; a new one is a folder here and a line in this list. */
export const exportFormats: readonly ExportFormat[] = [
  ligatureJsonl,
  csv,
  conll,
  brat,
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
  webannoTsv,
  bdoc,
  gateXml,
  w3c,
  pajek,
  neo4j,
  ftm,
  turtle,
  jsonld,
  conllu,
  tei,
]
