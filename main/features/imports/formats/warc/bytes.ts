import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'

/** Captured pages shrink to a tenth or less; a file that grows beyond this is made to do harm. */
const most = { ratio: 300, from: 256 << 20 }

/**
 * Bytes of an archive, unpacked where it is gzip (any number of members). A stream that breaks off just ends: `isCut`
 * tells so afterwards.
 * @throws Unreadable `import.zip_bomb`
 */
export const unpackedBytes = (file: SetFile): { chunks: AsyncIterable<Buffer>; isCut: () => boolean } => {
  const head = file.head(2)
  let cut = false
  const read = async function* (): AsyncGenerator<Buffer> {
    if (head[0] !== 0x1f || head[1] !== 0x8b) {
      for (const it of file.chunks()) yield Buffer.from(it.buffer, it.byteOffset, it.byteLength)
      return
    }
    let total = 0
    const source = Readable.from(file.chunks(), { objectMode: true, highWaterMark: 1 })
    const gunzip = createGunzip()
    source.on('error', (error) => gunzip.destroy(error))
    try {
      for await (const chunk of source.pipe(gunzip)) {
        total += (chunk as Buffer).length
        if (total > most.from && total > file.size * most.ratio) {
          throw new Unreadable(
            'import.zip_bomb',
            `${file.path}: it unpacks to more than ${most.ratio} times its size. It was not read further.`,
          )
        }
        yield chunk as Buffer
      }
    } catch (thrown) {
      const { code = '' } = thrown as NodeJS.ErrnoException
      if (!code.startsWith('Z_')) throw thrown
      cut = true
    } finally {
      source.destroy()
      gunzip.destroy()
    }
  }
  return { chunks: read(), isCut: () => cut }
}

/** Reads a stream of chunks by lines and by lengths, with nothing held but what is asked for. */
export const createByteReader = (chunks: AsyncIterable<Buffer>) => {
  const source = chunks[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  let isAtEnd = false
  const more = async (): Promise<boolean> => {
    if (isAtEnd) return false
    const next = await source.next()
    if (next.done) isAtEnd = true
    else held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
    return !isAtEnd
  }
  return {
    /** A line without its end, null at the end of the stream. Lines beyond `longest` bytes come in pieces. */
    line: async (longest = 64 << 10): Promise<string | null> => {
      let from = 0
      for (;;) {
        const at = held.indexOf(10, from)
        if (at >= 0 || held.length >= longest) {
          const end = at >= 0 && at < longest ? at : longest
          const line = held.toString('utf8', 0, end).replace(/\r$/, '')
          held = held.subarray(end === at ? end + 1 : end)
          return line
        }
        from = held.length
        if (!(await more())) break
      }
      if (held.length === 0) return null
      const rest = held.toString('utf8').replace(/\r$/, '')
      held = Buffer.alloc(0)
      return rest
    },
    /** The next `length` bytes, fewer only at the end of the stream. */
    take: async (length: number): Promise<Buffer> => {
      const parts: Buffer[] = []
      let missing = length
      for (;;) {
        const part = held.subarray(0, missing)
        parts.push(part)
        missing -= part.length
        held = held.subarray(part.length)
        if (missing === 0 || !(await more())) return Buffer.concat(parts)
      }
    },
    /** Passes over bytes; how many there were. */
    skip: async (length: number): Promise<number> => {
      let missing = length
      for (;;) {
        const part = Math.min(held.length, missing)
        missing -= part
        held = held.subarray(part)
        if (missing === 0 || !(await more())) return length - missing
      }
    },
    close: async (): Promise<void> => {
      await source.return?.()
    },
  }
}
