import type { Cut, Draft, DraftRow, ImportItem } from '../../../shared/contract/imports.ts'
import type { ArticleMetadata } from '../../../shared/model/article.ts'
import type { ProjectContext } from '../../core/context.ts'
import { LigatureError, notFound } from '../../core/errors.ts'
import type { JobKind } from '../../core/jobs.ts'
import { createDraftRepository } from './repository.ts'

interface Options {
  startJob(kind: JobKind, input: unknown): string
  refresh(...what: 'import_draft'[]): void
}

export const createImports = ({ db }: ProjectContext, { startJob, refresh }: Options) => {
  const drafts = createDraftRepository(db)

  const draft = (id: number): Draft => {
    const found = drafts.find(id)
    if (!found) throw notFound('draft', id)
    return found
  }

  return {
    prepare: (items: ImportItem[]): string => startJob('imports.prepare', { items }),
    page: (
      offset: number,
      limit: number,
    ): { total: number; included: number; failed: number; rows: DraftRow[] } => ({
      ...drafts.counts(),
      rows: drafts.page(offset, limit),
    }),
    draft,
    /** @throws invalid_input for a cut outside the text */
    update: (
      ids: readonly number[],
      patch: Partial<ArticleMetadata> & { included?: boolean; cutList?: readonly Cut[] },
    ): void => {
      if (patch.cutList) {
        for (const id of ids) {
          const { length } = draft(id).fullText
          const wrong = patch.cutList.find((it) => it.start >= it.end || it.end > length)
          if (wrong) {
            throw new LigatureError(
              'invalid_input',
              `The cut ${wrong.start}–${wrong.end} does not lie in the text.`,
              {
                start: wrong.start,
                end: wrong.end,
              },
            )
          }
        }
      }
      drafts.update(ids, patch)
      refresh('import_draft')
    },
    commit: (): string => {
      if (drafts.counts().included === 0) {
        throw new LigatureError('not_allowed', 'No draft is marked for import. Mark at least one.')
      }
      return startJob('imports.commit', {})
    },
    discard: (): void => {
      drafts.discardFrom(0)
      refresh('import_draft')
    },
    dataset: (path: string): string => startJob('imports.dataset', { path }),
  }
}
export type Imports = ReturnType<typeof createImports>
