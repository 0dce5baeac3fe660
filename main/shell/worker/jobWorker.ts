import { parentPort, workerData } from 'node:worker_threads'
import type { JobOrder } from '../../core/jobs.ts'
import { runJob } from '../../core/runJob.ts'

/* One long job in a thread and on a connection of its own. */

const port = parentPort!
await runJob(workerData as JobOrder, (message) => port.postMessage(message))
