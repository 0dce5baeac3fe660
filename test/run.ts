import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { testBrowser } from './support/testBrowser.ts'

/* `npm test`: every check in turn, one line each. `node test/run.ts format types` runs some of them. */

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (script: string, ...args: string[]): string[] => [`node_modules/${script}`, ...args]
const biome = (...args: string[]) => bin('@biomejs/biome/bin/biome', ...args, '--diagnostic-level=error')
const tsc = (folder: string) => bin('typescript/bin/tsc', '-p', folder)
const vitest = (...folders: string[]) =>
  bin('vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...folders)
const vite = (config: string, ...args: string[]) =>
  bin('vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn', ...args)

interface Step {
  name: string
  /** Arguments for Node, one list per command. */
  commands: readonly (readonly string[])[]
  /** Why the step cannot run here; null when it can. */
  obstacle?(): string | null
}

/** A Chromium to drive, installed first where that is ours to do. */
const missingBrowser = (): string | null => {
  if (testBrowser()) return null
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing Chromium: apt-get install chromium …')
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    spawnSync('apt-get', ['update'], options)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options)
    if (testBrowser()) return null
  }
  return 'No browser to test in. Install Chromium, Chrome or Edge, run `npx playwright install chromium`, or name one in LIGATURE_BROWSER.'
}

const steps: readonly Step[] = [
  { name: 'format', commands: [biome('format', '.')] },
  { name: 'lint', commands: [biome('check', '--formatter-enabled=false', '.')] },
  { name: 'types', commands: ['shared', 'main', 'renderer', 'test'].map(tsc) },
  { name: 'boundaries', commands: [vitest('test/architecture')] },
  { name: 'unit', commands: [vitest('test/unit')] },
  {
    name: 'build',
    commands: [
      vite('renderer/vite.config.ts'),
      vite('main/vite.config.ts'),
      vite('main/vite.config.ts', '--mode', 'preload'),
    ],
  },
  { name: 'conformance', commands: [vitest('test/conformance')] },
  {
    name: 'e2e',
    commands: [bin('@playwright/test/cli.js', 'test', '--config', 'test/e2e/playwright.config.ts')],
    obstacle: missingBrowser,
  },
]

interface Outcome {
  passed: number
  failed: number
  skipped: number
  output: string
}

const run = (args: readonly string[]): Promise<{ ok: boolean; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (piece) => (output += piece))
    child.stderr.on('data', (piece) => (output += piece))
    child.once('close', (code) => resolve({ ok: code === 0, output: stripVTControlCharacters(output) }))
  })

/** What the last summary line of a test runner says, e.g. `Tests  2 failed | 51 passed | 1 skipped (54)`. */
const count = (output: string, word: string): number =>
  Number([...output.matchAll(new RegExp(`^(?: +Tests .*?| +)(\\d+) ${word}\\b`, 'gm'))].at(-1)?.[1] ?? 0)

/** Test files whose process the system ended, with nothing else wrong; [] where anything failed. */
const crashedIn = (output: string): string[] =>
  count(output, 'failed') > 0
    ? []
    : [...output.matchAll(/Worker exited unexpectedly with signal \w+ .* test file (\S+)/g)].map(
        (it) => it[1]!,
      )

/**
 * A crash of the engine or of a native module takes the tests of its file along and says nothing of them: the file gets
 * one more chance, in the open.
 */
const runWithSecondChance = async (command: readonly string[]): ReturnType<typeof run> => {
  const first = await run(command)
  const crashed = first.ok ? [] : crashedIn(first.output)
  if (crashed.length === 0) return first
  console.log(`crashed once and run again: ${crashed.join(', ')}`)
  const second = await run(vitest(...crashed))
  return second.ok ? { ok: true, output: first.output } : second
}

const perform = async (step: Step): Promise<Outcome> => {
  const obstacle = step.obstacle?.() ?? null
  if (obstacle) return { passed: 0, failed: 1, skipped: 0, output: obstacle }
  const total: Outcome = { passed: 0, failed: 0, skipped: 0, output: '' }
  for (const command of step.commands) {
    const { ok, output } = await runWithSecondChance(command)
    const passed = count(output, 'passed')
    const failed = count(output, 'failed')
    // A command that counts no tests counts as one itself; one that fails without a failed test still fails.
    total.passed += passed || (ok ? 1 : 0)
    total.failed += failed || (ok ? 0 : 1)
    total.skipped += count(output, 'skipped')
    if (!ok) total.output += output
  }
  return total
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. Steps: ${steps.map((it) => it.name).join(' ')}`)
  process.exit(2)
}

let passed = 0
let failed = 0
for (const step of steps.filter((it) => wanted.length === 0 || wanted.includes(it.name))) {
  const started = performance.now()
  const outcome = await perform(step)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  passed += outcome.passed
  failed += outcome.failed
  const skipped = outcome.skipped ? `, ${outcome.skipped} skipped` : ''
  if (outcome.output) console.log(outcome.output.trimEnd())
  console.log(
    `${outcome.failed ? 'failed' : 'ok    '}  ${step.name.padEnd(12)} ${outcome.passed} passed, ${outcome.failed} failed${skipped}  ${seconds} s`,
  )
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
