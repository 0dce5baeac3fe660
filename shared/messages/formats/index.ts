import { bratMessages } from './brat.ts'
import { casJsonMessages } from './cas-json.ts'
import { cluenerMessages } from './cluener.ts'
import { conlluMessages } from './conllu.ts'
import { cytoscapeMessages } from './cytoscape.ts'
import { dfkiJsonMessages } from './dfki-json.ts'
import { doccanoMessages } from './doccano.ts'
import { docxMessages } from './docx.ts'
import { epubMessages } from './epub.ts'
import { gexfMessages } from './gexf.ts'
import { graphmlMessages } from './graphml.ts'
import { huggingfaceMessages } from './huggingface.ts'
import { intakeMessages } from './intake.ts'
import { jsonRecordsMessages } from './json-records.ts'
import { labelStudioMessages } from './label-studio.ts'
import { odtMessages } from './odt.ts'
import { parquetMessages } from './parquet.ts'
import { pdfMessages } from './pdf.ts'
import { prodigyMessages } from './prodigy.ts'
import { rtfMessages } from './rtf.ts'
import { webannoTsvMessages } from './webanno-tsv.ts'

/** Texts of single formats: what they are for, their options, what may go wrong. One line per format. */
export const formatMessages = {
  ...intakeMessages,
  ...bratMessages,
  ...huggingfaceMessages,
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
} as const
