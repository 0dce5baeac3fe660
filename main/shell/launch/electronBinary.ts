import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How long a download of the binary may take; milliseconds. An unreachable host is noticed long before. */
const patience = 180_000

/** Absolute path of Electron's binary as its own package records it, or null. Never downloads. */
export const installedElectron = (root: string, env: NodeJS.ProcessEnv = process.env): string | null => {
  const folder = join(root, 'node_modules', 'electron')
  const record = join(folder, 'path.txt')
  const name = existsSync(record)
    ? readFileSync(record, 'utf8')
    : env.ELECTRON_OVERRIDE_DIST_PATH
      ? 'electron'
      : null
  if (name === null) return null
  const path = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)
  return existsSync(path) ? path : null
}

export type ElectronBinary = { path: string } | { why: string }

/** The installed binary, else a downloaded one, else one sentence why there is none. */
export const findElectron = (root: string): ElectronBinary => {
  const installed = installedElectron(root)
  if (installed) return { path: installed }
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return { why: 'the package electron is not installed' }
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return { why: 'ELECTRON_OVERRIDE_DIST_PATH holds no Electron' }
  console.log('Downloading Electron …')
  const result = spawnSync(process.execPath, [installer], { cwd: root, timeout: patience, encoding: 'utf8' })
  const path = installedElectron(root)
  if (path) return { path }
  const reason = (result.stderr ?? '')
    .trim()
    .split('\n')[0]
    ?.replace(/^\w*Error: /, '')
    .slice(0, 120)
  return { why: `its binary could not be downloaded${reason ? ` (${reason})` : ''}` }
}
