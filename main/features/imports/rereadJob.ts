import { completeOptions, type OptionValues } from '../../../shared/model/option.ts'
import { notFound } from '../../core/errors.ts'
import type { JobDefinition } from '../../core/jobs.ts'
import { createDraftWriter } from './draftWriter.ts'
import { createFileSet } from './files/fileSet.ts'
import { importFormats } from './formats/index.ts'
import { openSetFiles } from './openSet.ts'
import { createDraftRepository } from './repository.ts'
import { surveyed } from './surveyJob.ts'

export interface RereadOrder {
  /** Id of a draft; all of its file are read again. */
  readonly draft: number
  readonly options: OptionValues
  /** Id of the format to read it as instead. */
  readonly format?: string | undefined
}

/**
 * Reads the file of a draft again, as articles or as a set; what is read takes the place of its drafts.
 * @throws Unreadable · LigatureError; the drafts stay as they were
 */
export const rereadJob: JobDefinition<RereadOrder> = {
  kind: 'imports.reread',
  run: async (order, context) => {
    const { db } = context
    const drafts = createDraftRepository(db)
    const reading = drafts.readingOf(order.draft)
    const format = importFormats.find((it) => it.id === (order.format ?? reading?.format))
    if (!reading || !format || format.kind === 'container') throw notFound('draft', order.draft)
    const { origin } = reading
    const { files } = await openSetFiles({ name: origin.shown, files: { own: [origin], all: [origin] } })
    const file = files[0]!
    const options = completeOptions(format.options, order.options)
    const why = order.format === undefined ? reading.why : ''
    const old = drafts.ofFile(origin)
    const first = drafts.lastId() + 1
    if (format.kind === 'articles') {
      const { completeDraft } = await import('./reading/index.ts')
      const writer = createDraftWriter(context, completeDraft, old)
      await writer.read({ file, format, why, options })
      writer.flush()
    } else {
      await surveyed({ format, set: createFileSet(file.path, [file], [file]), why, options }, context)
    }
    db.transaction(() => drafts.replace(old, drafts.since(first)))
    context.refresh('import_draft')
    return {}
  },
}
