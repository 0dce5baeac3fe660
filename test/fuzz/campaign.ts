import { type ChildProcess, fork } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { makeCase } from './cases.ts'
import { samplesOf } from './samples.ts'

export interface ChildOrder {
  readonly seed: number
  readonly number: number
  readonly samplesAt: string
}

export interface CaseResult {
  readonly number: number
  readonly format: string
  readonly what: string
  readonly imported: boolean
  readonly faults: readonly string[]
  readonly ms: number
  /** The most memory the process had meanwhile. */
  readonly mb: number
}

export interface Row {
  cases: number
  refused: number
  imported: number
  slowestMs: number
  /** Number of the case that took longest. */
  slowest: number
  mostMb: number
}

export interface Campaign {
  readonly rows: ReadonlyMap<string, Row>
  readonly failures: readonly (Omit<CaseResult, 'faults'> & { fault: string })[]
}

/** A case may take so long and the process so much. */
export const limits = { ms: 5000, mb: 1024 } as const

/** A process is ended and another one started after so many cases or so much memory: what one case leaves is not the next one's. */
const fresh = { cases: 500, mb: 600 } as const

/** Beyond this a case hangs. */
const killAfterMs = 30_000

interface Options {
  readonly cases: number
  readonly seed: number
  readonly first?: number
  readonly say?: (line: string) => void
}

type Answer = 'ready' | CaseResult | { stray: string }

const startChild = (): ChildProcess =>
  fork(join(import.meta.dirname, 'child.ts'), {
    execArgv: [`--max-old-space-size=${limits.mb}`, '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })

/** The next word of a child, or what ended it. */
const answerOf = (child: ChildProcess): Promise<Answer | { ended: string }> =>
  new Promise((resolve) => {
    let errors = ''
    const done = (answer: Answer | { ended: string }): void => {
      clearTimeout(timer)
      child.removeAllListeners('message').removeAllListeners('exit')
      child.stderr?.removeAllListeners('data')
      resolve(answer)
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      done({ ended: `hangs: no answer in ${killAfterMs / 1000} s` })
    }, killAfterMs)
    child.stderr?.on('data', (piece) => (errors = `${errors}${piece}`.slice(-2000)))
    child.once('message', (it) => done(it as Answer))
    child.once('exit', (code, signal) => done({ ended: `the process ended (${signal ?? code}) ${errors}` }))
  })

export const runCampaign = async ({ cases, seed, first = 0, say }: Options): Promise<Campaign> => {
  const { samples, folder } = await samplesOf()
  const samplesAt = join(folder, 'samples')
  writeFileSync(samplesAt, serialize(samples))
  const rows = new Map<string, Row>()
  const failures: (Omit<CaseResult, 'faults'> & { fault: string })[] = []
  let child: ChildProcess | null = null
  let passed = 0

  const end = async (): Promise<void> => {
    const ended = child
    child = null
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return
    const gone = new Promise((resolve) => ended.once('exit', resolve))
    ended.send('end')
    await gone
  }
  const perform = async (number: number): Promise<CaseResult> => {
    if (!child) {
      child = startChild()
      passed = 0
      await answerOf(child)
    }
    child.send({ seed, number, samplesAt })
    const strays: string[] = []
    for (;;) {
      const answer = await answerOf(child)
      if (answer === 'ready') continue
      if ('stray' in answer) strays.push(`nobody caught: ${answer.stray}`)
      else if ('ended' in answer) {
        child = null
        const { format, what } = makeCase(samples, seed, number)
        return {
          number,
          format,
          what,
          imported: false,
          faults: [...strays, answer.ended],
          ms: killAfterMs,
          mb: 0,
        }
      } else {
        passed += 1
        return { ...answer, faults: [...strays, ...answer.faults] }
      }
    }
  }
  /** Once more alone, where only the machine may have been busy or the process full. */
  const settled = async (number: number): Promise<CaseResult> => {
    const result = await perform(number)
    if (result.faults.length > 0 || (result.ms <= limits.ms && result.mb <= limits.mb)) return result
    await end()
    return perform(number)
  }
  try {
    for (let number = first; number < first + cases; number += 1) {
      const result = await settled(number)
      const { format, imported, ms, mb, faults, what } = result
      const row = rows.get(format) ?? {
        cases: 0,
        refused: 0,
        imported: 0,
        slowestMs: 0,
        slowest: number,
        mostMb: 0,
      }
      rows.set(format, row)
      row.cases += 1
      row[imported ? 'imported' : 'refused'] += 1
      if (ms > row.slowestMs) Object.assign(row, { slowestMs: ms, slowest: number })
      row.mostMb = Math.max(row.mostMb, mb)
      const all = [...faults]
      if (faults.length === 0 && ms > limits.ms) all.push(`slow: ${Math.round(ms)} ms`)
      if (mb > limits.mb) all.push(`memory: ${Math.round(mb)} MB`)
      for (const fault of all) {
        failures.push({ number, format, what, imported, ms, mb, fault })
        say?.(`case ${number} (${format}; ${what}): ${fault}`)
      }
      if (passed >= fresh.cases || mb > fresh.mb) await end()
    }
  } finally {
    await end()
    rmSync(folder, { recursive: true, force: true })
  }
  return { rows, failures }
}
