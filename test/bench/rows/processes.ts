import { fork } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Measured, Row } from '../measure.ts'

const child = (name: string): string => fileURLToPath(new URL(`../children/${name}.ts`, import.meta.url))

interface Ran {
  /** From the start of the process to its word, in milliseconds. */
  readonly took: number
  /** Resident memory in MB: the most there was, and what there was at the end. */
  readonly peak: number
  readonly now: number
}

const run = (name: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    let ran: Ran | null = null
    const process_ = fork(child(name), args)
    process_.once('message', (message) => {
      ran = { took: performance.now() - started, ...(message as Omit<Ran, 'took'>) }
    })
    process_.once('exit', (code) =>
      ran && code === 0 ? resolve(ran) : reject(new Error(`children/${name} ended with ${code}.`)),
    )
  })

const gigabytes = (path: string): string => `${(statSync(path).size / 2 ** 30).toFixed(2)} GB`

export const start: Row = {
  id: 'start',
  run: async ({ workingCopy, scratch, quick }) => {
    const [ours, bare]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < (quick ? 2 : 7); turn += 1) {
      ours.push((await run('core', [join(scratch, 'home'), workingCopy, 'start'])).took)
      bare.push((await run('bare', [workingCopy])).took)
    }
    const what = `start on a project of ${gigabytes(workingCopy)}: process → first page of the corpus list`
    const baseline = 'bare Node + better-sqlite3: open and count'
    return [{ what, baseline, unit: 'ms', ours, bare, goal: { p95: 1500 } } satisfies Measured]
  },
}

export const memory: Row = {
  id: 'memory',
  run: async ({ project, workingCopy, scratch }) => {
    const ours = await run('core', [join(scratch, 'home'), workingCopy, 'work'])
    const bare = await run('bare', [workingCopy])
    const what = `memory of the core after a day's work, ${project.articles.toLocaleString('en')} articles`
    const baseline = 'bare Node + better-sqlite3: open and count'
    return (['now', 'peak'] as const).map((it) => ({
      what: `${what} (${it === 'now' ? 'at the end' : 'most there was'})`,
      baseline,
      unit: 'MB',
      ours: [ours[it]],
      bare: [bare[it]],
      goal: { p95: 300 },
    }))
  },
}
