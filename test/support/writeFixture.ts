import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../main/db/index.ts'
import { exportJob } from '../../main/features/exports/index.ts'
import type { ExportReport } from '../../shared/contract/exports.ts'
import type { OptionValues } from '../../shared/model/option.ts'
import { createEmptyProject, fillFixture } from './fixtureProject.ts'
import { runJobOn } from './runJob.ts'

export interface Written {
  /** Texts by name; '' is the name of a single file. */
  readonly files: Readonly<Record<string, string>>
  readonly report: ExportReport
}

export interface FixtureWriter {
  readonly db: Database
  write(formatId: string, options?: OptionValues): Promise<Written>
  close(): void
}

/** The fixture project, to be written in any format. */
export const openFixture = (): FixtureWriter => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-write-'))
  const { path, file } = createEmptyProject(folder, 'fixture')
  fillFixture(file.db)
  let number = 0
  return {
    db: file.db,
    write: async (formatId, options = {}) => {
      number += 1
      const place = join(folder, String(number))
      mkdirSync(place)
      const target = join(place, 'dataset')
      const order = {
        formatId,
        path: target,
        scope: { articles: {}, setAside: true, suggestions: true },
        options,
        overwrite: false,
      }
      const { result } = await runJobOn<typeof order, ExportReport>(exportJob, order, path)
      const files = statSync(target).isDirectory()
        ? Object.fromEntries(readdirSync(target).map((it) => [it, readFileSync(join(target, it), 'utf8')]))
        : { '': readFileSync(target, 'utf8') }
      return { files, report: result }
    },
    close: () => file.close(),
  }
}
