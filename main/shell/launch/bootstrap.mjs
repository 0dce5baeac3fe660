// Runs before `npm start` and `npm test` on whatever Node is installed (18 or newer), so it is plain JavaScript without
// dependencies. It makes node_modules agree with the lockfile; everything after it runs on the pinned Node of node_modules.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const lockfile = join(root, 'package-lock.json')
const installed = join(root, 'node_modules', '.package-lock.json')

/** Every package of a lockfile as `path@version`; optional ones only where they are really there. */
const packagesOf = (file) => {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.entries(packages)
    .filter(([path, it]) => path !== '' && !it.optional && !it.devOptional)
    .map(([path, it]) => `${path}@${it.version}`)
}

/** Why an install is needed, or null. npm rewrites node_modules/.package-lock.json at the end of every install. */
const reason = () => {
  if (!existsSync(installed)) return 'first start'
  if (!existsSync(lockfile)) return null
  if (statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return null
  // A fresh checkout gives the lockfile a new date; only what it says counts.
  const present = new Set(packagesOf(installed))
  return packagesOf(lockfile).every((it) => present.has(it)) ? null : 'the lockfile has changed'
}

const why = reason()
if (why) {
  const command = existsSync(lockfile) ? 'ci' : 'install'
  console.log(`Installing packages (${why}): npm ${command} …`)
  const cli = process.env.npm_execpath
  const flags = [command, '--loglevel=error', '--no-audit', '--no-fund']
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }
  const result = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...flags], options)
    : spawnSync('npm', flags, { ...options, shell: process.platform === 'win32' })
  if (result.status !== 0) {
    console.error(
      'The packages could not be installed. Check the connection to the npm registry (or the proxy set in `npm config`) and run the same command again.',
    )
    process.exit(1)
  }
}
