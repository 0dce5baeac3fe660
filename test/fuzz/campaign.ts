import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { type CaseResult, createPlayer, limits } from './player.ts'
import { samplesOf } from './samples.ts'

export interface Row {
  cases: number
  refused: number
  imported: number
  slowestMs: number
  /** Number of the case that took longest. */
  slowest: number
  mostMb: number
}

export type Failure = Omit<CaseResult, 'faults'> & { readonly fault: string }

export interface Campaign {
  readonly rows: ReadonlyMap<string, Row>
  readonly failures: readonly Failure[]
}

interface Options {
  readonly cases: number
  readonly seed: number
  readonly first?: number
  /** Processes that play at the same time. */
  readonly lanes?: number
  readonly say?: (line: string) => void
}

/** Cases between two lines of progress. */
const told = 1000

export const runCampaign = async ({
  cases,
  seed,
  first = 0,
  lanes = 1,
  say = () => {},
}: Options): Promise<Campaign> => {
  const { samples, folder } = await samplesOf()
  const samplesAt = join(folder, 'samples')
  writeFileSync(samplesAt, serialize(samples))
  const rows = new Map<string, Row>()
  const failures: Failure[] = []
  let next = first
  let done = 0

  const enter = ({ faults, ...result }: CaseResult): void => {
    const { number, format, what, imported, ms, mb } = result
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
      failures.push({ ...result, fault })
      say(`case ${number} (${format}; ${what}): ${fault}`)
    }
    done += 1
    if (done % told === 0) say(`${done} of ${cases} cases, ${failures.length} failures`)
  }
  const lane = async (): Promise<void> => {
    const player = createPlayer(samples, seed, samplesAt)
    try {
      while (next < first + cases) {
        const number = next
        next += 1
        enter(await player.play(number))
      }
    } finally {
      await player.end()
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { rows, failures }
}
