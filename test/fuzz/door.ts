import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from '../../main/db/index.ts'
import { createDraftRepository } from '../../main/features/imports/repository.ts'
import { createSetRepository } from '../../main/features/imports/setRepository.ts'
import { freshProject, type Imported, importFrom } from '../support/interchange.ts'
import { brokenRules, rowCounts, type ToldNotice, wrongWith } from './rules.ts'

/* One set of files through the whole door: sorted, looked through, taken in; then the project is checked. */

export interface Project {
  readonly path: string
  readonly db: Database
  close(): void
}

export interface Passed {
  /** Something of it came into the project. */
  readonly imported: boolean
  /** Codes of everything that was told. */
  readonly codes: readonly string[]
  /** What must never happen; empty when all is well. */
  readonly faults: readonly string[]
}

export const writeFiles = (folder: string, files: Readonly<Record<string, Uint8Array | string>>): void => {
  rmSync(folder, { recursive: true, force: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** Every notice of an import, of whatever step. */
export const noticesOf = ({ report, sets }: Imported): ToldNotice[] => [
  ...report.left.map((it) => it.reason),
  ...report.sets.flatMap((it) => it.left.map((left) => left.reason)),
  ...sets.flatMap(({ survey }) => survey.problems.map((it) => it.notice)),
]

const isEmpty = ({ report }: Imported): boolean =>
  report.imported === 0 &&
  report.sets.every(
    (it) => it.documents + it.mentions + it.entities + it.relations + it.newTypes.length === 0,
  )

/** Rows the project has more of than the report says came in. */
const untold = ({ report }: Imported, more: (table: string) => number): string[] => {
  const sum = (what: 'documents' | 'mentions' | 'entities' | 'relations'): number =>
    report.sets.reduce((total, it) => total + it[what], 0)
  return (
    [
      ['article', report.imported + sum('documents')],
      ['mention', sum('mentions')],
      ['entity', sum('entities')],
      ['relation', sum('relations')],
    ] as const
  )
    .filter(([table, told]) => more(table) > told)
    .map(([table, told]) => `${more(table)} rows of ${table} came, ${told} were told`)
}

/** Takes files of `folder` in, as one folder, and says what is wrong afterwards; `forced`: all as one format. */
export const passDoor = async (project: Project, folder: string, forced?: string): Promise<Passed> => {
  const before = rowCounts(project.db)
  const faults: string[] = []
  let imported = false
  const codes = new Set<string>()
  const more = (table: string): number => (rowCounts(project.db)[table] ?? 0) - (before[table] ?? 0)
  try {
    const result = await importFrom(project, [folder], undefined, forced)
    imported = !isEmpty(result)
    for (const notice of noticesOf(result)) {
      codes.add(notice.code)
      const wrong = wrongWith(notice)
      if (wrong !== null) faults.push(wrong)
    }
    faults.push(...untold(result, more))
  } catch (thrown) {
    const { stack } = thrown as Error
    faults.push(`thrown: ${(stack ?? String(thrown)).split('\n').slice(0, 4).join(' | ')}`)
  }
  // A set that could not be taken in waits for another try; a line of the report says so.
  if (imported || faults.length === 0) putWaitingAway(project.db)
  if (!imported) {
    const changed = Object.keys(before).filter((it) => more(it) !== 0)
    if (changed.length > 0)
      faults.push(`refused, but changed ${changed.map((it) => `${it} by ${more(it)}`).join(', ')}`)
  }
  return { imported, codes: [...codes], faults: [...new Set([...faults, ...brokenRules(project.db)])] }
}

const putWaitingAway = (db: Database): void => {
  createDraftRepository(db).discardFrom(0)
  createSetRepository(db).discardFrom(0)
}

const page = (address: string, title: string): string =>
  `<html><head><title>${title}</title><link rel="canonical" href="${address}"></head><body><h1>${title}</h1><p>${'Die Firma wächst weiter. '.repeat(20)}</p></body></html>`

/** A project with articles that the references of the samples are about. */
export const scratchProject = async (folder: string, name: string): Promise<Project> => {
  const project = freshProject(folder, name)
  const pages = join(folder, `${name}-pages`)
  writeFiles(pages, {
    'a.html': Buffer.from(page('https://example.org/a', 'Acme ist da')),
    'b.html': Buffer.from(page('https://example.org/a_b', 'Beta ist auch da').replaceAll('weiter', 'nicht')),
  })
  await importFrom(project, [pages])
  return project
}
