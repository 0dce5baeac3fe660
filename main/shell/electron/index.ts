import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as electron from 'electron'
import { runElectron } from './program.ts'

/* Entry of the product, built to dist/main/index.mjs. */

const here = fileURLToPath(new URL('.', import.meta.url))
const { app } = electron

/** Threads load their code from plain files: packed, these lie beside the archive. */
const unpacked = (file: string): URL =>
  new URL(new URL(file, import.meta.url).href.replace('/app.asar/', '/app.asar.unpacked/'))

runElectron(electron, {
  preload: join(here, 'preload.cjs'),
  pagesFolder: join(here, '..', 'renderer'),
  sampleFolder: app.isPackaged
    ? join(process.resourcesPath, 'sample')
    : join(here, '..', '..', 'assets', 'sample'),
  coreWorkerUrl: unpacked('./coreWorker.mjs'),
  jobWorkerUrl: unpacked('./jobWorker.mjs'),
  args: process.argv.slice(1),
  startFolder: process.cwd(),
}).catch((error: Error) => {
  electron.dialog.showErrorBox('Ligature', error.message)
  app.exit(1)
})
