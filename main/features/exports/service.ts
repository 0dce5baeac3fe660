import type { z } from 'zod'
import type { ExportFormatInfo, ExportScope, exports } from '../../../shared/contract/exports.ts'
import { completeOptions, type OptionValues } from '../../../shared/model/option.ts'
import type { ProjectContext } from '../../core/context.ts'
import { LigatureError } from '../../core/errors.ts'
import type { JobKind } from '../../core/jobs.ts'
import type { Aspect, ExportFormat } from './format.ts'
import { exportFormats } from './formats/index.ts'
import { countScope, fillScope, type ScopeCounts } from './scope.ts'

export type ExportOrder = z.output<typeof exports.run.input>
export type LossOrder = z.output<typeof exports.losses.input>

export interface Exports {
  formats(): ExportFormatInfo[]
  preview(scope: ExportScope): ScopeCounts
  /** What the format could not hold, found by writing to nowhere. */
  losses(order: LossOrder): { jobId: string }
  run(order: ExportOrder): { jobId: string }
}

interface ExportDependencies {
  startJob(kind: JobKind, input: unknown): string
}

export const findFormat = (id: string): (typeof exportFormats)[number] => {
  const format = exportFormats.find((it) => it.id === id)
  if (!format)
    throw new LigatureError('not_found', `There is no export format "${id}".`, { what: 'format', id })
  return format
}

/** What the format has no place for, given these options. */
export const lossesOf = (format: ExportFormat, options: OptionValues): readonly Aspect[] =>
  typeof format.loses === 'function' ? format.loses(options) : format.loses

export const createExports = ({ db }: ProjectContext, { startJob }: ExportDependencies): Exports => ({
  formats: () =>
    exportFormats.map((format) => {
      const { id, name, descriptionKey, extension, shape, offsetUnit, options } = format
      const lost = [...lossesOf(format, completeOptions(options, {})), ...(format.mayLose ?? [])]
      const losses = lost.map((it) => `exports.loss.${it}`)
      return { id, name, descriptionKey, extension, shape, offsetUnit, options, losses }
    }),
  preview: (scope) => {
    fillScope(db, scope)
    return countScope(db)
  },
  losses: (order) => {
    findFormat(order.formatId)
    return { jobId: startJob('exports.losses', order) }
  },
  run: (order) => {
    findFormat(order.formatId)
    return { jobId: startJob('exports.run', order) }
  },
})
