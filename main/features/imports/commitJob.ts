import type { ImportReport, Notice } from '../../../shared/contract/imports.ts'
import { foldForIndex } from '../../../shared/text/search.ts'
import type { JobDefinition } from '../../core/jobs.ts'
import { createArticleRepository, createTextStore, type NewArticle } from '../articles/index.ts'
import { applyCuts } from './reading/cuts.ts'
import { identifyText } from './reading/fingerprint.ts'
import { createDraftRepository, createDuplicateRepository } from './repository.ts'

/** Texts stored and indexed per transaction. */
const chunkSize = 200

const nothingLeft: Notice = {
  code: 'import.nothing_left',
  message: 'Nothing is left of the text after the cuts. Switch some of them off.',
}

/** Makes articles of the included drafts: texts in chunks, then all articles in one step. Result: importReport. */
export const commitDraftsJob: JobDefinition = {
  kind: 'imports.commit',
  run: (_input, context) => {
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
      return context.commit('imports.commit', (step): ImportReport => {
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
  },
}
