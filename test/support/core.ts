import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Core, createCore } from '../../main/core/createCore.ts'
import type { EndpointOf, Input, MethodName, Output } from '../../shared/contract/define.ts'
import type { CoreEvent } from '../../shared/contract/events.ts'
import type { CoreContract } from '../../shared/contract/index.ts'
import type { JobState } from '../../shared/contract/jobs.ts'

process.env.LIGATURE_CHECK_OUTPUT = '1'

type Method = MethodName<CoreContract>
type In<M extends Method> = Input<EndpointOf<CoreContract, M>>
type Out<M extends Method> = Output<EndpointOf<CoreContract, M>>

export const sampleFolder = fileURLToPath(new URL('../../assets/sample', import.meta.url))
export const jobWorkerUrl = new URL('../../main/shell/worker/jobWorker.ts', import.meta.url)

/** A real core on real files in a folder of its own. */
export interface TestCore {
  readonly core: Core
  readonly folder: string
  readonly events: CoreEvent[]
  /** The value of a call; throws the failure's code and message. */
  ask<M extends Method>(method: M, input: In<M>): Promise<Out<M>>
  /** Starts a job and waits for its end; throws when it failed. */
  job<M extends Method>(method: M, input: In<M>): Promise<JobState>
  close(): Promise<void>
}

export const startTestCore = (given?: string, listen: (event: CoreEvent) => void = () => {}): TestCore => {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'ligature-test-'))
  const events: CoreEvent[] = []
  const core = createCore({
    dataFolder: folder,
    sampleFolder,
    jobWorkerUrl,
    personName: userInfo().username,
    emit: (event) => {
      events.push(event)
      listen(event)
    },
  })
  const ask: TestCore['ask'] = async (method, input) => {
    const reply = await core.dispatch(method, input)
    if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`)
    return reply.value as never
  }
  return {
    core,
    folder,
    events,
    ask,
    job: async (method, input) => {
      const { jobId } = (await ask(method, input)) as { jobId: string }
      for (;;) {
        const state = (await ask('jobs.list', {})).find((it) => it.id === jobId)!
        if (state.state === 'done') return state
        if (state.state !== 'running') throw new Error(`${state.error?.code}: ${state.error?.message}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    close: async () => {
      await core.close()
      if (!given) rmSync(folder, { recursive: true, force: true })
    },
  }
}
