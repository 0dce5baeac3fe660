import type { MessageKey } from '@shared/messages/index.ts'
import { call } from '../api/client.ts'
import { text } from './i18n.ts'
import { type OverlayProps, useOverlays } from './overlays.ts'

type OpenWhat = 'project' | 'articles' | 'folder' | 'dataset'
type SaveWhat = 'project' | 'export' | 'picture'

const openTitles: Readonly<Record<OpenWhat, MessageKey>> = {
  project: 'browse.openProject',
  articles: 'browse.openArticles',
  folder: 'browse.openFolder',
  dataset: 'browse.openDataset',
}
const saveTitles: Readonly<Record<SaveWhat, MessageKey>> = {
  project: 'browse.saveProject',
  export: 'browse.saveExport',
  picture: 'browse.savePicture',
}
const endings: Readonly<Record<OpenWhat, string[]>> = {
  project: ['.ligature'],
  articles: [],
  folder: [],
  dataset: ['.jsonl'],
}

const browse = (props: Omit<OverlayProps['browse'], 'onDone'>): Promise<string[] | null> =>
  new Promise((resolve) => useOverlays.getState().open('browse', { ...props, onDone: resolve }))

/** Endings of everything that can be read, without the dot. */
const readable = async (): Promise<string[]> => {
  const formats = await call('imports.formats', {})
  return [...new Set(formats.flatMap((it) => it.extensions))].sort()
}

/** Lets a person choose files or a folder on disk: the system's dialog where there is one, else our own. Empty when cancelled. */
export const pickToOpen = async (what: OpenWhat): Promise<string[]> => {
  const extensions = what === 'articles' ? await readable() : []
  const { paths } = await call('host.pickToOpen', { what, ...(extensions.length > 0 && { extensions }) })
  if (paths) return paths
  const info = await call('host.info', {})
  const chosen = await browse({
    what: what === 'folder' ? 'openFolder' : 'open',
    title: text(openTitles[what]),
    many: what === 'articles',
    endings: what === 'articles' ? extensions.map((it) => `.${it}`) : endings[what],
    suggestedName: '',
    startIn: what === 'project' ? info.folders.projects : info.folders.documents,
  })
  return chosen ?? []
}

/** Lets a person say where a new file or folder goes; null when cancelled. */
export const pickToSave = async (what: SaveWhat, suggestedName: string): Promise<string | null> => {
  const native = await call('host.pickToSave', { what, suggestedName })
  if (native.native) return native.path
  const info = await call('host.info', {})
  const chosen = await browse({
    what: 'save',
    title: text(saveTitles[what]),
    many: false,
    endings: [],
    suggestedName,
    startIn: what === 'project' ? info.folders.projects : info.folders.exports,
  })
  return chosen?.[0] ?? null
}
