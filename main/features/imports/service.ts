import type { Cut, Draft, DraftRow, ImportFormatInfo } from '../../../shared/contract/imports.ts'
import type { ArticleMetadata } from '../../../shared/model/article.ts'
import type { ImportMapping, ImportSet } from '../../../shared/model/importSet.ts'
import type { OptionValues } from '../../../shared/model/option.ts'
import type { ProjectContext } from '../../core/context.ts'
import { LigatureError, notFound } from '../../core/errors.ts'
import type { JobKind } from '../../core/jobs.ts'
import { importFormats } from './formats/index.ts'
import type { PrepareOrder } from './prepareJob.ts'
import { createDraftRepository } from './repository.ts'
import { createSetRepository, type SetRow } from './setRepository.ts'

const shownSet = ({ files, ...row }: SetRow): ImportSet => {
  const format = importFormats.find((it) => it.id === row.format)
  const kind = format?.kind === 'references' || format?.kind === 'dataset' ? format.kind : 'annotations'
  return {
    ...row,
    kind,
    formatName: format?.name ?? row.format,
    files: files.own.slice(0, 200).map((it) => it.shown),
    fileCount: files.own.length,
  }
}

interface Options {
  startJob(kind: JobKind, input: unknown): string
  refresh(...what: 'import_draft'[]): void
}

export const createImports = ({ db }: ProjectContext, { startJob, refresh }: Options) => {
  const drafts = createDraftRepository(db)
  const sets = createSetRepository(db)

  const draft = (id: number): Draft => {
    const found = drafts.find(id)
    if (!found) throw notFound('draft', id)
    const reading = drafts.readingOf(id)
    if (!reading) return { ...found, reading: null }
    const { format, why, options, origin } = reading
    const formatName = importFormats.find((it) => it.id === format)?.name ?? format
    return {
      ...found,
      reading: { format, formatName, why, options, drafts: drafts.ofFile(origin).length },
    }
  }

  return {
    formats: (): ImportFormatInfo[] =>
      importFormats.map(({ id, name, kind, extensions, options }) => ({
        ...{ id, name, kind },
        extensions: [...extensions],
        options: [...options],
      })),
    prepare: (order: PrepareOrder): string => startJob('imports.prepare', order),
    sets: (): ImportSet[] => sets.list().map(shownSet),
    updateSet: (id: number, patch: { mapping?: ImportMapping; included?: boolean }): void => {
      if (!sets.find(id)) throw notFound('set', id)
      sets.update(id, patch)
      refresh('import_draft')
    },
    survey: (id: number, options: OptionValues, format?: string): string => {
      if (!sets.find(id)) throw notFound('set', id)
      return startJob('imports.survey', { id, options, format })
    },
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
    reread: (draft: number, options: OptionValues, format?: string): string => {
      if (!drafts.readingOf(draft)) throw notFound('draft', draft)
      return startJob('imports.reread', { draft, options, format })
    },
    commit: (createTypes: boolean): string => {
      if (drafts.counts().included === 0 && !sets.list().some((it) => it.included)) {
        throw new LigatureError('not_allowed', 'No draft is marked for import. Mark at least one.')
      }
      return startJob('imports.commit', { createTypes })
    },
    discard: (set?: number): void => {
      if (set !== undefined) {
        sets.remove(set)
        refresh('import_draft')
        return
      }
      drafts.discardFrom(0)
      sets.discardFrom(0)
      refresh('import_draft')
    },
    dataset: (path: string): string => startJob('imports.dataset', { path }),
  }
}
export type Imports = ReturnType<typeof createImports>
