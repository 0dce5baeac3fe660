import { EventEmitter } from 'node:events'
import type { ElectronApi } from '../../main/shell/electron/program.ts'

/** One call of Electron's interface, in order. */
export type Recorded = readonly [name: string, ...args: unknown[]]

/** An event as Electron passes it to a handler that may prevent the default. */
export const plannedEvent = <T extends object>(more: T = {} as T) => {
  const event = { ...more, prevented: false, preventDefault: () => {} }
  event.preventDefault = () => {
    event.prevented = true
  }
  return event
}

/** The only double of the tests: it records what is asked of Electron and keeps the handlers it is given. */
export const createElectronDouble = () => {
  const calls: Recorded[] = []
  const handlers = new Map<string, (...args: never[]) => unknown>()
  const record =
    (name: string, result?: unknown) =>
    (...args: unknown[]): unknown => {
      calls.push([name, ...args])
      for (const arg of args) if (typeof arg === 'function') handlers.set(name, arg as never)
      return result
    }
  let ready: () => void = () => {}
  const whenReady = new Promise<void>((resolve) => {
    ready = () => {
      calls.push(['ready'])
      resolve()
    }
  })

  const emitter = <T extends object>(members: T): EventEmitter & T =>
    Object.assign(new EventEmitter(), members)
  const createContents = () =>
    emitter({
      mainFrame: { url: 'app://ligature/index.html' },
      send: record('contents.send'),
      setWindowOpenHandler: record('contents.setWindowOpenHandler'),
      setWebRTCIPHandlingPolicy: record('contents.setWebRTCIPHandlingPolicy'),
    })
  const windows: BrowserWindow[] = []
  class BrowserWindow extends EventEmitter {
    readonly webContents = createContents()
    constructor(options: unknown) {
      super()
      calls.push(['BrowserWindow', options])
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
    loadURL = async (url: string): Promise<void> => void calls.push(['window.loadURL', url])
    show = record('window.show')
    focus = record('window.focus')
    isMinimized = () => false
    restore = record('window.restore')
    setTitle = record('window.setTitle')
  }

  const session = emitter({
    setPermissionRequestHandler: record('session.setPermissionRequestHandler'),
    setPermissionCheckHandler: record('session.setPermissionCheckHandler'),
    setDevicePermissionHandler: record('session.setDevicePermissionHandler'),
    setDisplayMediaRequestHandler: record('session.setDisplayMediaRequestHandler'),
    setSpellCheckerEnabled: record('session.setSpellCheckerEnabled'),
    setProxy: record('session.setProxy', Promise.resolve()),
    webRequest: { onBeforeRequest: record('session.onBeforeRequest') },
  })
  const app = emitter({
    isPackaged: true,
    enableSandbox: record('app.enableSandbox'),
    setPath: record('app.setPath'),
    commandLine: { appendSwitch: record('app.appendSwitch') },
    requestSingleInstanceLock: record('app.requestSingleInstanceLock', true),
    whenReady: () => whenReady,
    getVersion: () => '0.0.0',
    getPreferredSystemLanguages: () => ['de-DE'],
    addRecentDocument: record('app.addRecentDocument'),
    quit: () => {
      calls.push(['app.quit'])
      app.emit('before-quit', plannedEvent())
    },
    exit: record('app.exit'),
  })
  const api = {
    app,
    BrowserWindow,
    dialog: { showErrorBox: record('dialog.showErrorBox') },
    ipcMain: { handle: record('ipcMain.handle') },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: record('Menu.setApplicationMenu'),
    },
    protocol: {
      registerSchemesAsPrivileged: record('protocol.registerSchemesAsPrivileged'),
      handle: record('protocol.handle'),
    },
    session: { defaultSession: session },
    shell: { showItemInFolder: record('shell.showItemInFolder') },
  }

  return {
    api: api as unknown as ElectronApi,
    app,
    session,
    windows,
    createContents,
    calls,
    /** The last function handed to a method, as Electron would call it. */
    handler: <A extends unknown[], R>(name: string) => handlers.get(name) as unknown as (...args: A) => R,
    ready,
    names: () => calls.map(([name]) => name),
  }
}
