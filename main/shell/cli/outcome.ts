import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportReport, ExportScope } from '../../../shared/contract/exports.ts'
import type { OptionValues } from '../../../shared/model/option.ts'
import type { Call } from './command.ts'
import type { CommandCore } from './core.ts'
import { exitCodes } from './exitCodes.ts'
import { isOneFile } from './formats.ts'
import type { Output } from './output.ts'
import { misuse, Refusal } from './refusal.ts'
import { inTemporaryFolder, pathOf } from './workplace.ts'

/* Writing a dataset somewhere, for every command that does. */

export interface Dataset {
  readonly formatId: string
  readonly scope: ExportScope
  readonly options: OptionValues
}

const sameFile = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((it) => statSync(it, { throwIfNoEntry: false }))
  return (
    a === b || (one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev)
  )
}

/** @throws Refusal where writing would replace what is read, or a file SQLite keeps beside it */
export const assertApart = (sources: readonly string[], target: string, { t }: Output): void => {
  const kept = sources.flatMap((it) => ['', '-wal', '-shm', '-journal'].map((suffix) => it + suffix))
  if (kept.some((it) => sameFile(it, target)))
    throw new Refusal(exitCodes.cannotWrite, 'not_allowed', t('cli.error.over', { path: target }))
}

/** Files told one by one; a dataset may have thousands. */
const told = 12

/** Names the files that were written, at least the first of them. */
export const tellFiles = (files: ExportReport['files'], { t, note }: Output): void => {
  for (const it of files.slice(0, told)) note(t('cli.export.file', { name: it.name, bytes: it.byteLength }))
  if (files.length > told) note(t('cli.more', { count: files.length - told }))
}

/** Says what went out and what the format had no place for. */
export const tellExport = (report: ExportReport, say: Output): void => {
  const { t, textOf, line } = say
  const { articles, mentions, entities, relations } = report
  tellFiles(report.files, say)
  line(t('import.datasetCounts', { articles, mentions, entities, relations }))
  if (report.losses.length === 0) line(t('cli.export.noLoss'))
  for (const { what, count, example } of report.losses)
    line(t('cli.export.loss', { what: textOf(what), count, example: example || '–' }))
}

/** Writes a dataset to a path, or to stdout for `-`. @throws Refusal */
export const writeDataset = async (
  core: CommandCore,
  dataset: Dataset,
  target: string,
  call: Call,
): Promise<ExportReport> => {
  const { given, say, world } = call
  const overwrite = given.on('overwrite')
  const roundtrip = given.on('roundtrip')
  if (target !== '-')
    return core.job('exports.run', { ...dataset, path: pathOf(call, target), overwrite, roundtrip })
  if (!isOneFile(dataset.formatId) || roundtrip || say.json) throw misuse(say.t('cli.error.stdout'))
  say.leaveStdout()
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, 'dataset')
    const report = await core.job<ExportReport>('exports.run', { ...dataset, path })
    core.stopIfAsked()
    await world.outFile(path)
    return report
  })
}
