import type { ExportReport } from '../../../shared/contract/exports.ts'
import { completeOptions, type OptionValues } from '../../../shared/model/option.ts'
import type { JobContext, JobDefinition } from '../../core/jobs.ts'
import type { Aspect, ExportFormat, ExportSource } from './format.ts'
import {
  countAspect,
  countScope,
  fillScope,
  openSource,
  type ScopeCounts,
  withSnapshot,
} from './repository.ts'
import { type ExportOrder, findFormat } from './service.ts'
import { lossList, type Output, openOutput } from './sink.ts'

/** Articles, entities or relations between two looks at the wish to stop. */
const stopEvery = 50

/** Tells how far the writing is, and stops it between rows when asked to. */
const watched = (source: ExportSource, counts: ScopeCounts, context: JobContext): ExportSource => {
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
    articles: () =>
      watching(source.articles(), (count) =>
        context.report(Math.min(count, counts.articles), counts.articles),
      ),
  }
}

/** What the format has no place for, given these options. */
export const lossesOf = (format: ExportFormat, options: OptionValues): readonly Aspect[] =>
  typeof format.loses === 'function' ? format.loses(options) : format.loses

const noteStaticLosses = (
  format: ExportFormat,
  options: OptionValues,
  context: JobContext,
  output: Output,
): void => {
  for (const aspect of lossesOf(format, options)) {
    const loss = countAspect(context.db, aspect)
    if (loss.count > 0) output.losses.set(`exports.loss.${aspect}`, loss)
  }
}

/**
 * Writes a dataset. The result is an `exportReport`, its losses named by message keys (`exports.loss.…`).
 * @throws LigatureError invalid_input · not_found · not_allowed · conflict · io · disk_full · cancelled; nothing of the
 * dataset is left behind then, and what was at the target stays.
 */
const run = (order: ExportOrder, context: JobContext): ExportReport => {
  const format = findFormat(order.formatId)
  const target = {
    path: order.path,
    shape: format.shape,
    overwrite: order.overwrite,
    projectPath: context.db.path,
  }
  const output = openOutput(target, () => context.stopIfCancelled())
  try {
    return withSnapshot(context.db, () => {
      fillScope(context.db, order.scope)
      const counts = countScope(context.db)
      context.report(0, counts.articles)
      const options = completeOptions(format.options, order.options)
      noteStaticLosses(format, options, context, output)
      format.write(watched(openSource(context.db), counts, context), output, options)
      context.stopIfCancelled()
      return { path: order.path, files: output.finish(), ...counts, losses: lossList(output.losses) }
    })
  } catch (thrown) {
    output.abandon()
    throw thrown
  }
}

export const exportJob: JobDefinition<ExportOrder> = { kind: 'exports.run', run }
