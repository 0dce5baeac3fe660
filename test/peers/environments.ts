import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the environments stand: LIGATURE_PEERS, else the place of caches of this system. Never in the tree. */
const cacheFolder = (): string => {
  const given = process.env.LIGATURE_PEERS
  if (given) return given
  const home = homedir()
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'ligature-peers')
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'ligature-peers')
  return join(process.env.XDG_CACHE_HOME ?? join(home, '.cache'), 'ligature-peers')
}

export interface Ran {
  readonly ok: boolean
  readonly stdout: string
  readonly stderr: string
  readonly timedOut: boolean
}

/** Runs a program to its end, or ends it after `seconds`. */
export const run = (
  program: string,
  args: readonly string[],
  { seconds, env = {}, cwd }: { seconds: number; env?: Record<string, string>; cwd?: string },
): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      cwd,
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (piece) => (stdout += piece))
    child.stderr.setEncoding('utf8').on('data', (piece) => (stderr += piece))
    child.once('error', (error) =>
      resolve({ ok: false, stdout, stderr: stderr + error.message, timedOut: false }),
    )
    child.once('close', (code, signal) =>
      resolve({ ok: code === 0, stdout, stderr, timedOut: signal === 'SIGKILL' }),
    )
  })

export interface Python {
  readonly program: string
  /** `3.11`. */
  readonly version: string
}

/** A Python that can make environments; null where there is none. */
export const findPython = (): Python | null => {
  const probe = 'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])'
  for (const program of ['python3', 'python']) {
    const { status, stdout } = spawnSync(program, ['-c', probe], { encoding: 'utf8', timeout: 20_000 })
    const version = stdout?.trim() ?? ''
    const [major = 0, minor = 0] = version.split('.').map(Number)
    if (status === 0 && major === 3 && minor >= 10) return { program, version }
  }
  return null
}

const requirementsOf = (group: string): string =>
  fileURLToPath(new URL(`requirements-${group}.txt`, import.meta.url))

/** The folder of a group's environment, named by what is in it: other versions are another environment. */
const folderOf = (group: string, { version }: Python): string => {
  const content = createHash('sha256')
    .update(readFileSync(requirementsOf(group)))
    .digest('hex')
  return join(cacheFolder(), `${group}-${version}-${content.slice(0, 12)}`)
}

const programIn = (folder: string): string =>
  process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python')

const readyMark = (folder: string): string => join(folder, 'ready')

const pip = ['-m', 'pip', '--disable-pip-version-check', '--no-input', '--retries', '1', '--timeout', '15']

export const isReady = (group: string, python: Python): boolean =>
  existsSync(readyMark(folderOf(group, python)))

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.slice(0, 200) ?? ''

/** Why packages cannot be fetched; null when they can. Asks for the one package of a group. */
export const missingRegistry = async (group: string, python: Python): Promise<string | null> => {
  const [requirement = ''] = readFileSync(requirementsOf(group), 'utf8').split('\n')
  const target = mkdtempSync(join(tmpdir(), 'ligature-peers-'))
  try {
    const args = [...pip, 'download', '--quiet', '--no-deps', '--dest', target, requirement]
    const { ok, stderr } = await run(python.program, args, { seconds: 120 })
    return ok ? null : lastLine(stderr)
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
}

/** The Python of a group's environment, made first where it is not there; a sentence where it cannot be made. */
export const environmentOf = async (
  group: string,
  python: Python,
  say: (line: string) => void,
): Promise<{ program: string } | { failure: string }> => {
  const folder = folderOf(group, python)
  const program = programIn(folder)
  if (existsSync(readyMark(folder))) return { program }
  say(`${group}: making its environment in ${folder} …`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(cacheFolder(), { recursive: true })
  const made = await run(python.program, ['-m', 'venv', folder], { seconds: 300 })
  if (!made.ok) return { failure: `no environment: ${lastLine(made.stderr)}` }
  const installed = await run(program, [...pip, 'install', '--quiet', '-r', requirementsOf(group)], {
    seconds: 1800,
  })
  if (!installed.ok) return { failure: `its packages cannot be installed: ${lastLine(installed.stderr)}` }
  writeFileSync(readyMark(folder), '')
  return { program }
}
