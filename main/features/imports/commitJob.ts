import type { ImportReport, Notice } from '../../../shared/contract/imports.ts'
import type { ImportedSet } from '../../../shared/model/importSet.ts'
import { foldForIndex } from '../../../shared/text/search.ts'
import type { JobContext, JobDefinition } from '../../core/jobs.ts'
import { createArticleRepository, createTextStore, type NewArticle } from '../articles/index.ts'
import { importDataset } from './dataset/index.ts'
import { reasonFor } from './files.ts'
import { importFormats } from './formats/index.ts'
import { takeSetIn } from './intake/importSet.ts'
import { takeReferencesIn } from './intake/references.ts'
import { openSetFiles } from './openSet.ts'
import { applyCuts } from './reading/cuts.ts'
import { identifyText } from './reading/fingerprint.ts'
import { createDraftRepository, createDuplicateRepository } from './repository.ts'
import { createSetRepository, type SetRow } from './setRepository.ts'

/** Texts stored and indexed per transaction. */
const chunkSize = 200

const nothingLeft: Notice = {
  code: 'import.nothing_left',
  message: 'Nothing is left of the text after the cuts. Switch some of them off.',
}

/** Makes articles of the included drafts: texts in chunks, then all articles in one step. */
const takeDraftsIn = (context: JobContext): Omit<ImportReport, 'sets'> => {
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
    const identity = identifyText(text)
    duplicates.addFingerprint(textId, identity.fingerprint, identity.bands)
    const sourceId = drafts.sourceOf(id)
    if (sourceId !== null) {
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

/** Takes one set in. @throws LigatureError cancelled · disk_full */
const takeIn = async (row: SetRow, createTypes: boolean, context: JobContext): Promise<ImportedSet> => {
  const format = importFormats.find((it) => it.id === row.format)
  const none = { name: row.name, format: format?.name ?? row.format, documents: 0, mentions: 0, entities: 0 }
  const refused = (reason: Notice): ImportedSet => ({
    ...{ ...none, relations: 0, newTypes: [], leftCount: 1 },
    left: [{ name: row.name, reason }],
  })
  try {
    const set = await openSetFiles(row)
    if (format?.kind === 'dataset') {
      const { articles, left, ...counts } = importDataset({ file: set.files[0]! }, context)
      const lines = left.map(({ name, reason }) => ({
        name,
        reason: { code: 'import.record', message: `${name}: ${reason}`, params: { message: reason } },
      }))
      return { ...none, ...counts, documents: articles, newTypes: [], left: lines, leftCount: left.length }
    }
    if (format?.kind === 'references') {
      const options = { options: row.options, problem: () => {} }
      return takeReferencesIn(row.name, format.name, format.read(set.files[0]!, options), context)
    }
    if (format?.kind !== 'annotations') return refused(unknownFormat(row.format))
    const fresh = row.mapping.labels.filter((it) => it.target.to === 'new')
    if (fresh.length > 0 && !createTypes) return refused(noConsent(fresh.length))
    const { detectLanguage } = await import('./reading/language.ts')
    const guessLanguage = (text: string): string => detectLanguage(text.slice(0, 20_000))?.language ?? ''
    return await takeSetIn({ ...row, format, set, guessLanguage }, context)
  } catch (thrown) {
    const reason = reasonFor(thrown)
    if (/^import\.(cancelled|disk_full|internal)$/.test(reason.code)) throw thrown
    return refused(reason)
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
 * Makes articles of the included drafts as one step, then takes in every included set as a step of its own. A set that
 * fails is a line of the report and stays, the others go on. Result: importReport.
 */
export const commitImportJob: JobDefinition<{ createTypes: boolean }> = {
  kind: 'imports.commit',
  run: async ({ createTypes }, context): Promise<ImportReport> => {
    const sets = createSetRepository(context.db)
    const report: ImportReport = { ...takeDraftsIn(context), sets: [] }
    try {
      for (const row of sets.list()) {
        if (row.included) report.sets.push(await takeIn(row, createTypes, context))
        sets.remove(row.id)
      }
    } finally {
      context.refresh('import_draft')
    }
    return report
  },
}
