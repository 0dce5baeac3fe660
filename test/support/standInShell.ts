import { fileURLToPath } from 'node:url'
import { runBrowserShell } from '../../main/shell/browser/index.ts'
import { parseLaunchArguments } from '../../main/shell/launch/arguments.ts'

/* The browser shell over the stand-in core, as a process of its own. */

process.exitCode = await runBrowserShell({
  ...parseLaunchArguments(process.argv.slice(2), process.cwd()),
  version: '0.0.0',
  startFolder: process.cwd(),
  sampleFolder: '/nowhere',
  pagesFolder: fileURLToPath(new URL('./pages/', import.meta.url)),
  coreWorkerUrl: new URL('./standInCore.ts', import.meta.url),
  jobWorkerUrl: new URL('./standInCore.ts', import.meta.url),
})
