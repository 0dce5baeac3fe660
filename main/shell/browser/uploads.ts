import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** Files that the page hands over, kept in a private folder until the program ends. */
export interface Uploads {
  /** Stores the pieces under a safe form of the name and returns the absolute path. */
  store(name: string, pieces: AsyncIterable<Buffer>, limit?: number): Promise<string>
  removeAll(): Promise<void>
}

export const createUploads = async (): Promise<Uploads> => {
  const folder = await mkdtemp(join(tmpdir(), 'ligature-uploads-'))
  let next = 1
  return {
    store: async (name, pieces, limit = uploadLimit) => {
      // A folder of its own for each file: equal names do not meet, and the name stays as the analyst knows it.
      const place = join(folder, String(next++))
      await mkdir(place, { mode: 0o700 })
      const path = join(place, safeFileName(name))
      try {
        await pipeline(limited(pieces, limit), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
      } catch (error) {
        await rm(place, { recursive: true, force: true })
        throw error
      }
      return path
    },
    removeAll: () => rm(folder, { recursive: true, force: true }),
  }
}
