import { inflateSync } from 'node:zlib'
import { Unreadable } from '../../files/unreadable.ts'

/** What one stream, and all checked ones together, may unpack to; bytes. */
const most = { stream: 192 << 20, total: 1 << 30 }

/** Deflate makes content at most 1,032 times smaller: a shorter stream cannot exceed `most.stream` in one step. */
const suspicious = Math.floor(most.stream / 1032)

const bomb = (path: string): Unreadable =>
  new Unreadable('import.zip_bomb', `${path} unpacks to far more than it is. It was not read.`)

/**
 * Refuses documents whose streams unpack to more than memory should hold, before the library unpacks them. Pictures
 * are never unpacked by a reader of text and so are not looked at.
 * @throws Unreadable `import.zip_bomb`
 */
export const checkStreams = (bytes: Uint8Array, path: string): void => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = content.indexOf('stream', 0, 'latin1'); at >= 0; ) {
    const dictionary = content.toString('latin1', Math.max(0, at - 600), at)
    const own = dictionary.slice(dictionary.lastIndexOf('obj') + 1)
    const filters = own.match(/\/(?:FlateDecode|Fl|LZWDecode|RunLengthDecode)\b/g)?.length ?? 0
    const start = at + 6 + (content[at + 6] === 13 ? 2 : 1)
    const end = content.indexOf('endstream', start, 'latin1')
    const until = end < 0 ? content.length : end
    if (filters > 0 && !/\/Subtype\s*\/Image/.test(own) && (filters > 1 || until - start > suspicious)) {
      total += unpackedSize(content.subarray(start, until), filters, path)
      if (total > most.total) throw bomb(path)
    }
    at = end < 0 ? -1 : content.indexOf('stream', until + 9, 'latin1')
  }
}

const unpackedSize = (packed: Buffer, filters: number, path: string): number => {
  let data = packed
  try {
    for (let step = 0; step < filters; step += 1) data = inflateSync(data, { maxOutputLength: most.stream })
  } catch (thrown) {
    // Encrypted, damaged or otherwise packed streams are the library's matter.
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw bomb(path)
  }
  return data.length
}
