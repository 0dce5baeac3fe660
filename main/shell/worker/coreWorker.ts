import { parentPort, workerData } from 'node:worker_threads'
import { createCore } from '../../core/createCore.ts'
import type { CoreWorkerData, FromCore, ToCore } from './protocol.ts'

/* The worker that hosts the core under both shells, so that a long query never freezes a window. */

const port = parentPort!
const data = workerData as CoreWorkerData
const post = (message: FromCore): void => port.postMessage(message)

const core = createCore({
  dataFolder: data.dataFolder,
  sampleFolder: data.sampleFolder,
  personName: data.personName,
  jobWorkerUrl: new URL(data.jobWorkerUrl),
  emit: (event) => post({ type: 'event', event }),
})

port.on('message', async (message: ToCore) => {
  if (message.type === 'call') {
    const reply = await core.dispatch(message.method, message.input)
    post({ type: 'reply', id: message.id, reply: JSON.stringify(reply) })
    return
  }
  await core.close()
  post({ type: 'closed' })
  port.close()
})

post({ type: 'ready' })
