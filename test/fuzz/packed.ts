import { gunzipSync, gzipSync } from 'node:zlib'
import { type UnzipFileInfo, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Random } from './random.ts'

/** ZIP and gzip do not survive a changed byte; what is inside them must be changed and packed again. */

type Change = (bytes: Buffer, name: string) => Buffer

const unchanging = { mtime: new Date(2024, 0, 1) }

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Bytes a member may have to be changed: a broken archive may state any size. */
const largest = 4 << 20

const isSmall = ({ size, originalSize }: UnzipFileInfo): boolean => size <= largest && originalSize <= largest

/** An archive with members changed, lost, doubled or renamed; null where it is none. */
export const inArchive = (bytes: Buffer, random: Random, change: Change): Buffer | null => {
  if (isGzip(bytes)) return gzipSync(change(gunzipSync(bytes, { maxOutputLength: largest }), ''))
  if (!isZip(bytes)) return null
  const members = Object.entries(unzipSync(bytes, { filter: isSmall })).filter(
    ([name]) => !name.endsWith('/'),
  )
  const result: Zippable = {}
  const chosen = random.below(members.length)
  const how = random.below(12)
  members.forEach(([name, content], index) => {
    const own = Buffer.from(content)
    // The type of EPUB and OpenDocument files is the first member, not packed.
    const options = name === 'mimetype' ? { level: 0 as const, ...unchanging } : unchanging
    if (index !== chosen) result[name] = [own, options]
    else if (how === 0) return
    else if (how === 1) result[`../${name}`] = [own, options]
    else if (how === 2) result[`${name}${random.pick(['', '/x', '\0', '.xml'])}`] = [own, options]
    else if (how === 3) result[name] = [Buffer.alloc(0), options]
    else result[name] = [change(inArchive(own, random, change) ?? own, name), options]
  })
  return Buffer.from(zipSync(result))
}
