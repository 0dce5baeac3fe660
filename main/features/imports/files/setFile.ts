import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Unreadable } from './unreadable.ts'

/** What a container states of a file it holds, better than the file itself knows. */
export interface Stated {
  /** Address on the web it was taken from. */
  readonly address?: string
  /** Lower case, without parameters. */
  readonly mediaType?: string
  /** Encoding the transport stated. */
  readonly charset?: string
}

/** Where a file is, so that it can be found again: on disk, or a member within archives, each by its path there. */
export interface Origin {
  readonly path: string
  readonly inside: readonly string[]
  /** Path within the import, as shown. */
  readonly shown: string
}

/** A file of an import: on disk, or a member of an archive. */
export interface SetFile extends Stated {
  /** Absent for pasted text. */
  readonly origin?: Origin
  /** Relative to what the analyst chose, `/` between the parts; members of an archive follow its name. */
  readonly path: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** The first `length` bytes, or all there are. */
  head(length: number): Uint8Array
  /** The last `length` bytes, or all there are. */
  tail(length: number): Uint8Array
  /** The whole content. @throws Unreadable `import.too_large`, or what the file system says */
  bytes(): Uint8Array
  /** The content in pieces of at most 1 MiB; the same array is not used twice. @throws what the file system says */
  chunks(): Iterable<Uint8Array>
}

/** The most a reader may ask for in one piece; larger files must be read in chunks. */
export const wholeFileBytes = 512 << 20

const chunkBytes = 1 << 20

const tooLarge = (path: string, size: number): Unreadable => {
  const [megabytes, limit] = [Math.round(size / 1_048_576), wholeFileBytes / 1_048_576]
  return new Unreadable(
    'import.too_large',
    `${path} has ${megabytes} MB; files of this format are read up to ${limit} MB. Split it first.`,
    { megabytes, limit },
  )
}

const piece = (path: string, from: number, length: number): Uint8Array => {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(length)
    return buffer.subarray(0, readSync(file, buffer, 0, length, from))
  } finally {
    closeSync(file)
  }
}

/** A file on disk. `shown` is its path within the import. @throws what the file system says */
export const diskFile = (path: string, shown = basename(path)): SetFile => {
  const { size } = statSync(path)
  return {
    origin: { path, inside: [], shown },
    path: shown,
    name: basename(shown),
    size,
    head: (length) => piece(path, 0, Math.min(length, size)),
    tail: (length) => piece(path, Math.max(0, size - length), Math.min(length, size)),
    bytes: () => {
      if (size > wholeFileBytes) throw tooLarge(shown, size)
      return readFileSync(path)
    },
    *chunks() {
      const file = openSync(path, 'r')
      try {
        for (;;) {
          const buffer = Buffer.allocUnsafe(chunkBytes)
          const length = readSync(file, buffer, 0, chunkBytes, null)
          if (length === 0) return
          yield buffer.subarray(0, length)
        }
      } finally {
        closeSync(file)
      }
    },
  }
}

/** Content that is in memory already (pasted text), or that its giver finds anew every time (a member of an archive). */
export const memoryFile = (
  path: string,
  content: Uint8Array | (() => Uint8Array),
  size?: number,
  stated: Stated = {},
): SetFile => {
  const bytes = typeof content === 'function' ? content : () => content
  return {
    ...stated,
    path,
    name: basename(path),
    size: size ?? bytes().length,
    head: (length) => bytes().subarray(0, length),
    tail: (length) => bytes().subarray(-length),
    bytes,
    *chunks() {
      const all = bytes()
      for (let at = 0; at < all.length; at += chunkBytes) yield all.subarray(at, at + chunkBytes)
    },
  }
}
