import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Something Vite makes of sources: skipped while it is newer than all of them. */
interface Target {
  name: string
  /** Made last; its date is the date of the whole. */
  result: string
  sources: readonly string[]
  config: string
  mode?: string
}

const targets = {
  renderer: {
    name: 'the window',
    result: 'dist/renderer/index.html',
    sources: ['renderer', 'shared', 'package-lock.json'],
    config: 'renderer/vite.config.ts',
  },
  main: {
    name: 'the program',
    result: 'dist/main/index.mjs',
    sources: ['main', 'shared', 'package-lock.json'],
    config: 'main/vite.config.ts',
  },
  preload: {
    name: 'the preload',
    result: 'dist/main/preload.cjs',
    sources: ['main/shell/electron', 'main/vite.config.ts', 'package-lock.json'],
    config: 'main/vite.config.ts',
    mode: 'preload',
  },
} as const satisfies Record<string, Target>

export type TargetName = keyof typeof targets

const newest = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/**
 * Builds what is missing or older than its sources, and says so in one line.
 *
 * @throws Error when a build fails; its output is on the terminal by then.
 */
export const buildStale = (root: string, names: readonly TargetName[]): void => {
  for (const name of names) {
    const target: Target = targets[name]
    const made = newest(join(root, target.result))
    if (target.sources.every((it) => newest(join(root, it)) < made)) continue
    console.log(`Building ${target.name} …`)
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const mode = target.mode ? ['--mode', target.mode] : []
    const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[] }
    const result = spawnSync(
      process.execPath,
      [vite, 'build', '--config', target.config, '--logLevel', 'error', ...mode],
      options,
    )
    if (result.status !== 0) throw new Error(`Building ${target.name} failed (${target.config}).`)
  }
}
