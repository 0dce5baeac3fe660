import { basename } from 'node:path'
import type { ExportReport } from '../../../shared/contract/exports.ts'
import { completeOptions, type OptionValues } from '../../../shared/model/option.ts'
import type { JobContext, JobDefinition } from '../../core/jobs.ts'
import type { ExportFormat, ExportSink, ExportSource, TextFile } from './format.ts'
import { openSource, withSnapshot } from './repository.ts'
import { roundtripName, writeRoundtrip } from './roundtrip.ts'
import { countAspect, countScope, fillScope, type ScopeCounts } from './scope.ts'
import { type ExportOrder, findFormat, type LossOrder, lossesOf } from './service.ts'
import { type Losses, lossList, type Output, openNowhere, openOutput, type Target } from './sink.ts'

/** Articles, entities or relations between two looks at the wish to stop. */
const stopEvery = 50

/** Tells how far the writing is, and stops it between rows when asked to. */
const watched = (source: ExportSource, total: number, context: JobContext): ExportSource => {
  function* watching<T>(rows: Iterable<T>, seen: (count: number) => void): Generator<T> {
    let count = 0
    for (const row of rows) {
      if (count % stopEvery === 0) context.stopIfCancelled()
      yield row
      count += 1
      seen(count)
    }
  }
  const quietly = (): void => {}
  return {
    ...source,
    entities: () => watching(source.entities(), quietly),
    relations: () => watching(source.relations(), quietly),
    articles: () => watching(source.articles(), (count) => context.report(Math.min(count, total), total)),
  }
}

/** What of the filled scope has no place in the format, by message key. `options` are complete. */
export const staticLosses = (db: JobContext['db'], format: ExportFormat, options: OptionValues): Losses => {
  const losses: Losses = new Map()
  for (const aspect of lossesOf(format, options)) {
    const loss = countAspect(db, aspect)
    if (loss.count > 0) losses.set(`exports.loss.${aspect}`, loss)
  }
  return losses
}

/** Writes rows to a sink, telling how far it is and stopping when asked to. `options` are complete. */
export const writeRows = (
  source: ExportSource,
  articles: number,
  format: ExportFormat,
  options: OptionValues,
  sink: ExportSink,
  context: JobContext,
): void => {
  context.report(0, articles)
  format.write(watched(source, articles, context), sink, options)
  context.stopIfCancelled()
}

/** Writes the scope to a sink, as one unchanging moment of the project; what has no place is told before a line is written. */
const writeScope = (
  order: Pick<ExportOrder, 'formatId' | 'scope' | 'options'>,
  sink: ExportSink & { readonly losses: Losses },
  context: JobContext,
): ScopeCounts =>
  withSnapshot(context.db, () => {
    const format = findFormat(order.formatId)
    fillScope(context.db, order.scope)
    const counts = countScope(context.db)
    const options = completeOptions(format.options, order.options)
    for (const [what, loss] of staticLosses(context.db, format, options)) sink.losses.set(what, loss)
    writeRows(openSource(context.db), counts.articles, format, options, sink, context)
    return counts
  })

/**
 * Writes a dataset. The result is an `exportReport`, its losses named by message keys (`exports.loss.…`).
 * @throws LigatureError invalid_input · not_found · not_allowed · conflict · io · disk_full · cancelled; nothing of the
 * dataset is left behind then, and what was at the target stays.
 */
const run = async (order: ExportOrder, context: JobContext): Promise<ExportReport> => {
  const { shape } = findFormat(order.formatId)
  const { path, overwrite, roundtrip } = order
  const projectPath = context.db.path
  const opened: Output[] = []
  /** From the first name given on there is no way back. */
  let isNamed = false
  const stopIfCancelled = (): void => {
    if (!isNamed) context.stopIfCancelled()
  }
  const open = (target: Pick<Target, 'path' | 'shape'>): Output => {
    const output = openOutput({ ...target, overwrite, projectPath }, stopIfCancelled)
    opened.push(output)
    return output
  }
  try {
    const output = open({ path, shape })
    // Beside a dataset of one file stands another file; both are complete before either gets its name.
    const beside = roundtrip && shape === 'file' ? open({ path: roundtripName(path), shape: 'file' }) : null
    const counts = writeScope(order, output, context)
    if (roundtrip) {
      const into = beside ?? output
      const file = into.file(roundtripName(basename(path)))
      putBeside(order, file, output.misplaced, context)
      into.done(file)
    }
    const files = await output.finish()
    isNamed = true
    if (beside) files.push(...(await beside.finish()))
    return { path, files, ...counts, losses: lossList(output.losses) }
  } catch (thrown) {
    for (const output of opened) output.abandon()
    throw thrown
  }
}

const putBeside = (
  { scope, formatId, options }: ExportOrder,
  file: TextFile,
  misplaced: Output['misplaced'],
  { db }: JobContext,
): void =>
  withSnapshot(db, () => {
    fillScope(db, scope)
    const format = findFormat(formatId)
    const relations = !lossesOf(format, completeOptions(format.options, options)).includes('relations')
    writeRoundtrip(openSource(db), file, { formatId, relations, misplaced })
  })

export const exportJob: JobDefinition<ExportOrder> = { kind: 'exports.run', run }

/** The same writing, to nowhere: what it reports is what the real one will lose. */
export const exportLossesJob: JobDefinition<LossOrder> = {
  kind: 'exports.losses',
  run: (order, context): ExportReport => {
    const nowhere = openNowhere(() => context.stopIfCancelled())
    const counts = writeScope(order, nowhere, context)
    return { path: '', files: [], ...counts, losses: lossList(nowhere.losses) }
  },
}
