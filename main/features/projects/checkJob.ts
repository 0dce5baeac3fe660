import { existsSync, statSync } from 'node:fs'
import type { Notice } from '../../../shared/model/notice.ts'
import { LigatureError } from '../../core/errors.ts'
import type { JobContext, JobDefinition } from '../../core/jobs.ts'
import { type Database, damageIn, openToRead, pendingMigrations } from '../../db/index.ts'
import { checkRows, checkTexts } from './contentCheck.ts'
import { checkArchive, checkRelease, isArchive } from './releaseCheck.ts'
import { createProjectRepository } from './repository.ts'

/** Findings told one by one; a file that is wrong throughout says the same thousands of times. */
const listed = 1000

export interface CheckOrder {
  /** A project file or release folder to look at without writing to it; absent = the open project. */
  readonly path?: string | undefined
}

const migrationFindings = (db: Database): Notice[] => {
  try {
    const [step] = pendingMigrations(db)
    if (!step) return []
    const message = `The project was written by an older version of Ligature (it lacks “${step.id}”). Open it once to bring it up to date; its rows were not checked.`
    return [{ code: 'check.older', message, params: { step: step.id } }]
  } catch (thrown) {
    if (!(thrown instanceof LigatureError) || thrown.code !== 'project.damaged') throw thrown
    return [
      {
        code: 'check.migration',
        message: thrown.message,
        params: { step: String(thrown.details?.step ?? '') },
      },
    ]
  }
}

const checkStructure = (db: Database): Notice[] => {
  const damage = damageIn(db, 'integrity').map((what) => ({
    code: 'check.damage',
    message: `The file is damaged: ${what}. Go back to a backup.`,
    params: { what },
  }))
  // What is damaged cannot be asked which of its rows lack another.
  if (damage.length > 0) return damage
  return createProjectRepository(db)
    .brokenReferences()
    .map(({ table, rowid, parent }) => ({
      code: 'check.reference',
      message: `Row ${rowid} of ${table} refers to a row of ${parent} that is not there. Go back to a backup.`,
      params: { table, row: rowid, parent },
    }))
}

const checkProject = (db: Database, context: JobContext, found: (it: Notice) => void): void => {
  const structure = checkStructure(db)
  if (!structure.some((it) => it.code === 'check.damage')) structure.push(...migrationFindings(db))
  for (const it of structure) found(it)
  // Rows of a damaged file cannot be relied on to come back at all.
  if (structure.some((it) => it.code !== 'check.reference')) return
  checkTexts({ ...context, db, found })
  checkRows({ ...context, db, found })
}

const checkFile = (path: string, context: JobContext, found: (it: Notice) => void): void => {
  const db = openToRead(path)
  try {
    checkProject(db, context, found)
  } finally {
    db.close()
  }
}

/**
 * Looks a project or a release over; result `{ ok, findings }`, findings as notices. A file or folder named by its path
 * is only read, and the project of the job is an empty one then.
 * @throws LigatureError project.missing · project.not_a_project · project.newer · io · cancelled
 */
export const checkProjectJob: JobDefinition<CheckOrder> = {
  kind: 'projects.check',
  run: async ({ path }, context) => {
    const findings: Notice[] = []
    let more = 0
    const found = (it: Notice): void => {
      if (findings.length < listed) findings.push(it)
      else more += 1
    }
    if (path === undefined) checkProject(context.db, context, found)
    else if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      await checkRelease(path, context, found)
    else if (existsSync(path) && isArchive(path)) await checkArchive(path, context, found)
    else checkFile(path, context, found)
    if (more > 0)
      findings.push({
        code: 'check.more',
        message: `${more} more of the same kind.`,
        params: { count: more },
      })
    return { ok: findings.length === 0, findings: findings.map((it) => ({ ...it, params: it.params ?? {} })) }
  },
}
