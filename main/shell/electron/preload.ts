import { contextBridge, ipcRenderer, webUtils } from 'electron'

/* All that a page gets: three doors that do not grow with the contract. Built as one CommonJS file, as sandboxed preloads must be. */

/** Passes on what comes over a channel, without Electron's event object; returns the function that ends it. */
const listen =
  (channel: 'event' | 'menu') =>
  (listener: (value: unknown) => void): (() => void) => {
    const forward = (_event: unknown, value: unknown): void => listener(value)
    ipcRenderer.on(channel, forward)
    return () => {
      ipcRenderer.off(channel, forward)
    }
  }

contextBridge.exposeInMainWorld('ligature', {
  call: (method: unknown, input: unknown) => ipcRenderer.invoke('call', method, input),
  on: listen('event'),
  host: {
    pathOf: (file: File) => webUtils.getPathForFile(file),
    onMenu: listen('menu'),
  },
})
