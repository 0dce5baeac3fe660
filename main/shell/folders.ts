import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where things are on this machine; absolute paths. */
export interface Folders {
  readonly home: string
  readonly documents: string
  /** Settings, locks and the sample project. */
  readonly data: string
  readonly projects: string
  readonly exports: string
  /** The sample corpus as shipped. */
  readonly sample: string
}

/** `LIGATURE_HOME`, else the place the platform has for program data. */
const dataFolder = (home: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string => {
  if (env.LIGATURE_HOME) return env.LIGATURE_HOME
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Ligature')
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Ligature')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'ligature')
}

/** Finds the folders and makes those that belong to the program, readable by this user only. */
export const prepareFolders = (sample: string, env: NodeJS.ProcessEnv = process.env): Folders => {
  const home = homedir()
  const data = dataFolder(home, process.platform, env)
  const folders: Folders = {
    home,
    // Not every system has the folder; a dialog that starts nowhere is no start.
    documents: existsSync(join(home, 'Documents')) ? join(home, 'Documents') : home,
    data,
    projects: join(data, 'projects'),
    exports: join(data, 'exports'),
    sample,
  }
  for (const folder of [folders.data, folders.projects, folders.exports]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
  return folders
}
