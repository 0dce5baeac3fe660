import { closeSync, createReadStream, createWriteStream, fstatSync, openSync, readSync } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

/*
 * Single members of an archive of any size, unpacked to a file: neither the archive nor the member is ever in memory
 * (PKWARE APPNOTE 6.3, without ZIP64 and encryption, which no release of ours has).
 */

/** A member may be this much larger than it is packed, if it is larger than `ratioFrom` bytes. */
const mostRatio = 200
const ratioFrom = 16 << 20

/** Bytes of the list of members. */
const mostDirectory = 16 << 20

export interface ArchiveMember {
  readonly name: string
  /** Bytes, unpacked and packed, as the archive says. */
  readonly size: number
  readonly packed: number
  /** 0 stored, 8 deflated. */
  readonly method: number
  /** Where its local header stands, in bytes. */
  readonly at: number
}

/** Why an archive cannot be read, in words that follow its name. */
export class DamagedZip extends Error {}

const readAt = (path: string, from: number, length: number): Buffer => {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, fstatSync(file).size - from)))
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from))
  } finally {
    closeSync(file)
  }
}

/** The archive's members. @throws DamagedZip */
export const archiveMembers = (path: string, size: number): ArchiveMember[] => {
  const tailAt = Math.max(0, size - 22 - 0xffff)
  const tail = readAt(path, tailAt, size - tailAt)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length)
    throw new DamagedZip('it is no complete ZIP archive; it is cut off or damaged')
  const [count, length, from] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ]
  if (count === 0xffff || from === 0xffffffff)
    throw new DamagedZip('it is a ZIP64 archive, which is not read; unpack it and choose the folder')
  if (length > mostDirectory || from + length > size)
    throw new DamagedZip('the list of its members is damaged')
  const list = readAt(path, from, length)
  const members: ArchiveMember[] = []
  for (let at = 0; members.length < count; ) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== 0x02014b50)
      throw new DamagedZip('the list of its members is damaged')
    if ((list.readUInt16LE(at + 8) & 1) !== 0) throw new DamagedZip('it is encrypted; unpack it first')
    const nameLength = list.readUInt16LE(at + 28)
    members.push({
      name: list.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      size: list.readUInt32LE(at + 24),
      packed: list.readUInt32LE(at + 20),
      method: list.readUInt16LE(at + 10),
      at: list.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
  }
  return members
}

/** Lets at most so many bytes through: what an archive states is what it may unpack to. */
const limited = (most: number): Transform => {
  let passed = 0
  return new Transform({
    transform(piece: Uint8Array, _, done) {
      passed += piece.length
      if (passed > most) done(new DamagedZip('a member is larger than the archive says'))
      else done(null, piece)
    },
  })
}

/** Unpacks a member to a new file. @throws DamagedZip, and what the file system says */
export const unpackMember = async (path: string, member: ArchiveMember, target: string): Promise<void> => {
  const { name, size, packed, method, at } = member
  const about = `its member "${name.slice(0, 100)}"`
  if (size > ratioFrom && size > packed * mostRatio)
    throw new DamagedZip(`${about} unpacks to far more than it is and was not unpacked`)
  if (method !== 0 && method !== 8)
    throw new DamagedZip(`${about} is packed by a method that is not read (${method})`)
  const header = readAt(path, at, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50)
    throw new DamagedZip(`${about} is not where it should be`)
  const start = at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const output = createWriteStream(target, { flags: 'wx' })
  if (packed === 0) {
    await pipeline([], output)
    return
  }
  const input = createReadStream(path, { start, end: start + packed - 1 })
  try {
    if (method === 0) await pipeline(input, limited(size), output)
    else await pipeline(input, createInflateRaw(), limited(size), output)
  } catch (thrown) {
    if (String((thrown as { code?: unknown }).code).startsWith('Z_'))
      throw new DamagedZip(`${about} cannot be unpacked (${(thrown as Error).message})`)
    throw thrown
  }
}
