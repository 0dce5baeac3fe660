import { bdoc } from './bdoc/format.ts'
import { bibtex } from './bibtex/format.ts'
import { brat } from './brat/format.ts'
import { casJson } from './cas-json/format.ts'
import { cluener } from './cluener/format.ts'
import { conll } from './conll/format.ts'
import { conllu } from './conllu/format.ts'
import { cslJson } from './csl-json/format.ts'
import { cytoscape } from './cytoscape/format.ts'
import { dfkiJson } from './dfki-json/format.ts'
import { doccano } from './doccano/format.ts'
import { docx } from './docx/format.ts'
import { eml } from './eml/format.ts'
import { epub } from './epub/format.ts'
import { factiva } from './factiva/format.ts'
import { feed } from './feed/format.ts'
import type { ImportFormat } from './format.ts'
import { gateXml } from './gate-xml/format.ts'
import { gexf } from './gexf/format.ts'
import { graphml } from './graphml/format.ts'
import { gzip } from './gzip/format.ts'
import { html } from './html/format.ts'
import { huggingface } from './huggingface/format.ts'
import { labelStudio } from './label-studio/format.ts'
import { ligatureJsonl } from './ligature-jsonl/format.ts'
import { md } from './md/format.ts'
import { mhtml } from './mhtml/format.ts'
import { nexis } from './nexis/format.ts'
import { odt } from './odt/format.ts'
import { pdf } from './pdf/format.ts'
import { prodigy } from './prodigy/format.ts'
import { ris } from './ris/format.ts'
import { rtf } from './rtf/format.ts'
import { table } from './table/format.ts'
import { tei } from './tei/format.ts'
import { txt } from './txt/format.ts'
import { w3c } from './w3c/format.ts'
import { wacz } from './wacz/format.ts'
import { warc } from './warc/format.ts'
import { webannoTsv } from './webanno-tsv/format.ts'
import { xmi } from './xmi/format.ts'
import { zip } from './zip/format.ts'
import { zoteroRdf } from './zotero-rdf/format.ts'

/** Every format that is read; a new one is a folder here and a line in this list. */
export const importFormats: readonly ImportFormat[] = [
  brat,
  conll,
  gzip,
  html,
  ligatureJsonl,
  md,
  txt,
  cluener,
  dfkiJson,
  doccano,
  labelStudio,
  prodigy,
  graphml,
  gexf,
  cytoscape,
  webannoTsv,
  huggingface,
  casJson,
  xmi,
  docx,
  epub,
  odt,
  pdf,
  rtf,
  bdoc,
  gateXml,
  eml,
  mhtml,
  feed,
  nexis,
  factiva,
  table,
  zip,
  wacz,
  warc,
  zoteroRdf,
  cslJson,
  bibtex,
  ris,
  conllu,
  w3c,
  tei,
]
