import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as electron from 'electron'
import { isCommandLine } from '../cli/isCommandLine.ts'
import { runCommand } from './commandLine.ts'
import { runElectron } from './program.ts'

/* Entry of the product, built to dist/main/index.mjs. */

const here = dirname(fileURLToPath(import.meta.url))
const { app } = electron

/** Threads load their code from plain files: packed, these lie beside the archive. */
const unpacked = (file: string): URL =>
  new URL(new URL(file, import.meta.url).href.replace('/app.asar/', '/app.asar.unpacked/'))

const args = process.argv.slice(1)
const place = {
  startFolder: process.cwd(),
  sampleFolder: app.isPackaged
    ? join(process.resourcesPath, 'sample')
    : join(here, '..', '..', 'assets', 'sample'),
  coreWorkerUrl: unpacked('./coreWorker.mjs'),
  jobWorkerUrl: unpacked('./jobWorker.mjs'),
}
const window = { preload: join(here, 'preload.cjs'), pagesFolder: join(here, '..', 'renderer') }

const running = isCommandLine(args)
  ? runCommand(app, args, place)
  : runElectron(electron, { ...place, ...window, args })
running.catch((error: Error) => {
  electron.dialog.showErrorBox('Ligature', error.message)
  app.exit(1)
})
