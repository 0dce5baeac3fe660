import { userInfo } from 'node:os'
import { openFirstProject } from '../firstProject.ts'
import { prepareFolders } from '../folders.ts'
import { createAnswer } from '../hostDispatch.ts'
import { hasDisplay, openAppWindow } from '../launch/appWindow.ts'
import { findBrowser } from '../launch/findBrowser.ts'
import { loadPages } from '../pages.ts'
import { startCore } from '../worker/coreClient.ts'
import { createDownloads } from './downloads.ts'
import { browserHost } from './host.ts'
import { startServer } from './server.ts'
import { createUploads } from './uploads.ts'

export interface BrowserShellOptions {
  /** Absolute path of the project to open, or null for the last one. */
  file: string | null
  port: number
  /** Whether to open a window; the URL is printed in any case. */
  open: boolean
  version: string
  startFolder: string
  sampleFolder: string
  /** `dist/renderer`. */
  pagesFolder: string
  coreWorkerUrl: URL
  jobWorkerUrl: URL
}

/**
 * Runs the browser shell until Ctrl+C, SIGTERM, or until the window it opened is closed.
 *
 * @returns the exit code, after the core has closed its project.
 */
export const runBrowserShell = async (options: BrowserShellOptions): Promise<number> => {
  let end: (code: number) => void = () => {}
  const ended = new Promise<number>((resolve) => {
    end = resolve
  })
  // Held from the first moment: an interruption while starting must still close what is open.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))

  const folders = prepareFolders(options.sampleFolder)
  const core = await startCore({
    dataFolder: folders.data,
    sampleFolder: folders.sample,
    personName: userInfo().username,
    coreWorkerUrl: options.coreWorkerUrl,
    jobWorkerUrl: options.jobWorkerUrl,
    onCrash: (error) => {
      console.error(
        `The core has stopped: ${error.message}\nEverything acknowledged is in the project file; start the program again.`,
      )
      end(1)
    },
  }).catch(() => null)
  if (!core) return 1
  const uploads = await createUploads()
  const closeCore = async (): Promise<void> => {
    await core.close()
    await uploads.removeAll()
  }

  const failure = await openFirstProject(core.call, options.file)
  if (failure) console.error(failure.message)
  if (failure && options.file !== null) {
    await closeCore()
    return 1
  }

  const downloads = createDownloads(folders.exports)
  const { version, startFolder } = options
  const host = browserHost({
    folders,
    version,
    startFolder,
    startFailure: failure,
    display: hasDisplay(),
  })
  const server = await startServer({
    answer: createAnswer(host, core),
    pages: loadPages(options.pagesFolder),
    uploads,
    downloads,
    port: options.port,
  }).catch(async (error: NodeJS.ErrnoException) => {
    await closeCore()
    if (error.code !== 'EADDRINUSE') throw error
    console.error(`Port ${options.port} is taken by another program. Choose another one, or none.`)
    return null
  })
  if (!server) return 1
  core.onEvent((event) => {
    downloads.follow(event)
    server.send(event)
  })

  const browser = options.open && hasDisplay() ? findBrowser() : null
  const window = browser ? openAppWindow(browser, server.url) : null
  console.log(`Ligature is at ${server.url}`)
  if (options.open && !window) {
    const missing = hasDisplay() ? 'No Chromium, Chrome or Edge was found' : 'There is no display'
    console.log(`${missing}: open this address in a browser on this machine. Ctrl+C ends the program.`)
  } else if (!window) console.log('Ctrl+C ends the program.')
  void window?.closed.then(() => end(0))

  const code = await ended
  await window?.close()
  await server.close()
  await closeCore()
  return code
}
