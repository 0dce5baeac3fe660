import type { BuiltProject } from './generator/project.ts'

/** What every row stands on. */
export interface Bench {
  readonly project: BuiltProject
  /** A folder that is thrown away at the end. */
  readonly scratch: string
  /** A copy of the project that rows may write to. */
  readonly workingCopy: string
  /** `--quick`: fewer samples. */
  readonly quick: boolean
}

/** One line of the table: the same work done by Ligature and by the named baseline, in turns. */
export interface Measured {
  readonly what: string
  readonly baseline: string
  readonly unit: 'ms' | 's' | 'MB'
  readonly ours: readonly number[]
  readonly bare: readonly number[]
  /** DESIGN §5: an upper bound of our p95, or of the ratio of the medians. */
  readonly goal: { readonly p95: number } | { readonly ratio: number } | null
}

export interface Row {
  readonly id: string
  run(bench: Bench): Promise<Measured[]>
}

export const quantile = (samples: readonly number[], q: number): number => {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)
export const p95 = (samples: readonly number[]): number => quantile(samples, 0.95)

/** Milliseconds that `work` takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Runs both sides in turns, so that what else the machine does meets both. The first turn warms up and does not count. */
export const inTurns = async (
  turns: number,
  ours: (turn: number) => unknown,
  bare: (turn: number) => unknown,
): Promise<{ ours: number[]; bare: number[] }> => {
  const result = { ours: [] as number[], bare: [] as number[] }
  for (let turn = -1; turn < turns; turn += 1) {
    const [a, b] = [await timed(() => ours(Math.max(turn, 0))), await timed(() => bare(Math.max(turn, 0)))]
    if (turn < 0) continue
    result.ours.push(a)
    result.bare.push(b)
  }
  return result
}
