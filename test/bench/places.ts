import { fileURLToPath } from 'node:url'

/* Where the parts of the core are, for processes that must not load it twice. */

export const sampleFolder = fileURLToPath(new URL('../../assets/sample', import.meta.url))
export const coreWorkerUrl = new URL('../../main/shell/worker/coreWorker.ts', import.meta.url)
export const jobWorkerUrl = new URL('../../main/shell/worker/jobWorker.ts', import.meta.url)
