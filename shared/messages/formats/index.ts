import { bratMessages } from './brat.ts'
import { casJsonMessages } from './cas-json.ts'
import { cluenerMessages } from './cluener.ts'
import { conllMessages } from './conll.ts'
import { conlluMessages } from './conllu.ts'
import { cytoscapeMessages } from './cytoscape.ts'
import { dfkiJsonMessages } from './dfki-json.ts'
import { doccanoMessages } from './doccano.ts'
import { docxMessages } from './docx.ts'
import { emlMessages } from './eml.ts'
import { epubMessages } from './epub.ts'
import { factivaMessages } from './factiva.ts'
import { feedMessages } from './feed.ts'
import { ftmMessages } from './ftm.ts'
import { gateXmlMessages } from './gate-xml.ts'
import { gexfMessages } from './gexf.ts'
import { graphmlMessages } from './graphml.ts'
import { huggingfaceMessages } from './huggingface.ts'
import { intakeMessages } from './intake.ts'
import { jsonRecordsMessages } from './json-records.ts'
import { jsonldMessages } from './jsonld.ts'
import { labelStudioMessages } from './label-studio.ts'
import { mhtmlMessages } from './mhtml.ts'
import { neo4jMessages } from './neo4j.ts'
import { nexisMessages } from './nexis.ts'
import { odtMessages } from './odt.ts'
import { pajekMessages } from './pajek.ts'
import { parquetMessages } from './parquet.ts'
import { pdfMessages } from './pdf.ts'
import { prodigyMessages } from './prodigy.ts'
import { referencesMessages } from './references.ts'
import { rtfMessages } from './rtf.ts'
import { tableMessages } from './table.ts'
import { teiMessages } from './tei.ts'
import { turtleMessages } from './turtle.ts'
import { w3cMessages } from './w3c.ts'
import { waczMessages } from './wacz.ts'
import { warcMessages } from './warc.ts'
import { webannoTsvMessages } from './webanno-tsv.ts'
import { zipMessages } from './zip.ts'

/** Texts of single formats: what they are for, their options, what may go wrong. One line per format. */
export const formatMessages = {
  ...intakeMessages,
  ...bratMessages,
  ...conllMessages,
  ...huggingfaceMessages,
  ...w3cMessages,
  ...parquetMessages,
  ...cluenerMessages,
  ...dfkiJsonMessages,
  ...doccanoMessages,
  ...jsonRecordsMessages,
  ...labelStudioMessages,
  ...prodigyMessages,
  ...graphmlMessages,
  ...gexfMessages,
  ...cytoscapeMessages,
  ...conlluMessages,
  ...webannoTsvMessages,
  ...casJsonMessages,
  ...docxMessages,
  ...epubMessages,
  ...odtMessages,
  ...pdfMessages,
  ...rtfMessages,
  ...gateXmlMessages,
  ...emlMessages,
  ...factivaMessages,
  ...feedMessages,
  ...mhtmlMessages,
  ...nexisMessages,
  ...referencesMessages,
  ...tableMessages,
  ...waczMessages,
  ...warcMessages,
  ...zipMessages,
  ...pajekMessages,
  ...neo4jMessages,
  ...ftmMessages,
  ...turtleMessages,
  ...jsonldMessages,
  ...teiMessages,
} as const
