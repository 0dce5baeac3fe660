import type { OptionField } from '../../../shared/model/option.ts'
import { exportFormats } from '../../features/exports/index.ts'
import { importFormats } from '../../features/imports/index.ts'

/** A format as help shows it. */
export interface ListedFormat {
  readonly id: string
  /** The format's own name, the same in every language. */
  readonly name: string
  /** Message key of what it is, or of what it is for. */
  readonly textKey: string
  readonly options: readonly OptionField[]
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

export const listedFormats: Readonly<Record<'read' | 'written', readonly ListedFormat[]>> = {
  read: importFormats
    .map(({ id, name, kind, options }) => ({ id, name, options, textKey: `cli.kind.${kind}` }))
    .sort(byId),
  written: exportFormats
    .map(({ id, name, descriptionKey, options }) => ({ id, name, options, textKey: descriptionKey }))
    .sort(byId),
}

/** Whether the format is written as one file, or as a folder of files. */
export const isOneFile = (id: string): boolean => exportFormats.find((it) => it.id === id)?.shape === 'file'
