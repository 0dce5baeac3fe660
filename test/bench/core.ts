import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createCore } from '../../main/core/createCore.ts'
import type { EndpointOf, Input, MethodName, Output } from '../../shared/contract/define.ts'
import type { CoreContract } from '../../shared/contract/index.ts'
import { jobWorkerUrl, sampleFolder } from './places.ts'

type Method = MethodName<CoreContract>

/** A core as the product runs it: replies are not checked against the contract. */
export interface BenchCore {
  /** How many `changed` events came. */
  changes(): number
  ask<M extends Method>(
    method: M,
    input: Input<EndpointOf<CoreContract, M>>,
  ): Promise<Output<EndpointOf<CoreContract, M>>>
  /** Starts a job and waits for its end; throws when it failed. Milliseconds from the call to the job's last word. */
  job<M extends Method>(method: M, input: Input<EndpointOf<CoreContract, M>>): Promise<number>
  close(): Promise<void>
}

export const startBenchCore = (folder: string): BenchCore => {
  mkdirSync(folder, { recursive: true })
  let changes = 0
  let jobEnded: () => void = () => {}
  const core = createCore({
    dataFolder: join(folder, 'home'),
    sampleFolder,
    jobWorkerUrl,
    personName: 'bench',
    emit: ({ event, payload }) => {
      if (event === 'changed') changes += 1
      if (event === 'job' && payload.state !== 'running') jobEnded()
    },
  })
  const ask: BenchCore['ask'] = async (method, input) => {
    const reply = await core.dispatch(method, input)
    if (!reply.ok) throw new Error(`${method}: ${reply.error.code}: ${reply.error.message}`)
    return reply.value as never
  }
  return {
    changes: () => changes,
    ask,
    job: async (method, input) => {
      const started = performance.now()
      const ended = new Promise<void>((resolve) => {
        jobEnded = resolve
      })
      const { jobId } = (await ask(method, input)) as unknown as { jobId: string }
      await ended
      const took = performance.now() - started
      const state = (await ask('jobs.list', {})).find((it) => it.id === jobId)!
      if (state.state !== 'done') throw new Error(`${method}: ${state.error?.code}: ${state.error?.message}`)
      return took
    },
    close: () => core.close(),
  }
}
