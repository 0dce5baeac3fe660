import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const child = (name: string): string => fileURLToPath(new URL(`children/${name}.ts`, import.meta.url))

interface Ran {
  /** From the start of the process to its word, in milliseconds. */
  readonly took: number
  /** Resident memory in MB: the most there was, and what there was at the end. */
  readonly peak: number
  readonly now: number
}

/** Runs a process of `children/` to its end. @throws Error when it ended badly or without a word */
export const runChild = (name: string, args: readonly string[]): Promise<Ran> =>
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
