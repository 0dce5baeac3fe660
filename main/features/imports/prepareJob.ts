import type { ImportItem } from '../../../shared/contract/imports.ts'
import { completeOptions, type OptionValues } from '../../../shared/model/option.ts'
import type { JobContext, JobDefinition } from '../../core/jobs.ts'
import { createDraftWriter, reasonOrThrow } from './draftWriter.ts'
import { completeFingerprints } from './duplicates.ts'
import { incomingTrees } from './files.ts'
import type { ImportFormat } from './formats/format.ts'
import { importFormats } from './formats/index.ts'
import type { completeDraft } from './reading/index.ts'
import { createDraftRepository } from './repository.ts'
import { createSetRepository } from './setRepository.ts'
import { type Sorted, sortTree } from './sorting.ts'
import { surveyed } from './surveyJob.ts'

export interface PrepareOrder {
  readonly items: ImportItem[]
  /** By format id. */
  readonly options?: Readonly<Record<string, OptionValues>> | undefined
  readonly format?: string | undefined
}

/**
 * Sorts files out and reads them: articles into drafts, annotated data and references into sets; nothing becomes an
 * article yet. Result `{ drafts, failed, sets }`.
 */
export const prepareDraftsJob: JobDefinition<PrepareOrder> = {
  kind: 'imports.prepare',
  run: async (order, context) => {
    // The readers bring a DOM and a sanitiser, which no start of the program should wait for.
    const reading = await import('./reading/index.ts')
    const drafts = createDraftRepository(context.db)
    const sets = createSetRepository(context.db)
    const [firstDraft, firstSet] = [drafts.lastId() + 1, sets.lastId() + 1]
    try {
      return await readAll(order, context, reading.completeDraft)
    } catch (error) {
      drafts.discardFrom(firstDraft)
      sets.discardFrom(firstSet)
      throw error
    } finally {
      context.refresh('import_draft')
    }
  },
}

const optionsOf = (order: PrepareOrder, format: ImportFormat): OptionValues =>
  completeOptions(format.options, order.options?.[format.id] ?? {})

const readAll = async (
  order: PrepareOrder,
  context: JobContext,
  complete: typeof completeDraft,
): Promise<{ drafts: number; failed: number; sets: number }> => {
  const { db, report, stopIfCancelled } = context
  completeFingerprints(db, (done, total) => {
    stopIfCancelled()
    report(done, total)
  })
  const writer = createDraftWriter(context, complete)
  const sorted: Sorted = { articles: [], sets: [], left: [] }
  let seen = 0
  for (const tree of incomingTrees(order.items)) {
    const found = await sortTree(tree, {
      formats: importFormats,
      forced: order.format,
      context: (format) => ({ options: optionsOf(order, format), problem: () => {} }),
      stopIfCancelled,
      seen: (file) => {
        seen += 1
        report(seen, 0, file.name)
      },
    })
    sorted.articles.push(...found.articles)
    sorted.sets.push(...found.sets)
    sorted.left.push(...found.left)
  }
  const total = sorted.articles.length + sorted.sets.length
  for (const [index, { file, format, why }] of sorted.articles.entries()) {
    stopIfCancelled()
    report(index, total, file.name)
    await writer.read({ file, format, why, options: optionsOf(order, format) })
  }
  // References look for their articles among the drafts too.
  writer.flush()
  let sets = 0
  for (const [index, { format, set, why }] of sorted.sets.entries()) {
    stopIfCancelled()
    report(sorted.articles.length + index, total, set.name)
    try {
      await surveyed({ format, set, why, options: order.options?.[format.id] ?? {} }, context)
      sets += 1
    } catch (thrown) {
      writer.fail(set.name, reasonOrThrow(thrown))
    }
  }
  for (const { name, reason } of sorted.left) writer.fail(name, reason)
  writer.flush()
  report(total, total)
  return { ...writer.counts, sets }
}
