import { parquetMessages } from './parquet.ts'

/** Texts of single formats: what they are for, their options, what may go wrong. One line per format. */
export const formatMessages = { ...parquetMessages } as const
