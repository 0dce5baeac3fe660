import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { processWorld } from './processWorld.ts'
import { runCommandLine } from './run.ts'

/* `npm run ligature -- <command>` in a clone. */

const root = fileURLToPath(new URL('../../../', import.meta.url))

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  processWorld({
    // npm changes into the package's folder; what a person typed is meant from where they stood.
    startFolder: process.env.INIT_CWD ?? process.cwd(),
    sampleFolder: join(root, 'assets', 'sample'),
    coreWorkerUrl: new URL('../worker/coreWorker.ts', import.meta.url),
    jobWorkerUrl: new URL('../worker/jobWorker.ts', import.meta.url),
  }),
)
