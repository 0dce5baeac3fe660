import { fork } from 'node:child_process'
import { join } from 'node:path'
import { makeCase, type Sample } from './cases.ts'

/** A case for a process, and where that finds the samples. */
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
  /** Of the processor's time: what else the machine does is not counted. */
  readonly ms: number
  /** The most memory the process had meanwhile. */
  readonly mb: number
}

/** What a process tells: that it has started, an error nobody waited for, what came of a case. */
export type Told = 'ready' | { readonly stray: string } | CaseResult

/** A case may take so much of the processor's time and the process so much memory. */
export const limits = { ms: 5000, mb: 1024 } as const

/** A process is ended and another one started after so many cases or so much memory: what one case leaves is not the next one's. */
const fresh = { cases: 500, mb: 600 } as const

/** Beyond this a case hangs, however busy the machine is. */
const killAfterMs = 120_000

/** A process that passes cases, and everything it tells in order; its end comes last. */
const startProcess = () => {
  const child = fork(join(import.meta.dirname, 'child.ts'), {
    execArgv: [`--max-old-space-size=${limits.mb}`, '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const told: (Told | { ended: string })[] = []
  let wake: () => void = () => {}
  let errors = ''
  const tell = (it: Told | { ended: string }): void => {
    told.push(it)
    wake()
  }
  child.stderr!.on('data', (piece) => {
    errors = `${errors}${piece}`.slice(-2000)
  })
  child.on('message', (it) => tell(it as Told))
  const gone = new Promise<void>((resolve) =>
    child.once('exit', (code, signal) => {
      tell({ ended: `the process ended (${signal ?? code}) ${errors}` })
      resolve()
    }),
  )
  return {
    passed: 0,
    send: (order: ChildOrder): void => void child.send(order),
    next: async (): Promise<Told | { ended: string }> => {
      const until = Date.now() + killAfterMs
      while (told.length === 0) {
        let timer: NodeJS.Timeout | undefined
        await new Promise<void>((resolve) => {
          wake = resolve
          timer = setTimeout(resolve, until - Date.now())
        })
        clearTimeout(timer)
        if (told.length === 0 && Date.now() >= until) {
          child.kill('SIGKILL')
          return { ended: `hangs: no answer in ${killAfterMs / 1000} s` }
        }
      }
      return told.shift()!
    },
    end: async (): Promise<void> => {
      if (child.exitCode === null && child.signalCode === null && child.connected) child.send('end')
      await gone
    },
  }
}

/** Plays cases one after the other in processes of its own. */
export const createPlayer = (samples: readonly Sample[], seed: number, samplesAt: string) => {
  let running: ReturnType<typeof startProcess> | null = null

  const end = async (): Promise<void> => {
    const ended = running
    running = null
    await ended?.end()
  }
  const once = async (number: number): Promise<CaseResult> => {
    running ??= startProcess()
    const process_ = running
    process_.send({ seed, number, samplesAt })
    const strays: string[] = []
    for (;;) {
      const it = await process_.next()
      if (it === 'ready') continue
      if ('stray' in it) strays.push(`nobody caught: ${it.stray}`)
      else if ('ended' in it) {
        running = null
        const { format, what } = makeCase(samples, seed, number)
        return {
          number,
          format,
          what,
          imported: false,
          faults: [...strays, it.ended],
          ms: killAfterMs,
          mb: 0,
        }
      } else {
        process_.passed += 1
        return { ...it, faults: [...strays, ...it.faults] }
      }
    }
  }
  return {
    end,
    /** Once more alone, where only the machine may have been busy or the process full. */
    play: async (number: number): Promise<CaseResult> => {
      let result = await once(number)
      if (result.faults.length === 0 && (result.ms > limits.ms || result.mb > limits.mb)) {
        await end()
        result = await once(number)
      }
      if ((running?.passed ?? 0) >= fresh.cases || result.mb > fresh.mb) await end()
      return result
    },
  }
}
