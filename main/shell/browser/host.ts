import { spawn } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Failure } from '../../../shared/contract/reply.ts'
import { createBrowse } from '../browse.ts'
import type { Folders } from '../folders.ts'
import type { HostHandlers } from '../hostDispatch.ts'
import { hostInfo } from '../hostInfo.ts'

export interface BrowserHostOptions {
  folders: Folders
  version: string
  /** The folder the program was started from: named by the person at the terminal, so it may be looked into. */
  startFolder: string
  /** Why the project of last time could not be opened again. */
  startFailure: Failure | null
  /** Whether a file manager can be shown at all. */
  display: boolean
}

const opener: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'xdg-open',
  darwin: 'open',
  win32: 'explorer.exe',
}

/** The `host` methods where no native dialog exists: the page shows its own over `browse`. */
export const browserHost = (options: BrowserHostOptions): HostHandlers => {
  const { folders, version, display } = options
  const browse = createBrowse([folders.home, folders.data, options.startFolder])
  return {
    info: () => hostInfo({ shell: 'browser', version, startFailure: options.startFailure }, folders),
    pickToOpen: () => ({ paths: null }),
    pickToSave: () => ({ path: null, native: false }),
    browse: ({ path }) => browse({ path }),
    reveal: async ({ path }) => {
      const program = opener[process.platform]
      // `browse` refuses what lies outside the places a window may know about.
      const { path: folder } = await browse({ path: dirname(await realpath(path)) })
      if (!display || program === undefined) return { shown: false }
      const started = spawn(program, [folder], { stdio: 'ignore', detached: true })
      return new Promise((resolve) => {
        started.once('error', () => resolve({ shown: false }))
        started.once('spawn', () => {
          started.unref()
          resolve({ shown: true })
        })
      })
    },
  }
}
