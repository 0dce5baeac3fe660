import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/* `npm run ligature -- <command>` in a clone. */

const root = fileURLToPath(new URL('../../../', import.meta.url))

// Most of a short command is reading TypeScript; what was read once is kept beside the packages, for the threads too.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'ligature')
enableCompileCache(process.env.NODE_COMPILE_CACHE)
const [{ processWorld }, { runCommandLine }] = await Promise.all([
  import('./processWorld.ts'),
  import('./run.ts'),
])

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
