import { Worker } from 'node:worker_threads'
import type { CoreEvent } from '../../../shared/contract/events.ts'
import type { Reply } from '../../../shared/contract/reply.ts'
import type { CoreWorkerData, FromCore, ToCore } from './protocol.ts'

/** The core as a shell sees it: calls in, events out, and an orderly end. */
export interface CoreClient {
  call(method: string, input: unknown): Promise<Reply>
  /** The same, as the JSON text it comes in: for passing on to a window. */
  callText(method: string, input: unknown): Promise<string>
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: CoreEvent) => void): () => void
  /** Lets running calls end, closes the project and ends the worker. */
  close(): Promise<void>
}

export interface CoreClientOptions extends Omit<CoreWorkerData, 'jobWorkerUrl'> {
  coreWorkerUrl: URL
  jobWorkerUrl: URL
  /** The worker died; the shell tells the user and restarts or ends. */
  onCrash(error: Error): void
}

const crashed = JSON.stringify({
  ok: false,
  error: {
    code: 'internal',
    message: 'The core has stopped. Everything acknowledged is in the project file; start the program again.',
  },
} satisfies Reply)

/** Starts the core in its worker and resolves when it answers. */
export const startCore = (options: CoreClientOptions): Promise<CoreClient> => {
  const { coreWorkerUrl, jobWorkerUrl, onCrash, ...data } = options
  const worker = new Worker(coreWorkerUrl, {
    workerData: { ...data, jobWorkerUrl: jobWorkerUrl.href } satisfies CoreWorkerData,
  })
  const pending = new Map<number, (reply: string) => void>()
  const listeners = new Set<(event: CoreEvent) => void>()
  let nextId = 1
  let closing = false
  let ended = false
  let closed: () => void = () => {}
  const whenClosed = new Promise<void>((resolve) => {
    closed = resolve
  })

  const send = (message: ToCore): void => worker.postMessage(message)
  const callText: CoreClient['callText'] = (method, input) => {
    if (ended) return Promise.resolve(crashed)
    return new Promise((resolve) => {
      const id = nextId++
      pending.set(id, resolve)
      send({ type: 'call', id, method, input })
    })
  }
  const client: CoreClient = {
    call: async (method, input) => JSON.parse(await callText(method, input)) as Reply,
    callText,
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      if (!closing && !ended) {
        closing = true
        send({ type: 'close' })
      }
      await whenClosed
    },
  }

  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromCore) => {
      if (message.type === 'ready') resolve(client)
      else if (message.type === 'event') for (const listener of listeners) listener(message.event)
      else if (message.type === 'reply') {
        pending.get(message.id)?.(message.reply)
        pending.delete(message.id)
      }
    })
    worker.on('error', (error: Error) => {
      reject(error)
      if (!closing) onCrash(error)
    })
    worker.on('exit', () => {
      ended = true
      for (const settle of pending.values()) settle(crashed)
      pending.clear()
      closed()
    })
  })
}
