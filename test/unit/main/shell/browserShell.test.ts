import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

const entry = fileURLToPath(new URL('../../../support/standInShell.ts', import.meta.url))

let home: string
const children: ChildProcess[] = []

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'ligature-home-'))
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

const diary = (): string[] => readFileSync(join(home, 'diary'), 'utf8').trim().split('\n')

/** Starts the shell and gives its output as it comes. */
const start = (args: string[] = ['--no-open'], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, LIGATURE_HOME: home, ...env },
  })
  children.push(child)
  let output = ''
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = new Promise<string>((resolve, reject) => {
    const take = (piece: Buffer): void => {
      output += piece
      const found = /http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}/.exec(output)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('exit', () => reject(new Error(output)))
  })
  url.catch(() => {})
  return { child, exit, url, output: () => output }
}

const call = async (url: string, method: string) => {
  const { origin, hash } = new URL(url)
  const headers = { authorization: `Bearer ${hash.slice(3)}`, origin, 'content-type': 'application/json' }
  const response = await fetch(`${origin}/call`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ method, input: {} }),
  })
  return (await response.json()) as { ok: boolean; value?: unknown; error?: { code: string } }
}

it('prints the URL, opens the sample, and serves until Ctrl+C, which closes the core', async () => {
  const shell = start()
  const url = await shell.url
  expect(diary()).toEqual(['ready', 'projects.recent {}', 'projects.openSample {}'])
  expect(await (await fetch(new URL('/', url))).text()).toContain('Stand-in')
  shell.child.kill('SIGINT')
  expect(await shell.exit).toBe(0)
  expect(diary().at(-1)).toBe('close')
})

it('lets a running call end before it closes', async () => {
  const shell = start()
  const url = await shell.url
  const slow = call(url, 'jobs.list')
  await expect.poll(diary).toContain('jobs.list {}')
  shell.child.kill('SIGTERM')
  expect((await slow).ok).toBe(true)
  expect(await shell.exit).toBe(0)
})

it('does not wait for an open event stream', async () => {
  const shell = start()
  const url = new URL(await shell.url)
  const events = await fetch(`${url.origin}/events`, {
    headers: { authorization: `Bearer ${url.hash.slice(3)}` },
  })
  const reader = events.body!.getReader()
  await reader.read()
  shell.child.kill('SIGINT')
  expect(await shell.exit).toBe(0)
})

it('answers host methods itself and validates their input', async () => {
  const url = await start().url
  const info = await call(url, 'host.info')
  expect(info.value).toMatchObject({ shell: 'browser', folders: { projects: join(home, 'projects') } })
  expect((await call(url, 'host.reveal')).error?.code).toBe('invalid_input')
  expect(diary().filter((it) => it.startsWith('host.'))).toEqual([])
})

it('ends with a clear line when the given project does not open', async () => {
  const shell = start(['--no-open', 'missing.ligature'])
  expect(await shell.exit).toBe(1)
  expect(shell.output()).toContain('missing.ligature: there is no such file.')
  expect(diary().at(-1)).toBe('close')
})

it('ends with a clear line when the port is taken', async () => {
  const first = start()
  const port = new URL(await first.url).port
  const second = start(['--no-open', '--port', port])
  expect(await second.exit).toBe(1)
  expect(second.output()).toContain(`Port ${port} is taken`)
})

it.skipIf(process.platform === 'win32')('opens an app window and ends with it', async () => {
  const browser = join(home, 'browser.sh')
  writeFileSync(
    browser,
    `#!/bin/sh\necho "$@" > "${home}/arguments"\nwhile [ ! -e "${home}/closed" ]; do sleep 0.05; done\n`,
    { mode: 0o755 },
  )
  const shell = start(['--port', '0'], { DISPLAY: ':0', LIGATURE_BROWSER: browser })
  const url = await shell.url
  await expect.poll(() => existsSync(join(home, 'arguments'))).toBe(true)
  const given = readFileSync(join(home, 'arguments'), 'utf8')
  expect(given).toContain(`--app=${url} --user-data-dir=`)
  const profile = /--user-data-dir=(\S+)/.exec(given)![1]!
  expect(existsSync(profile)).toBe(true)
  writeFileSync(join(home, 'closed'), '')
  expect(await shell.exit).toBe(0)
  expect(diary().at(-1)).toBe('close')
  expect(existsSync(profile)).toBe(false)
})

it('ends when the core crashes, and says so without the token', async () => {
  const shell = start()
  const url = await shell.url
  await call(url, 'jobs.cancel').catch(() => {})
  expect(await shell.exit).toBe(1)
  expect(shell.output()).toContain('planted crash')
  expect(shell.output().split(new URL(url).hash.slice(3))).toHaveLength(2)
})
