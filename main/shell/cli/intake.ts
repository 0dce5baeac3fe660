import { statSync } from 'node:fs'
import { z } from 'zod'
import type { DraftRow, ImportReport, Notice } from '../../../shared/contract/imports.ts'
import { type ImportMapping, type ImportSet, importMapping } from '../../../shared/model/importSet.ts'
import type { OptionValues } from '../../../shared/model/option.ts'
import type { CommandCore } from './core.ts'
import { exitCodes } from './exitCodes.ts'
import type { Output } from './output.ts'
import { misuse, Refusal } from './refusal.ts'

/** Drafts asked for at a time. */
const page = 500

export interface Left {
  readonly name: string
  readonly reason: Notice
}

/** What was made of the files, before anything of it is stored. */
export interface Recognised {
  /** Articles on their own that will come in, and those that are in the project already. */
  readonly articles: number
  readonly duplicates: readonly { readonly name: string; readonly of: string }[]
  readonly left: readonly Left[]
  readonly sets: readonly ImportSet[]
}

export interface Order {
  readonly paths: readonly string[]
  readonly format?: string | undefined
  readonly options: Record<string, OptionValues>
}

/** @throws Refusal for the first path where nothing is */
export const assertThere = (paths: readonly string[], { t }: Output): void => {
  const missing = paths.find((it) => !statSync(it, { throwIfNoEntry: false }))
  if (missing !== undefined)
    throw new Refusal(exitCodes.input, 'io', t('cli.error.missing', { path: missing }))
}

const allDrafts = async (core: CommandCore): Promise<DraftRow[]> => {
  const rows: DraftRow[] = []
  for (;;) {
    const { total, rows: more } = await core.ask('imports.drafts', { offset: rows.length, limit: page })
    rows.push(...more)
    if (rows.length >= total || more.length === 0) return rows
  }
}

/** Sorts files out and reads them; nothing of them is in the project yet. @throws Refusal */
export const recognise = async (core: CommandCore, order: Order): Promise<Recognised> => {
  const { paths, format, options } = order
  await core.job('imports.prepare', { items: paths.map((path) => ({ path })), options, format })
  const drafts = await allDrafts(core)
  const sets = await core.ask('imports.sets', {})
  return {
    articles: drafts.filter((it) => it.included).length,
    duplicates: drafts.flatMap((it) =>
      !it.included && it.duplicate ? [{ name: it.name, of: it.duplicate.of }] : [],
    ),
    left: drafts.flatMap((it) => (it.error ? [{ name: it.name, reason: it.error }] : [])),
    sets,
  }
}

const countsOf = ({ survey }: ImportSet, { t }: Output): string =>
  t('cli.import.counts', {
    documents: survey.documents,
    mentions: survey.mentions,
    entities: survey.entities,
    relations: survey.relations + survey.entityRelations,
  })

const targetOf = (target: ImportMapping['labels'][number]['target'], { t }: Output): string => {
  if (target.to === 'type') return target.key
  return target.to === 'new' ? t('cli.import.newType', { name: target.name }) : t('cli.import.noType')
}

const tellSet = (set: ImportSet, say: Output): void => {
  const { survey, mapping } = set
  say.note(say.t('cli.import.set', { name: set.name, format: set.formatName, why: set.why }))
  say.note(`  ${countsOf(set, say)}`)
  for (const { label, target } of mapping.labels) say.note(`  ${label} → ${targetOf(target, say)}`)
  if (survey.mismatchCount > 0)
    say.note(`  ${say.t('cli.import.mismatches', { count: survey.mismatchCount })}`)
  for (const { file, place, notice } of survey.problems)
    say.note(`  ${say.noticeText(place === '' ? file : `${file}, ${place}`, notice)}`)
  const more = survey.problemCount - survey.problems.length
  if (more > 0) say.note(`  ${say.t('cli.more', { count: more })}`)
}

const tellLeft = (left: readonly Left[], say: Output): void => {
  for (const { name, reason } of left) say.line(say.noticeText(name, reason))
}

/** Says what the files were taken for, and why. */
export const tellRecognised = (found: Recognised, say: Output): void => {
  const { t } = say
  if (found.articles > 0) say.note(t('cli.import.articles', { count: found.articles }))
  for (const it of found.duplicates) say.note(t('cli.import.duplicate', { name: it.name, of: it.of }))
  for (const set of found.sets) tellSet(set, say)
}

/** Says what came of it. */
export const tellReport = (report: ImportReport, say: Output): void => {
  const { t } = say
  if (report.imported > 0 || report.sets.length === 0) say.line(t('import.done', { count: report.imported }))
  for (const set of report.sets) {
    const { name, documents, mentions, entities, relations } = set
    say.line(`${name}: ${t('cli.import.counts', { documents, mentions, entities, relations })}`)
    if (set.newTypes.length > 0) say.line(`  ${t('cli.import.newTypes', { names: set.newTypes.join(', ') })}`)
    tellLeft(set.left, say)
    if (set.leftCount > set.left.length) say.line(t('cli.more', { count: set.leftCount - set.left.length }))
  }
  tellLeft(report.left, say)
}

/** Whether something of the files stayed out or could not be read. */
export const isPartial = (found: Recognised, report: ImportReport): boolean =>
  report.left.length > 0 ||
  report.sets.some((it) => it.leftCount > 0) ||
  found.sets.some((it) => it.survey.problemCount > 0)

/** @throws Refusal with every reason, where nothing at all could be read */
export const assertSomething = (found: Recognised, say: Output): void => {
  if (found.articles > 0 || found.sets.length > 0 || found.duplicates.length > 0) return
  const reasons = found.left.map(({ name, reason }) => say.noticeText(name, reason))
  const message = [say.t('cli.error.nothingReadable'), ...reasons].join('\n')
  throw new Refusal(exitCodes.input, 'import.unreadable', message)
}

/** New types the sets need, by their names. */
export const neededTypes = (sets: readonly ImportSet[]): string[] => [
  ...new Set(
    sets.flatMap((it) =>
      it.included
        ? it.mapping.labels.flatMap(({ target }) => (target.to === 'new' ? [target.name] : []))
        : [],
    ),
  ),
]

const givenMapping = z.looseObject({
  labels: z
    .array(
      z.strictObject({
        of: z.enum(['entity', 'relation']),
        label: z.string(),
        target: z.looseObject({ to: z.string() }),
      }),
    )
    .optional(),
})

/** The mapping of a set with what a file says in its place. @throws Refusal naming the place in the file */
export const mergedMapping = (proposed: ImportMapping, given: unknown, { t }: Output): ImportMapping => {
  const read = givenMapping.safeParse(given)
  const labels = (read.data?.labels ?? []) as { of: string; label: string; target: object & { to: string } }[]
  const merged = importMapping.safeParse({
    ...proposed,
    ...read.data,
    labels: proposed.labels.map((it) => {
      const own = labels.find(({ of, label }) => of === it.of && label === it.label)
      if (!own) return it
      return { ...it, target: own.target.to === it.target.to ? { ...it.target, ...own.target } : own.target }
    }),
  })
  const [issue] = [...(read.error?.issues ?? []), ...(merged.error?.issues ?? [])]
  if (issue || !merged.data) {
    const place = issue?.path.join('.') || '–'
    throw misuse(t('cli.error.map', { place, message: issue?.message ?? '' }))
  }
  return merged.data
}
