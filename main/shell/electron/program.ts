import { userInfo } from 'node:os'
import { join } from 'node:path'
import type * as Electron from 'electron'
import { actions } from '../../../shared/actions/index.ts'
import type { Output } from '../../../shared/contract/define.ts'
import type { projects } from '../../../shared/contract/projects.ts'
import { languages, type UiLanguage } from '../../../shared/messages/define.ts'
import { messages } from '../../../shared/messages/index.ts'
import { openFirstProject } from '../firstProject.ts'
import { prepareFolders } from '../folders.ts'
import { createAnswer } from '../hostDispatch.ts'
import { loadPages } from '../pages.ts'
import { type CoreClient, startCore } from '../worker/coreClient.ts'
import { electronHost } from './host.ts'
import { channels, handleCalls } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { projectFromArguments, projectPath } from './openFiles.ts'
import { appUrl, scheme } from './origin.ts'
import { createProtocolHandler } from './protocol.ts'
import { guardContents, guardSession } from './security.ts'
import { windowOptions } from './window.ts'

/** The part of Electron that is used; tests hand in a double. */
export type ElectronApi = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'protocol' | 'session' | 'shell'
>

export interface ElectronProgramOptions {
  preload: string
  /** `dist/renderer`. */
  pagesFolder: string
  sampleFolder: string
  coreWorkerUrl: URL
  jobWorkerUrl: URL
  args: readonly string[]
  startFolder: string
}

const chooseLanguage = (setting: unknown, preferred: readonly string[]): UiLanguage =>
  [setting, ...preferred.map((it) => it.split('-')[0])].flatMap(
    (it) => languages.find((known) => known === it) ?? [],
  )[0] ?? 'en'

/** The product: one window over the core. Everything before the first `await` must happen before Electron is ready. */
export const runElectron = async (electron: ElectronApi, options: ElectronProgramOptions): Promise<void> => {
  const { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell } = electron
  const folders = prepareFolders(options.sampleFolder)
  const mac = process.platform === 'darwin'

  app.enableSandbox()
  app.setPath('userData', join(folders.data, 'electron'))
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  if (!app.requestSingleInstanceLock()) return app.quit()

  let core: CoreClient | null = null
  let window: Electron.BrowserWindow | null = null
  let wanted = projectFromArguments(options.args, options.startFolder)

  const open = async (path: string): Promise<void> => {
    wanted = path
    if (!core) return
    const opened = await core.call('projects.open', { path })
    if (!opened.ok) dialog.showErrorBox('Ligature', opened.error.message)
    if (window?.isMinimized()) window.restore()
    window?.focus()
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    const project = projectPath(path, options.startFolder)
    if (project) void open(project)
  })
  app.on('second-instance', (_event, args, folder) => {
    const project = projectFromArguments(args.slice(1), folder)
    if (project) void open(project)
    else window?.focus()
  })
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => app.quit())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())

  await app.whenReady()
  guardSession(session.defaultSession, app.isPackaged)
  protocol.handle(scheme, createProtocolHandler(loadPages(options.pagesFolder)))

  const started = await startCore({
    dataFolder: folders.data,
    sampleFolder: folders.sample,
    personName: userInfo().username,
    coreWorkerUrl: options.coreWorkerUrl,
    jobWorkerUrl: options.jobWorkerUrl,
    onCrash: (error) => {
      dialog.showErrorBox(
        'Ligature',
        `The core has stopped: ${error.message}\nEverything acknowledged is in the project file; start the program again.`,
      )
      app.exit(1)
    },
  })
  core = started
  let closing = false
  app.on('before-quit', (event) => {
    if (closing) return
    event.preventDefault()
    closing = true
    void started.close().then(() => app.exit(0))
  })

  const setMenu = async (): Promise<void> => {
    const settings = await started.call('settings.get', { scope: 'app' })
    const setting = settings.ok ? (settings.value as Record<string, unknown>).language : undefined
    const language = chooseLanguage(setting, app.getPreferredSystemLanguages())
    const choose = (id: string): void => window?.webContents.send(channels.menu, id)
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate({ actions, messages, language, mac, choose })),
    )
  }
  const rememberProject = async (): Promise<void> => {
    const current = await started.call('projects.current', {})
    const project = current.ok ? (current.value as Output<typeof projects.current>) : null
    if (project && !project.isSample) app.addRecentDocument(project.path)
    window?.setTitle(project ? `${project.name} · Ligature` : 'Ligature')
  }
  started.onEvent((event) => {
    window?.webContents.send(channels.event, event)
    if (event.event !== 'refreshed') return
    if (event.payload.what.includes('setting')) void setMenu()
    if (event.payload.what.includes('projects')) void rememberProject()
  })

  const host = electronHost({ folders, version: app.getVersion(), dialog, shell, window: () => window })
  handleCalls(ipcMain, () => window?.webContents ?? null, createAnswer(host, started))

  const failure = await openFirstProject(started.call, wanted)
  if (failure) dialog.showErrorBox('Ligature', failure.message)
  await setMenu()

  window = new BrowserWindow(windowOptions(options.preload, app.isPackaged))
  window.once('ready-to-show', () => window?.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('closed', () => {
    window = null
  })
  await window.loadURL(appUrl)
  await rememberProject()
  // The packaged program's own check, for the build machines: it got here, so window, core and project are up.
  if (options.args.includes('--smoke')) app.quit()
}
