import type { ImportItem, Notice } from '../../../shared/contract/imports.ts'
import { articleMetadata } from '../../../shared/model/article.ts'
import { completeOptions, type OptionValues } from '../../../shared/model/option.ts'
import type { JobContext, JobDefinition } from '../../core/jobs.ts'
import { createTextStore } from '../articles/index.ts'
import { completeFingerprints, createDuplicates } from './duplicates.ts'
import type { SetFile } from './files/setFile.ts'
import { incomingTrees, reasonFor } from './files.ts'
import type { ArticleFormat, ImportFormat, ReadArticle, ReadContext } from './formats/format.ts'
import { importFormats } from './formats/index.ts'
import type { completeDraft } from './reading/index.ts'
import { createDraftRepository, type NewDraft } from './repository.ts'
import { createSetRepository } from './setRepository.ts'
import { type Sorted, sortTree } from './sorting.ts'
import { surveyed } from './surveyJob.ts'

/** Drafts written per transaction: long enough to be quick, short enough to let the analyst's own writes through. */
const chunkSize = 50

/** The longest metadata an article may carry; UTF-16 code units. */
const longest = {
  title: articleMetadata.shape.title.maxLength ?? Number.POSITIVE_INFINITY,
  publisher: articleMetadata.shape.publisher.maxLength ?? Number.POSITIVE_INFINITY,
  sourceUrl: articleMetadata.shape.sourceUrl.maxLength ?? Number.POSITIVE_INFINITY,
}
const clipped = (value: string, most: number): string =>
  value.length > most ? `${value.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : value

export interface PrepareOrder {
  readonly items: ImportItem[]
  /** By format id. */
  readonly options?: Readonly<Record<string, OptionValues>> | undefined
  readonly format?: string | undefined
}

const failed = (name: string, error: Notice): NewDraft => ({
  ...{
    name,
    sourceId: null,
    fullText: '',
    cuts: [],
    title: '',
    language: '',
    publishedOn: '',
    publisher: '',
  },
  ...{ sourceUrl: '', guesses: {}, warnings: [], error, included: false, textHash: '', fingerprint: '' },
  duplicate: null,
})

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

const contextOf =
  (order: PrepareOrder, problem: ReadContext['problem']): ((format: ImportFormat) => ReadContext) =>
  (format) => ({ options: completeOptions(format.options, order.options?.[format.id] ?? {}), problem })

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
      context: contextOf(order, () => {}),
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
  for (const [index, { file, format }] of sorted.articles.entries()) {
    stopIfCancelled()
    report(index, total, file.name)
    await writer.read(
      file,
      format,
      contextOf(order, (_, place, { message }) => writer.warn(`${place}: ${message}`)),
    )
  }
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

/** What a file's content did wrong is a line; a wish to stop or a full disk is not. */
const reasonOrThrow = (thrown: unknown): Notice => {
  const reason = reasonFor(thrown)
  if (/^import\.(cancelled|disk_full|internal)$/.test(reason.code)) throw thrown
  return reason
}

const createDraftWriter = ({ db, stopIfCancelled }: JobContext, complete: typeof completeDraft) => {
  const drafts = createDraftRepository(db)
  const store = createTextStore(db)
  const duplicates = createDuplicates(db)
  const counts = { drafts: 0, failed: 0 }
  let writes: (() => void)[] = []
  let warnings: string[] = []

  const flush = (): void => {
    db.transaction(() => {
      for (const write of writes) write()
    })
    writes = []
  }
  const later = (write: () => void): void => {
    writes.push(write)
    if (writes.length >= chunkSize) flush()
  }
  const fail = (name: string, reason: Notice): void => {
    counts.failed += 1
    later(() => void drafts.add(failed(name, reason)))
  }

  const add = (file: SetFile, format: ArticleFormat, article: ReadArticle, isWhole: boolean): void => {
    const draft = complete(article, file, format.id)
    if (draft === null) {
      fail(article.name ?? file.name, {
        code: 'import.empty',
        message: `${article.name ?? file.name}: there is no text to read. Leave it out.`,
      })
      return
    }
    counts.drafts += 1
    const name = article.name ?? file.name
    const title = clipped(draft.title || name, longest.title)
    const duplicate = duplicates.check({ ...draft, title })
    // An article among many of one file has no original of its own unless its reader gives one.
    const original =
      article.original ?? (isWhole ? { bytes: file.bytes(), mediaType: format.mediaTypes[0]! } : null)
    later(() => {
      const sourceId =
        original &&
        store.addSource({
          name,
          mediaType: original.mediaType,
          encoding: draft.encoding,
          extraction: { ...(article.extraction as object | undefined), reader: format.id },
          bytes: original.bytes,
        })
      drafts.add({
        ...{ name, sourceId, fullText: draft.fullText, cuts: draft.cuts, title },
        language: draft.language ?? '',
        publishedOn: draft.publishedOn ?? '',
        publisher: clipped(draft.publisher ?? '', longest.publisher),
        // Half an address would lead somewhere else.
        sourceUrl: (draft.sourceUrl ?? '').length > longest.sourceUrl ? '' : (draft.sourceUrl ?? ''),
        guesses: Object.fromEntries(Object.entries(draft.guesses).map(([key, guess]) => [key, guess.from])),
        warnings: [
          ...draft.warnings,
          ...warnings.map((message) => ({ code: 'import.record', message, params: { message } })),
        ],
        error: null,
        included: duplicate?.how !== 'exact',
        textHash: draft.contentHash,
        fingerprint: draft.fingerprint,
        duplicate,
      })
    })
    warnings = []
  }

  return {
    counts,
    flush,
    fail,
    /** A problem within the file that is being read; told with its next article. */
    warn: (message: string): void => {
      if (warnings.length < 20) warnings.push(message)
    },
    /** Reads one file; whatever it does wrong is one line. */
    read: async (
      file: SetFile,
      format: ArticleFormat,
      contextFor: (format: ImportFormat) => ReadContext,
    ): Promise<void> => {
      let held: ReadArticle | null = null
      let several = false
      try {
        for await (const article of format.read(file, contextFor(format))) {
          stopIfCancelled()
          if (held) {
            several = true
            add(file, format, held, false)
          }
          held = article
        }
        if (held) add(file, format, held, !several)
      } catch (thrown) {
        fail(file.name, reasonOrThrow(thrown))
      }
    },
  }
}
