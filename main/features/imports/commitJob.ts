import type { ImportReport, Notice } from '../../../shared/contract/imports.ts'
import type { ImportedSet } from '../../../shared/model/importSet.ts'
import { foldForIndex } from '../../../shared/text/search.ts'
import type { JobContext, JobDefinition } from '../../core/jobs.ts'
import { createArticleRepository, createTextStore, type NewArticle, textHash } from '../articles/index.ts'
import { importDataset } from './dataset/index.ts'
import { reasonFor } from './files.ts'
import { importFormats } from './formats/index.ts'
import { takeSetIn } from './intake/importSet.ts'
import { takeReferencesIn } from './intake/references.ts'
import { openSetFiles } from './openSet.ts'
import { applyCuts } from './reading/cuts.ts'
import { bands, fingerprint } from './reading/fingerprint.ts'
import { createDraftRepository, createDuplicateRepository } from './repository.ts'
import { createSetRepository, type SetRow } from './setRepository.ts'

/** Texts stored and indexed per transaction. */
const chunkSize = 200

const nothingLeft: Notice = {
  code: 'import.nothing_left',
  message: 'Nothing is left of the text after the cuts. Switch some of them off.',
}

/** Makes articles of the included drafts: texts in chunks, then all articles at once. */
const takeDraftsIn = (context: JobContext): Omit<ImportReport, 'sets' | 'steps'> => {
  const { db, report, stopIfCancelled } = context
  const drafts = createDraftRepository(db)
  const duplicates = createDuplicateRepository(db)
  const store = createTextStore(db)
  const left = drafts.leftOut()
  const ids = drafts.includedIds()
  const staged: NewArticle[] = []

  const stage = (id: number): void => {
    const draft = drafts.find(id)!
    const text = applyCuts(draft.fullText, draft.cutList)
    if (text.trim() === '') {
      left.push({ name: draft.name, reason: nothingLeft })
      return
    }
    const { textId } = store.add(text)
    const known = drafts.identityOf(id)
    const print = textHash(text) === known.textHash ? known.fingerprint : fingerprint(text)
    duplicates.addFingerprint(textId, print, bands(print))
    const sourceId = drafts.sourceOf(id)
    // Without a proposed cut the original knows everything already; writing it anew would copy its bytes.
    if (sourceId !== null && draft.cutList.length > 0) {
      const cut = draft.cutList.some((it) => it.on)
      drafts.setExtraction(sourceId, {
        ...drafts.extractionOf(sourceId),
        cuts: draft.cutList,
        ...(cut ? { fullText: draft.fullText } : {}),
      })
    }
    staged.push({
      textId,
      sourceId,
      title: draft.title,
      titleTokens: foldForIndex(draft.title),
      language: draft.language,
      publishedOn: draft.publishedOn,
      publisher: draft.publisher,
      sourceUrl: draft.sourceUrl,
    })
  }

  store.beginStaging()
  try {
    for (let done = 0; done < ids.length; done += chunkSize) {
      stopIfCancelled()
      report(done, ids.length)
      db.transaction(() => {
        for (const id of ids.slice(done, done + chunkSize)) stage(id)
      })
    }
    if (staged.length === 0) {
      drafts.discardFrom(0)
      store.endStaging()
      return { imported: 0, articleIds: [], left }
    }
    return context.commit('imports.commit', (step) => {
      const articles = createArticleRepository(context)
      const articleIds = staged.map((it) => articles.add(it))
      drafts.discardFrom(0)
      store.endStaging()
      step.describe({ count: articleIds.length, title: staged[0]?.title ?? '' })
      return { imported: articleIds.length, articleIds, left }
    })
  } catch (error) {
    store.sweep()
    throw error
  } finally {
    context.refresh('import_draft')
  }
}

interface TakenIn {
  readonly told: ImportedSet
  /** Nothing of it came in; it waits on. */
  readonly refused: boolean
}

const refusedSet = (row: SetRow, reason: Notice): TakenIn => ({
  told: {
    ...{ name: row.name, format: nameOf(row.format), documents: 0, mentions: 0, entities: 0, relations: 0 },
    ...{ newTypes: [], kept: 0, present: 0, left: [{ name: row.name, reason }], leftCount: 1 },
  },
  refused: true,
})

const nameOf = (formatId: string): string => importFormats.find((it) => it.id === formatId)?.name ?? formatId

/** Takes one set in. @throws LigatureError cancelled · disk_full */
const takeIn = async (row: SetRow, createTypes: boolean, context: JobContext): Promise<TakenIn> => {
  const format = importFormats.find((it) => it.id === row.format)
  const takenIn = (told: ImportedSet): TakenIn => ({ told, refused: false })
  try {
    const set = await openSetFiles(row)
    if (format?.kind === 'dataset') {
      const { articles, left, ...counts } = importDataset({ file: set.files[0]! }, context)
      const lines = left.map(({ name, reason }) => ({
        name,
        reason: { code: 'import.record', message: `${name}: ${reason}`, params: { message: reason } },
      }))
      return takenIn({
        ...{
          name: row.name,
          format: format.name,
          documents: articles,
          ...counts,
          newTypes: [],
          kept: 0,
          present: 0,
        },
        ...{ left: lines, leftCount: left.length },
      })
    }
    if (format?.kind === 'references') {
      const options = { options: row.options, problem: () => {} }
      return takenIn(takeReferencesIn(row.name, format.name, format.read(set.files[0]!, options), context))
    }
    if (format?.kind !== 'annotations') return refusedSet(row, unknownFormat(row.format))
    const fresh = row.mapping.labels.filter((it) => it.target.to === 'new')
    if (fresh.length > 0 && !createTypes) return refusedSet(row, noConsent(fresh.length))
    const { detectLanguage } = await import('./reading/language.ts')
    const guessLanguage = (text: string): string => detectLanguage(text.slice(0, 20_000))?.language ?? ''
    return takenIn(await takeSetIn({ ...row, format, set, guessLanguage }, context))
  } catch (thrown) {
    const reason = reasonFor(thrown)
    if (/^import\.(cancelled|disk_full|internal)$/.test(reason.code)) throw thrown
    return refusedSet(row, reason)
  }
}

const unknownFormat = (format: string): Notice => ({
  code: 'import.unknown',
  message: `The format "${format}" is not known here.`,
  params: { what: format },
})

const noConsent = (count: number): Notice => ({
  code: 'import.no_consent',
  message: `The set needs ${count} new types, and nobody agreed to make them. Map its labels or allow new types.`,
  params: { count },
})

/**
 * Everything one import stores becomes one step: the parts are committed one after the other and merge, unless other
 * work came between them. `steps` lists what it came to.
 */
const asOneStep = (context: JobContext): { context: JobContext; steps(): number[] } => {
  const key = `import ${context.newUid()}`
  const parts: { count: number; name: string }[] = []
  const commit: JobContext['commit'] = (code, work) =>
    context.commit('imports.commit', (step) => {
      let described: Record<string, string | number> = {}
      const result = work({
        ...step,
        describe: (params) => {
          described = params
        },
      })
      const { count = 1, name = described.title ?? '' } = described
      parts.push({ count: Number(count), name: String(name) })
      const named = parts.find((it) => it.name !== '')
      const by = code.slice('imports.'.length)
      if (parts.length > 1) {
        const sum = parts.reduce((all, it) => all + it.count, 0)
        step.describe({ by: 'several', count: sum, name: named?.name ?? '' })
      } else step.describe(by === 'commit' ? described : { ...described, by })
      step.mergeWith(key, Number.POSITIVE_INFINITY)
      return result
    })
  return {
    context: { ...context, commit },
    steps: () => context.db.column<number>('SELECT seq FROM command WHERE merge_key = ? ORDER BY seq', [key]),
  }
}

/**
 * Makes articles of the included drafts and takes in every included set, together one step of the history. A set that
 * fails is a line of the report and waits on, the others go on. A wish to stop keeps what is in: the rest waits on.
 * Result: importReport.
 */
export const commitImportJob: JobDefinition<{ createTypes: boolean }> = {
  kind: 'imports.commit',
  run: async ({ createTypes }, jobContext): Promise<ImportReport> => {
    const sets = createSetRepository(jobContext.db)
    const { context, steps } = asOneStep(jobContext)
    const report: ImportReport = { ...takeDraftsIn(context), sets: [], steps: [] }
    try {
      for (const row of sets.list()) {
        if (!row.included) {
          sets.remove(row.id)
          continue
        }
        const { told, refused } = await takeIn(row, createTypes, context)
        report.sets.push(told)
        if (!refused) sets.remove(row.id)
      }
    } catch (thrown) {
      const reason = reasonFor(thrown)
      report.steps = steps()
      if (reason.code !== 'import.cancelled' || report.steps.length === 0) throw thrown
      for (const row of sets.list()) if (row.included) report.sets.push(refusedSet(row, reason).told)
      return report
    } finally {
      context.refresh('import_draft')
    }
    return { ...report, steps: steps() }
  },
}
