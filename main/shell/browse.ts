import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import type { Output } from '../../shared/contract/define.ts'
import type { hostContract } from '../../shared/contract/index.ts'
import { LigatureError } from '../core/errors.ts'

export type Listing = Output<(typeof hostContract)['host']['browse']>

/** The same real folder, or one below it. Both paths absolute and free of links. */
export const isInside = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

const subfolders = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((it) => it.isDirectory()).map((it) => join(folder, it.name))
}

/** Where disks, sticks and network drives show up. */
const volumes = async (): Promise<string[]> => {
  if (process.platform === 'darwin') return subfolders('/Volumes')
  if (process.platform === 'win32') {
    const drives = [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`)
    const present = await Promise.all(
      drives.map((drive) =>
        stat(drive).then(
          () => drive,
          () => null,
        ),
      ),
    )
    return present.filter((it) => it !== null)
  }
  const mounted = await Promise.all([subfolders('/mnt'), subfolders('/media')])
  const personal = await Promise.all([
    subfolders(join('/media', basename(process.env.HOME ?? ''))),
    subfolders(join('/run/media', basename(process.env.HOME ?? ''))),
  ])
  return [...mounted, ...personal].flat()
}

/**
 * Lists folders for the page's own file dialog, limited to the given places and mounted volumes. The empty path is the
 * list of these places itself; no path at all is the first of them. Hidden entries are left out, folders come first.
 *
 * @throws LigatureError `not_allowed` outside these places (links are followed before the check), `io` for no folder.
 */
export const createBrowse = (places: readonly string[]) => {
  const roots = async (): Promise<string[]> => {
    const found = await Promise.all(
      [...places, ...(await volumes())].map((it) => realpath(it).catch(() => null)),
    )
    return [...new Set(found.filter((it) => it !== null))]
  }

  return async ({ path }: { path?: string | undefined }): Promise<Listing> => {
    const allowed = await roots()
    if (path === '') {
      const entries = allowed.map((it) => ({ name: it, path: it, folder: true, byteLength: 0 }))
      return { path: '', parent: null, entries }
    }
    const wanted = path ?? allowed[0] ?? ''
    const folder = await realpath(wanted).catch(() => {
      throw new LigatureError('io', `${wanted}: there is no such folder (any more).`, { path: wanted })
    })
    if (!allowed.some((it) => isInside(it, folder))) {
      throw new LigatureError(
        'not_allowed',
        `${folder}: only your home folder, the program’s own folder and mounted volumes are shown here.`,
        { path: folder },
      )
    }
    const names = await readdir(folder, { withFileTypes: true })
    const entries = await Promise.all(
      names
        .filter((it) => !it.name.startsWith('.'))
        .map(async ({ name }) => {
          const found = await stat(join(folder, name)).catch(() => null)
          if (!found || !(found.isDirectory() || found.isFile())) return null
          return {
            name,
            path: join(folder, name),
            folder: found.isDirectory(),
            byteLength: found.isFile() ? found.size : 0,
          }
        }),
    )
    const parent = dirname(folder)
    return {
      path: folder,
      parent: allowed.some((it) => isInside(it, parent)) && parent !== folder ? parent : '',
      entries: entries
        .filter((it) => it !== null)
        .sort((a, b) => Number(b.folder) - Number(a.folder) || a.name.localeCompare(b.name)),
    }
  }
}
