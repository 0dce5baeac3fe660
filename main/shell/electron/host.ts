import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter, OpenDialogOptions, Shell } from 'electron'
import { createBrowse } from '../browse.ts'
import type { Folders } from '../folders.ts'
import type { HostHandlers } from '../hostDispatch.ts'
import { hostInfo } from '../hostInfo.ts'

export interface ElectronHostOptions {
  folders: Folders
  version: string
  dialog: Dialog
  shell: Shell
  window(): BrowserWindow | null
}

const projectFilter: FileFilter = { name: 'Ligature', extensions: ['ligature'] }

const openOptions = {
  project: { properties: ['openFile'], filters: [projectFilter] },
  articles: {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: '*', extensions: ['*'] }],
  },
  folder: { properties: ['openDirectory', 'multiSelections'] },
  dataset: { properties: ['openFile'], filters: [{ name: 'JSONL', extensions: ['jsonl'] }] },
} as const satisfies Record<string, { properties: readonly string[]; filters?: readonly object[] }>

const saveFolder = { project: 'projects', export: 'documents', picture: 'documents' } as const

/** The `host` methods over the system's own dialogs. */
export const electronHost = ({
  folders,
  version,
  dialog,
  shell,
  window,
}: ElectronHostOptions): HostHandlers => {
  const browse = createBrowse([folders.home, folders.data])
  return {
    // Why a project did not open is told by a native dialog before the window opens.
    info: () => hostInfo({ shell: 'electron', version, startFailure: null }, folders),
    pickToOpen: async ({ what, extensions = [] }) => {
      const options = structuredClone(openOptions[what]) as unknown as OpenDialogOptions
      if (what === 'articles' && extensions.length > 0)
        options.filters = [{ name: 'Ligature', extensions }, ...(options.filters ?? [])]
      const parent = window()
      const { canceled, filePaths } = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options)
      return { paths: canceled ? [] : filePaths }
    },
    pickToSave: async ({ what, suggestedName }) => {
      const options = {
        defaultPath: join(folders[saveFolder[what]], suggestedName.replace(/[/\\\0]/g, '_')),
        ...(what === 'project' && { filters: [projectFilter] }),
      }
      const parent = window()
      const { canceled, filePath } = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options)
      return { path: canceled || filePath === '' ? null : filePath, native: true }
    },
    browse: ({ path }) => browse({ path }),
    reveal: async ({ path }) => {
      shell.showItemInFolder(await realpath(path))
      return { shown: true }
    },
  }
}
