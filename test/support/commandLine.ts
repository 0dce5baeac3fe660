import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../main/shell/cli/index.ts', import.meta.url))

export interface Run {
  readonly exit: number | null
  readonly out: string
  readonly err: string
  /** The document of `--json`. */
  readonly json: <T = unknown>() => { command: string; exit: number; result: T; error?: { code: string } }
}

export interface RunningCommand {
  readonly child: ReturnType<typeof spawn>
  readonly ended: Promise<Run>
}

/** The command line in a process of its own, called from a folder, its program data in `home` below it. */
export const commandLineIn = (folder: string) => {
  const start = (...args: string[]): RunningCommand => {
    const env = { ...process.env, INIT_CWD: folder, LIGATURE_HOME: `${folder}/home`, LC_ALL: 'en_GB.UTF-8' }
    const child = spawn(process.execPath, [entry, ...args], { cwd: folder, env })
    const said = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (it: string) => {
      said.out += it
    })
    child.stderr.setEncoding('utf8').on('data', (it: string) => {
      said.err += it
    })
    const ended = new Promise<Run>((resolve) => {
      child.on('close', (exit) => resolve({ exit, ...said, json: () => JSON.parse(said.out) }))
    })
    return { child, ended }
  }
  return { start, run: (...args: string[]): Promise<Run> => start(...args).ended }
}

/** SHA-256 of a file and of what SQLite keeps beside it, but for the index of the log, which readers may touch. */
export const bytesOf = (path: string): string[] =>
  ['', '-wal', '-journal'].map((it) =>
    existsSync(path + it)
      ? createHash('sha256')
          .update(readFileSync(path + it))
          .digest('hex')
      : '',
  )
