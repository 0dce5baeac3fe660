import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { log } from '../../core/log.ts'
import type { Database } from '../../db/index.ts'
import { createProjectSettings } from './repository.ts'

type Json = z.infer<ReturnType<typeof z.json>>

export interface Settings {
  get(scope: 'app' | 'project'): Record<string, Json>
  /** null forgets the key. */
  set(scope: 'app' | 'project', key: string, value: Json): void
}

interface Options {
  /** Data folder; the user's settings are `settings.json` in it. */
  folder: string
  project(): Database | null
  changed(): void
}

export const createSettings = ({ folder, project, changed }: Options): Settings => {
  const file = join(folder, 'settings.json')

  const readApp = (): Record<string, Json> => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Json>
    } catch (error) {
      // A missing file is a first start; a broken one costs the settings, never the work.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log.warn('settings unreadable', { file })
      return {}
    }
  }

  /** Written beside and renamed, so that a crash leaves the old settings or the new ones, never half. */
  const writeApp = (settings: Record<string, Json>): void => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`)
    renameSync(`${file}.new`, file)
  }

  return {
    get: (scope) => {
      if (scope === 'app') return readApp()
      const db = project()
      return db ? createProjectSettings(db).read() : {}
    },
    set: (scope, key, value) => {
      if (scope === 'app') {
        const { [key]: _, ...rest } = readApp()
        writeApp(value === null ? rest : { ...rest, [key]: value })
      } else {
        const db = project()
        if (db) createProjectSettings(db).write(key, value)
      }
      changed()
    },
  }
}
