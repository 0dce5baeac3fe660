import { isUtf8 } from 'node:buffer'
import { inflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { guessEncoding } from '../reading/encodings.ts'
import { memoryFile, type SetFile } from './setFile.ts'
import { Unreadable } from './unreadable.ts'

/** What an archive may unpack to: all members together in bytes, their number, and how much smaller the archive may be. */
const most = { bytes: 1 << 30, members: 50_000, ratio: 200 }

/** A ratio only says something about members of some size: a megabyte of blanks is no bomb. */
const ratioFrom = 16 << 20

export interface ZipMember {
  /** As in the archive, `/` between the parts. */
  readonly name: string
  /** Bytes, unpacked. */
  readonly size: number
}

interface Entry extends ZipMember {
  /** Bytes, as stored. */
  readonly packed: number
  /** 0 stored, 8 deflated (APPNOTE 4.4.5). */
  readonly method: number
  /** Where its local header stands, in bytes. */
  readonly at: number
}

const damaged = (path: string, sentence: string, code = 'import.zip'): Unreadable =>
  new Unreadable(code, `${path}: ${sentence}`)

/** A name that would leave the folder it is unpacked in, or names a device. */
const isUnsafe = (name: string): boolean =>
  /^([/\\]|[A-Za-z]:)/.test(name) || /(^|[/\\])\.\.([/\\]|$)/.test(name) || name.includes('\0')

/** Names are UTF-8 where the archive says so or they are; else of the system it was made on: East Asian Windows or DOS. */
const nameOf = (bytes: Buffer): string => {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  const guessed = guessEncoding(bytes)?.encoding ?? ''
  return iconv.decode(bytes, /^(?:gb18030|big5|shift_jis|euc-kr)$/.test(guessed) ? guessed : 'cp437')
}

/**
 * The central directory of an archive, checked: no path that leaves it, no encryption, and no more content than `most`.
 * Sizes are the archive's own word; unpacking never yields more than that.
 * @throws Unreadable `import.zip` · `import.zip_bomb` · `import.encrypted`
 */
export const zipMembers = (bytes: Uint8Array, path: string): readonly ZipMember[] => entries(bytes, path)

const entries = (bytes: Uint8Array, path: string): Entry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) throw damaged(path, 'this is no complete ZIP archive. It is cut off or damaged.')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff)
    throw damaged(path, 'ZIP64 archives are not read. Unpack it first.')
  if (count > most.members)
    throw damaged(path, `${count} members; at most ${most.members} are unpacked.`, 'import.zip_bomb')
  const members: Entry[] = []
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) {
      throw damaged(path, 'the list of its members is damaged.')
    }
    const [packed, size, nameLength] = [
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
      view.getUint16(at + 28, true),
    ]
    const name = nameOf(
      Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, Math.min(nameLength, view.byteLength - at - 46)),
    ).replaceAll('\\', '/')
    if ((view.getUint16(at + 8, true) & 1) !== 0)
      throw damaged(path, 'it is encrypted. Unpack it with its password first.', 'import.encrypted')
    if (isUnsafe(name))
      throw damaged(path, `its member "${name.slice(0, 100)}" points outside of it. It was not unpacked.`)
    total += size
    // Members are small enough by themselves; what all of them unpack to is held against the whole archive.
    const isBlown =
      (size > ratioFrom && size / Math.max(1, packed) > most.ratio) ||
      (total > ratioFrom && total / view.byteLength > most.ratio)
    if (total > most.bytes || isBlown) {
      throw damaged(
        path,
        `it unpacks to far more than it is (${Math.round(total / 1_048_576)} MB and more). It was not unpacked.`,
        'import.zip_bomb',
      )
    }
    members.push({
      name,
      size,
      packed,
      method: view.getUint16(at + 10, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return members
}

const findEnd = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return -1
}

/** One member; never more than the size its archive states. @throws Unreadable `import.zip` */
const unpacked = (bytes: Uint8Array, path: string, { name, size, packed, method, at }: Entry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50)
    throw damaged(path, `its member "${name.slice(0, 100)}" is not where it should be. It is damaged.`)
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const stored = bytes.subarray(start, start + packed)
  if (method === 0) return stored.subarray(0, size)
  if (method !== 8)
    throw damaged(
      path,
      `its member "${name.slice(0, 100)}" is packed by a method that is not read (${method}).`,
    )
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, size) })
  } catch (thrown) {
    throw damaged(path, `it cannot be unpacked (${(thrown as Error).message}). It is damaged.`)
  }
}

/** Unpacks the named members of a checked archive. @throws Unreadable `import.zip` and what `zipMembers` throws */
export const unzip = (
  bytes: Uint8Array,
  path: string,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> =>
  new Map(
    entries(bytes, path)
      .filter((it) => !it.name.endsWith('/') && wanted(it.name))
      .map((it) => [it.name, unpacked(bytes, path, it)]),
  )

/**
 * The files of an archive as files of the import, each unpacked when it is read. Only the one read last is kept: an
 * archive of many articles is never in memory as a whole.
 */
export const zipFiles = (file: SetFile): SetFile[] => {
  const bytes = file.bytes()
  let last: { readonly entry: Entry; readonly content: Uint8Array } | null = null
  const contentOf = (entry: Entry): Uint8Array => {
    if (last?.entry !== entry) last = { entry, content: unpacked(bytes, file.path, entry) }
    return last.content
  }
  return entries(bytes, file.path)
    .filter((it) => !it.name.endsWith('/'))
    .map((it) => memoryFile(`${file.path}/${it.name}`, () => contentOf(it), it.size))
}
