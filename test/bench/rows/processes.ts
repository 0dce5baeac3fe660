import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Measured, Row } from '../measure.ts'
import { runChild } from '../runChild.ts'

const gigabytes = (path: string): string => `${(statSync(path).size / 2 ** 30).toFixed(2)} GB`

export const start: Row = {
  id: 'start',
  run: async ({ workingCopy, scratch, quick }) => {
    const [ours, bare]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < (quick ? 2 : 7); turn += 1) {
      ours.push((await runChild('core', [join(scratch, 'home'), workingCopy, 'start'])).took)
      bare.push((await runChild('bare', [workingCopy])).took)
    }
    const what = `start on a project of ${gigabytes(workingCopy)}: process → first page of the corpus list`
    const baseline = 'bare Node + better-sqlite3: open and count'
    return [{ what, baseline, unit: 'ms', ours, bare, goal: { p95: 1500 } } satisfies Measured]
  },
}

export const memory: Row = {
  id: 'memory',
  run: async ({ project, workingCopy, scratch }) => {
    const ours = await runChild('core', [join(scratch, 'home'), workingCopy, 'work'])
    const bare = await runChild('bare', [workingCopy])
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
