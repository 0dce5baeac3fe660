import { huggingfaceMessages } from './huggingface.ts'
import { intakeMessages } from './intake.ts'
import { parquetMessages } from './parquet.ts'

/** Texts of single formats: what they are for, their options, what may go wrong. One line per format. */
export const formatMessages = { ...intakeMessages, ...huggingfaceMessages, ...parquetMessages } as const
