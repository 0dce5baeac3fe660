import { type FileHandle, mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { limited } from './body.ts'

/** One gigabyte. */
export const uploadLimit = 2 ** 30

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A name that is safe as the last part of a path on every platform; at most 200 UTF-16 code units. */
export const safeFileName = (name: string): string => {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '')
    .replace(/[. ]+$/, '')
    .slice(-200)
    .toWellFormed()
  if (plain === '' || /^\.+$/.test(plain)) return 'file'
  return reserved.test(plain) ? `_${plain}` : plain
}

/** Folders in folders deeper than this are refused: no person has them, and paths have an end. */
const deepest = 32

/** The parts of a path relative to a drop, each safe by itself; null for one that is too deep. */
export const safeRelativePath = (path: string): string[] | null => {
  const parts = path.split('/').filter((it) => it !== '' && it !== '.')
  return parts.length > deepest ? null : (parts.length > 0 ? parts : ['']).map(safeFileName)
}

/** Names the page gives what was dropped at one time; nothing that could be a path. */
const dropName = /^[\da-f-]{8,64}$/

/** Where a file came to lie; absolute paths. */
export interface Stored {
  path: string
  /** What was dropped: the file itself, or the folder it came in. */
  top: string
  /** The folder that holds everything of the drop and nothing else. */
  root: string
}

/** Files that the page hands over, kept in a private folder until the program ends. */
export interface Uploads {
  /**
   * Stores the pieces under a safe form of the name, which may be a path (`corpus/a/1.ann`) below what was dropped.
   * Files of one drop keep their places to each other; a file without one lies alone.
   * @throws RangeError for a drop or a path that is none
   */
  store(
    name: string,
    pieces: AsyncIterable<Buffer>,
    options?: { drop?: string | undefined; limit?: number | undefined },
  ): Promise<Stored>
  removeAll(): Promise<void>
}

/** `a.txt` → `a (2).txt`. */
const numbered = (name: string, number: number): string => {
  const ending = extname(name)
  return `${name.slice(0, name.length - ending.length)} (${number})${ending}`
}

export const createUploads = async (): Promise<Uploads> => {
  const folder = await mkdtemp(join(tmpdir(), 'ligature-uploads-'))
  let next = 1

  /** Takes a name in a folder for a new file: two files of one name dropped together are two files. */
  const take = async (place: string, name: string): Promise<{ file: FileHandle; path: string }> => {
    for (let number = 1; ; number += 1) {
      const path = join(place, number === 1 ? name : numbered(name, number))
      try {
        return { file: await open(path, 'wx', 0o600), path }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || number === 100) throw error
      }
    }
  }

  return {
    store: async (name, pieces, { drop, limit = uploadLimit } = {}) => {
      if (drop !== undefined && !dropName.test(drop)) throw new RangeError('The drop has no proper name.')
      const parts = drop === undefined ? [safeFileName(name)] : safeRelativePath(name)
      if (!parts) throw new RangeError(`The path lies more than ${deepest} folders deep.`)
      // A file of no drop has a folder of its own: its name stays as the analyst knows it.
      const root = join(folder, drop ?? String(next++))
      const place = join(root, ...parts.slice(0, -1))
      await mkdir(place, { recursive: true, mode: 0o700 })
      const { file, path } = await take(place, parts.at(-1)!)
      try {
        await pipeline(limited(pieces, limit), file.createWriteStream())
      } catch (error) {
        await rm(drop === undefined ? root : path, { recursive: true, force: true })
        throw error
      }
      return { path, top: parts.length > 1 ? join(root, parts[0]!) : path, root }
    },
    removeAll: () => rm(folder, { recursive: true, force: true }),
  }
}
