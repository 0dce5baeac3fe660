import { cluenerMessages } from './cluener.ts'
import { dfkiJsonMessages } from './dfki-json.ts'
import { doccanoMessages } from './doccano.ts'
import { huggingfaceMessages } from './huggingface.ts'
import { intakeMessages } from './intake.ts'
import { jsonRecordsMessages } from './json-records.ts'
import { labelStudioMessages } from './label-studio.ts'
import { parquetMessages } from './parquet.ts'
import { prodigyMessages } from './prodigy.ts'

/** Texts of single formats: what they are for, their options, what may go wrong. One line per format. */
export const formatMessages = {
  ...intakeMessages,
  ...huggingfaceMessages,
  ...parquetMessages,
  ...cluenerMessages,
  ...dfkiJsonMessages,
  ...doccanoMessages,
  ...jsonRecordsMessages,
  ...labelStudioMessages,
  ...prodigyMessages,
} as const
