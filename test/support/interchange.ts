import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../main/db/index.ts'
import { compareInOrder, type Difference, differencesOf } from '../../main/features/exports/comparison.ts'
import { type ExportFormat, exportJob } from '../../main/features/exports/index.ts'
import { createPortrait, type Loss } from '../../main/features/exports/portrait.ts'
import { openSource } from '../../main/features/exports/repository.ts'
import { fillScope } from '../../main/features/exports/scope.ts'
import { commitImportJob, prepareDraftsJob } from '../../main/features/imports/index.ts'
import { createSetRepository } from '../../main/features/imports/setRepository.ts'
import type { ExportReport, ExportScope } from '../../shared/contract/exports.ts'
import type { ImportReport } from '../../shared/contract/imports.ts'
import type { ImportMapping } from '../../shared/model/importSet.ts'
import type { OptionValues } from '../../shared/model/option.ts'
import { createEmptyProject } from './fixtureProject.ts'
import { runJobOn } from './runJob.ts'

/** Everything there is, also what stays out unless asked for. */
export const everything: ExportScope = { articles: {}, setAside: true, suggestions: true }

export const exportTo = async (
  projectPath: string,
  formatId: string,
  path: string,
  options: OptionValues = {},
  { scope = everything, roundtrip = false }: { scope?: ExportScope; roundtrip?: boolean } = {},
): Promise<ExportReport> => {
  const input = { formatId, path, scope, options, overwrite: false, roundtrip }
  return (await runJobOn<typeof input, ExportReport>(exportJob, input, projectPath)).result
}

export interface Imported {
  readonly report: ImportReport
  readonly sets: readonly {
    format: string
    survey: ReturnType<ReturnType<typeof createSetRepository>['list']>[number]['survey']
  }[]
  readonly failed: number
}

/** Imports files or folders as a person would who agrees to everything proposed; `adapt` changes the mapping. */
export const importFrom = async (
  project: { path: string; db: Database },
  paths: readonly string[],
  adapt: (mapping: ImportMapping) => ImportMapping = (it) => it,
  format?: string,
): Promise<Imported> => {
  const order = { items: paths.map((path) => ({ path })), format }
  const { result } = await runJobOn<typeof order, { failed: number }>(prepareDraftsJob, order, project.path)
  const repository = createSetRepository(project.db)
  const sets = repository.list()
  for (const { id, mapping } of sets) repository.update(id, { mapping: adapt(mapping) })
  const { result: report } = await runJobOn<{ createTypes: boolean }, ImportReport>(
    commitImportJob,
    { createTypes: true },
    project.path,
  )
  return {
    report,
    sets: sets.map(({ format: id, survey }) => ({ format: id, survey })),
    failed: result.failed,
  }
}

export const freshProject = (folder: string, name: string): { path: string; db: Database; close(): void } => {
  mkdirSync(folder, { recursive: true })
  const { path, file } = createEmptyProject(folder, name)
  return { path, db: file.db, close: () => file.close() }
}

/** The aspects and row losses of a report, by their own names. */
export const lossesIn = (report: ExportReport): Set<Loss> =>
  new Set(report.losses.map((it) => it.what.replace('exports.loss.', '') as Loss))

/** Compares two projects but for what was lost. */
export const compareProjects = (before: Database, after: Database, lost: ReadonlySet<Loss>) => {
  const portrait = (db: Database) => {
    fillScope(db, everything)
    return createPortrait(openSource(db), { lost, byUid: false })
  }
  return compareInOrder(portrait(before), portrait(after))
}

/**
 * Writes a project and reads it into a fresh one, in `folder`. Nothing may be left out on the way in, and every offset
 * must cut its quote.
 */
export const outAndIn = async (
  project: { path: string },
  format: Pick<ExportFormat, 'id' | 'shape' | 'extension'>,
  folder: string,
  { options = {}, roundtrip = false }: { options?: OptionValues; roundtrip?: boolean } = {},
) => {
  const out = place(folder, 'out')
  const path = join(out, format.shape === 'file' ? `dataset.${format.extension}` : 'dataset')
  const written = await exportTo(project.path, format.id, path, options, { roundtrip })
  const again = freshProject(join(folder, 'in'), 'again')
  // Labels shall not find a type that means the same.
  again.db.run('DELETE FROM entity_type')
  try {
    const { report, sets } = await importFrom(again, [roundtrip ? out : path])
    const left = [...report.left, ...report.sets.flatMap((it) => it.left)]
    const mismatches = sets.flatMap((it) => it.survey.mismatches)
    const ids = sets.map((it) => it.format)
    if (left.length + mismatches.length > 0 || ids.join() !== format.id)
      throw new Error(`read as ${ids}, but for ${JSON.stringify({ left, mismatches }).slice(0, 2000)}`)
    return { written, again }
  } catch (thrown) {
    again.close()
    throw thrown
  }
}

/** All differences, article by article (those whose text is `meant`) and in the network. */
export const differencesBetween = (
  before: Database,
  after: Database,
  lost: ReadonlySet<Loss>,
  meant: (text: string) => boolean = () => true,
): Difference[] => {
  const texts = before.column<string>(
    'SELECT t.content FROM article a JOIN text t ON t.id = a.text_id ORDER BY a.id',
  )
  const read = (db: Database) => {
    fillScope(db, everything)
    const portrait = createPortrait(openSource(db), { lost, byUid: false })
    return { articles: [...portrait.articles()], network: [...portrait.network()] }
  }
  const [written, again] = [read(before), read(after)]
  const most = Math.max(written.articles.length, again.articles.length)
  return [
    ...Array.from({ length: most }, (_, index) =>
      !meant(texts[index] ?? '')
        ? []
        : differencesOf(written.articles[index]?.facts ?? [], again.articles[index]?.facts ?? []),
    ).flat(),
    ...differencesOf(written.network, again.network),
  ]
}

export const place = (folder: string, name: string): string => {
  const path = join(folder, name)
  mkdirSync(path, { recursive: true })
  return path
}
