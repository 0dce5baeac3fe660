import type { Notice } from '../../../shared/contract/imports.ts'
import { articleMetadata } from '../../../shared/model/article.ts'
import type { OptionValues } from '../../../shared/model/option.ts'
import type { JobContext } from '../../core/jobs.ts'
import { createTextStore } from '../articles/index.ts'
import { createDuplicates } from './duplicates.ts'
import type { SetFile } from './files/setFile.ts'
import { reasonFor } from './files.ts'
import type { ArticleFormat, ReadArticle } from './formats/format.ts'
import type { completeDraft } from './reading/index.ts'
import { createDraftRepository, type DraftReading, type NewDraft } from './repository.ts'

/** Drafts written per transaction: long enough to be quick, short enough to let the analyst's own writes through. */
const chunkSize = 50

/** Problems told of one article. */
const mostWarnings = 20

/** The longest metadata an article may carry; UTF-16 code units. */
const longest = {
  title: articleMetadata.shape.title.maxLength ?? Number.POSITIVE_INFINITY,
  publisher: articleMetadata.shape.publisher.maxLength ?? Number.POSITIVE_INFINITY,
  sourceUrl: articleMetadata.shape.sourceUrl.maxLength ?? Number.POSITIVE_INFINITY,
}
const clipped = (value: string, most: number): string =>
  value.length > most ? `${value.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : value

const failed = (name: string, error: Notice, reading: DraftReading | null): NewDraft => ({
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
  reading,
})

/** What a file's content did wrong is a line; a wish to stop or a full disk is not. */
export const reasonOrThrow = (thrown: unknown): Notice => {
  const reason = reasonFor(thrown)
  if (/^import\.(cancelled|disk_full|internal)$/.test(reason.code)) throw thrown
  return reason
}

const nothingIn = (name: string): Notice => ({
  code: 'import.empty',
  message: `${name}: there is no text to read. Leave it out.`,
})

/** A file to read, and how. */
export interface ReadOrder {
  readonly file: SetFile
  readonly format: ArticleFormat
  /** What says that it is of this format; '' where the analyst said so. */
  readonly why: string
  readonly options: OptionValues
}

const readingOf = ({ file, format, why, options }: ReadOrder): DraftReading | null =>
  file.origin ? { format: format.id, why, options, origin: file.origin } : null

/** An article that was read, with what went wrong on the way to it. */
interface Held {
  readonly article: ReadArticle
  readonly told: readonly Notice[]
}

/** Makes drafts of what article formats read, some at a time. */
export const createDraftWriter = (
  { db, stopIfCancelled }: JobContext,
  complete: typeof completeDraft,
  /** Drafts that are about to go: nothing repeats them. */
  except: readonly number[] = [],
) => {
  const drafts = createDraftRepository(db)
  const store = createTextStore(db)
  const duplicates = createDuplicates(db, except)
  const counts = { drafts: 0, failed: 0 }
  let writes: (() => void)[] = []
  let warnings: Notice[] = []

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
  const take = (): Notice[] => {
    const told = warnings
    warnings = []
    return told
  }
  const fail = (name: string, reason: Notice, reading: DraftReading | null = null): void => {
    counts.failed += 1
    later(() => void drafts.add(failed(name, reason, reading)))
  }

  const add = (order: ReadOrder, { article, told }: Held, isWhole: boolean): void => {
    const { file, format } = order
    const draft = complete(article, file, format.id)
    if (draft === null) {
      fail(article.name ?? file.name, nothingIn(article.name ?? file.name), readingOf(order))
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
        warnings: [...draft.warnings, ...told],
        error: null,
        included: duplicate?.how !== 'exact',
        textHash: draft.contentHash,
        fingerprint: draft.fingerprint,
        duplicate,
        reading: readingOf(order),
      })
    })
  }

  /** A problem within the file that is being read; told with the article that comes next, else the last one. */
  const problem = (_: SetFile, place: string, notice: Notice): void => {
    if (warnings.length >= mostWarnings) return
    warnings.push(place === '' ? notice : { ...notice, params: { place, ...notice.params } })
  }

  return {
    counts,
    flush,
    fail,
    /** Reads one file; whatever it does wrong is one line. */
    read: async (order: ReadOrder): Promise<void> => {
      const { file, format, options } = order
      let held: Held | null = null
      let several = false
      const finish = (): void => {
        const told = take()
        if (held) add(order, { ...held, told: [...held.told, ...told] }, !several)
        else if (told.length > 0) fail(file.name, told[0]!, readingOf(order))
      }
      take()
      try {
        for await (const article of format.read(file, { options, problem })) {
          stopIfCancelled()
          const told = take()
          if (held) {
            several = true
            add(order, held, false)
          }
          held = { article, told }
        }
        if (!held && warnings.length === 0) fail(file.name, nothingIn(file.name), readingOf(order))
        finish()
      } catch (thrown) {
        const reason = reasonOrThrow(thrown)
        if (held) finish()
        fail(file.name, reason, readingOf(order))
      }
    },
  }
}
