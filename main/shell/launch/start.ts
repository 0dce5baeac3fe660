import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runBrowserShell } from '../browser/index.ts'
import { hasDisplay } from './appWindow.ts'
import { type LaunchArguments, parseLaunchArguments } from './arguments.ts'
import { buildStale } from './build.ts'
import { findElectron } from './electronBinary.ts'

/* `npm start`: builds what is stale, chooses the shell and runs it to its end. */

const root = fileURLToPath(new URL('../../../', import.meta.url))

// npm changes into the package's folder; what a person typed is meant from where they stood.
const startFolder = process.env.INIT_CWD ?? process.cwd()

const runElectron = (path: string, file: string | null): Promise<number> => {
  buildStale(root, ['renderer', 'main', 'preload'])
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(path, [root, ...noSandbox, ...(file ? [file] : [])], { stdio: 'inherit' })
  // Ctrl+C reaches the whole group; the window closes its project first, and this process waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 0))
  })
}

const runBrowser = (launch: LaunchArguments): Promise<number> => {
  buildStale(root, ['renderer'])
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return runBrowserShell({
    ...launch,
    version,
    startFolder,
    sampleFolder: join(root, 'assets', 'sample'),
    pagesFolder: join(root, 'dist', 'renderer'),
    coreWorkerUrl: new URL('../worker/coreWorker.ts', import.meta.url),
    jobWorkerUrl: new URL('../worker/jobWorker.ts', import.meta.url),
  })
}

const run = async (): Promise<number> => {
  const launch = parseLaunchArguments(process.argv.slice(2), startFolder)
  if (launch.shell === 'browser') return runBrowser(launch)
  const electron = hasDisplay() ? findElectron(root) : { why: 'there is no display' }
  if ('path' in electron) return runElectron(electron.path, launch.file)
  if (launch.shell === 'electron') throw new Error(`Electron cannot start: ${electron.why}.`)
  console.log(`Electron is not used: ${electron.why}. Starting the browser shell.`)
  return runBrowser(launch)
}

try {
  process.exitCode = await run()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
