import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { CoreWorkerData, FromCore, ToCore } from '../../main/shell/worker/protocol.ts'

/* A worker that speaks the core's protocol and keeps a diary: for tests of how a shell starts and ends. */

const port = parentPort!
const { dataFolder } = workerData as CoreWorkerData
const post = (message: FromCore): void => port.postMessage(message)
const write = (line: string): void => appendFileSync(join(dataFolder, 'diary'), `${line}\n`)

port.on('message', async (message: ToCore) => {
  if (message.type === 'close') {
    write('close')
    post({ type: 'closed' })
    port.close()
    return
  }
  const { id, method, input } = message
  write(`${method} ${JSON.stringify(input)}`)
  if (method === 'projects.open') {
    const error = {
      code: 'project.missing',
      message: `${(input as { path: string }).path}: there is no such file.`,
    } as const
    post({ type: 'reply', id, reply: JSON.stringify({ ok: false, error }) })
    return
  }
  if (method === 'jobs.list') await new Promise((resolve) => setTimeout(resolve, 500))
  if (method === 'jobs.cancel') throw new Error('planted crash')
  post({
    type: 'reply',
    id,
    reply: JSON.stringify({ ok: true, value: method === 'projects.recent' ? [] : { method } }),
  })
})

write('ready')
post({ type: 'ready' })
