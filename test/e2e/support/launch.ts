import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** A start includes the building of a stale renderer; milliseconds. */
const startTimeout = 120_000

export interface Program {
  /** The address of a window, with the token. */
  readonly url: string
  readonly home: string
  readonly process: ChildProcess
  /** Everything it has printed so far. */
  output(): string
  /** Ends it as Ctrl+C does and gives the exit code. */
  stop(): Promise<number | null>
  /** `kill -9`. */
  kill(): Promise<void>
}

export interface StartOptions {
  /** Data folder (`LIGATURE_HOME`). */
  home: string
  /** More arguments, e.g. a project file. */
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
}

/** Starts the browser shell as `npm start -- --browser --no-open` does and resolves when it serves. */
export const startProgram = ({ home, args = [], env = {} }: StartOptions): Promise<Program> => {
  const entry = join(root, 'main', 'shell', 'launch', 'start.ts')
  const child = spawn(process.execPath, [entry, '--browser', '--no-open', ...args], {
    cwd: root,
    env: { ...process.env, LIGATURE_HOME: home, LIGATURE_CHECK_OUTPUT: '1', ...env },
  })
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let output = ''
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`The program did not start:\n${output}`))
    }, startTimeout)
    const take = (piece: Buffer): void => {
      output += piece
      const url = /http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}/.exec(output)?.[0]
      if (!url) return
      clearTimeout(impatience)
      resolve({
        url,
        home,
        process: child,
        output: () => output,
        stop: () => {
          child.kill('SIGINT')
          return exit
        },
        kill: async () => {
          child.kill('SIGKILL')
          await exit
        },
      })
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('exit', (code) => {
      clearTimeout(impatience)
      reject(new Error(`The program ended with ${code} before it served:\n${output}`))
    })
  })
}

/** What must not happen in a page: errors, violations of the content security policy, requests to anywhere else. */
export const watch = (page: Page, url: string): { troubles: string[] } => {
  const troubles: string[] = []
  const { origin } = new URL(url)
  page.on('pageerror', (error) => troubles.push(`error: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('request', (request) => {
    const target = request.url()
    if (!target.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(target))
      troubles.push(`request: ${target}`)
  })
  return { troubles }
}

interface Fixtures {
  home: string
  startArguments: readonly string[]
  program: Program
  /** A page that shows the program; its test fails on errors, policy violations and foreign requests. */
  page: Page
  /** What went wrong in the page so far; a test that expects trouble empties it. */
  troubles: string[]
}

/** Playwright's `test` with a program of its own per test: empty data folder, sample project open. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'ligature-e2e-'))
    await use(home)
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  },
  startArguments: [[], { option: true }],
  program: async ({ home, startArguments }, use) => {
    const program = await startProgram({ home, args: startArguments })
    await use(program)
    await program.stop()
  },
  troubles: async ({ page: _page }, use) => use((_page as Page & { troubles: string[] }).troubles),
  page: async ({ program, page }, use) => {
    const { troubles } = watch(page, program.url)
    await page.goto(program.url)
    await use(Object.assign(page, { troubles }))
    expect(troubles).toEqual([])
  },
})

export { expect }
