import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'

/** What a window's page may do: nothing that a web page may not. */
export const webPreferences = (preload: string, packaged: boolean) =>
  ({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !packaged,
    preload,
  }) satisfies WebPreferences

export const windowOptions = (preload: string, packaged: boolean): BrowserWindowConstructorOptions => ({
  width: 1600,
  height: 1000,
  minWidth: 900,
  minHeight: 600,
  show: false,
  webPreferences: webPreferences(preload, packaged),
})
