import type { Output as Answer, EndpointOf, Input, MethodName } from '../../../shared/contract/define.ts'
import type { CoreContract } from '../../../shared/contract/index.ts'
import type { JobState } from '../../../shared/contract/jobs.ts'
import type { Failure } from '../../../shared/contract/reply.ts'
import { failureTextIn } from '../../../shared/messages/failure.ts'
import { startCore } from '../worker/coreClient.ts'
import { exitCodeOf } from './exitCodes.ts'
import type { Output } from './output.ts'
import { Refusal } from './refusal.ts'
import type { World } from './world.ts'

type Method = MethodName<CoreContract>

/** The core as a command sees it: calls that answer or refuse, jobs that run to their end. */
export interface CommandCore {
  /** @throws Refusal */
  ask<M extends Method>(
    method: M,
    input: Input<EndpointOf<CoreContract, M>>,
  ): Promise<Answer<EndpointOf<CoreContract, M>>>
  /** Starts a job, follows it and returns its result. @throws Refusal, also of a cancelled one */
  job<R>(method: Method, input: unknown): Promise<R>
  /** @throws Refusal `cancelled` once Ctrl+C was pressed; for between two steps of a command. */
  stopIfAsked(): void
  close(): Promise<void>
}

const refusalOf = (failure: Failure, method: string, say: Output): Refusal => {
  const detail = failure.code === 'internal' ? ` (${failure.message})` : ''
  const text = failureTextIn(failure, say.language, say.t) + detail
  return new Refusal(exitCodeOf(failure.code, method), failure.code, text)
}

const cancelled: Failure = { code: 'cancelled', message: 'Cancelled. Nothing was left half done.' }

export const openCore = async (world: World, say: Output, dataFolder: string): Promise<CommandCore> => {
  const client = await startCore({
    dataFolder,
    sampleFolder: world.sampleFolder,
    personName: world.personName,
    coreWorkerUrl: world.coreWorkerUrl,
    jobWorkerUrl: world.jobWorkerUrl,
    // Every call that waits is answered with the same by the client.
    onCrash: () => {},
  })
  const states = new Map<string, JobState>()
  const watchers = new Map<string, (state: JobState) => void>()
  client.onEvent((event) => {
    if (event.event !== 'job') return
    const state = event.payload
    states.set(state.id, state)
    say.progress(state)
    if (state.state !== 'running') watchers.get(state.id)?.(state)
  })

  const call = async (method: string, input: unknown): Promise<unknown> => {
    const reply = await client.call(method, input)
    if (!reply.ok) throw refusalOf(reply.error, method, say)
    return reply.value
  }
  const stopIfAsked = (): void => {
    if (world.interrupt.asked) throw refusalOf(cancelled, '', say)
  }
  const ended = (jobId: string): Promise<JobState> =>
    new Promise((resolve) => {
      const known = states.get(jobId)
      if (known && known.state !== 'running') resolve(known)
      else watchers.set(jobId, resolve)
    })

  return {
    ask: (method, input) => call(method, input) as never,
    job: async <R>(method: Method, input: unknown): Promise<R> => {
      stopIfAsked()
      const { jobId } = (await call(method, input)) as { jobId: string }
      const stopListening = world.interrupt.onAsk(() => void client.call('jobs.cancel', { jobId }))
      const state = await ended(jobId)
      stopListening()
      if (state.state === 'done') return state.result as R
      throw refusalOf(state.error ?? cancelled, method, say)
    },
    stopIfAsked,
    close: () => client.close(),
  }
}
