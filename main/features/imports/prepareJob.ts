import type { ImportItem, Notice } from '../../../shared/contract/imports.ts'
import { articleMetadata } from '../../../shared/model/article.ts'
import type { JobContext, JobDefinition } from '../../core/jobs.ts'
import { createTextStore } from '../articles/index.ts'
import { completeFingerprints, createDuplicates } from './duplicates.ts'
import { type Incoming, incomingFiles, reasonFor } from './files.ts'
import type { readArticle } from './reading/index.ts'
import { createDraftRepository, type NewDraft } from './repository.ts'

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

const failed = (name: string, error: Notice): NewDraft => ({
  name,
  sourceId: null,
  fullText: '',
  cuts: [],
  title: '',
  language: '',
  publishedOn: '',
  publisher: '',
  sourceUrl: '',
  guesses: {},
  warnings: [],
  error,
  included: false,
  textHash: '',
  fingerprint: '',
  duplicate: null,
})

/** Reads files into drafts; nothing becomes an article yet. Result `{ drafts, failed }`. */
export const prepareDraftsJob: JobDefinition<{ items: ImportItem[] }> = {
  kind: 'imports.prepare',
  run: async ({ items }, context) => {
    // The readers bring a DOM and a sanitiser, which no start of the program should wait for.
    const reading = await import('./reading/index.ts')
    const drafts = createDraftRepository(context.db)
    const first = drafts.lastId() + 1
    try {
      return readAll(items, context, reading.readArticle)
    } catch (error) {
      drafts.discardFrom(first)
      throw error
    } finally {
      context.refresh('import_draft')
    }
  },
}

const readAll = (
  items: ImportItem[],
  { db, report, stopIfCancelled }: JobContext,
  readFile: typeof readArticle,
): { drafts: number; failed: number } => {
  const drafts = createDraftRepository(db)
  const store = createTextStore(db)
  completeFingerprints(db, (done, total) => {
    stopIfCancelled()
    report(done, total)
  })
  const duplicates = createDuplicates(db)
  const files = [...incomingFiles(items)]
  let failures = 0

  const read = (file: Incoming): (() => void) => {
    const fail = (reason: Notice) => {
      failures += 1
      return () => void drafts.add(failed(file.name, reason))
    }
    let bytes: Uint8Array
    try {
      bytes = file.bytes()
    } catch (error) {
      return fail(reasonFor(error))
    }
    const result = readFile({
      name: file.name,
      bytes,
      ...(file.mediaType ? { mediaType: file.mediaType } : {}),
    })
    if (!result.ok) return fail(result.error)
    const { draft } = result
    const title = clipped(draft.title || file.name, longest.title)
    const duplicate = duplicates.check({ ...draft, title })
    return () => {
      const sourceId = store.addSource({
        name: file.name,
        mediaType: draft.mediaType,
        encoding: draft.encoding,
        extraction: { reader: draft.reader },
        bytes,
      })
      drafts.add({
        name: file.name,
        sourceId,
        fullText: draft.fullText,
        cuts: draft.cuts,
        title,
        language: draft.language ?? '',
        publishedOn: draft.publishedOn ?? '',
        publisher: clipped(draft.publisher ?? '', longest.publisher),
        // Half an address would lead somewhere else.
        sourceUrl: (draft.sourceUrl ?? '').length > longest.sourceUrl ? '' : (draft.sourceUrl ?? ''),
        guesses: Object.fromEntries(Object.entries(draft.guesses).map(([key, guess]) => [key, guess.from])),
        warnings: draft.warnings,
        error: null,
        included: duplicate?.how !== 'exact',
        textHash: draft.contentHash,
        fingerprint: draft.fingerprint,
        duplicate,
      })
    }
  }

  for (let done = 0; done < files.length; done += chunkSize) {
    const writes: (() => void)[] = []
    for (const [index, file] of files.slice(done, done + chunkSize).entries()) {
      stopIfCancelled()
      report(done + index, files.length, file.name)
      writes.push(read(file))
    }
    db.transaction(() => {
      for (const write of writes) write()
    })
  }
  report(files.length, files.length)
  return { drafts: files.length - failures, failed: failures }
}
