import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'

export interface Line {
  /** Counted from 1. */
  readonly number: number
  /** Without its line end; null when the bytes are not UTF-8. */
  readonly text: string | null
  /** Bytes of the file up to and with this line. */
  readonly position: number
}

const chunkSize = 1 << 20

const decoded = (bytes: Buffer): string | null => (isUtf8(bytes) ? bytes.toString('utf8') : null)

/**
 * The lines of a file of any size, one in memory at a time. Lines end with LF and nothing else: U+2028 and the like
 * may stand raw inside JSON strings. A byte order mark is skipped; an empty last line is none.
 */
export function* readLines(path: string): Generator<Line> {
  const file = openSync(path, 'r')
  try {
    const chunk = Buffer.allocUnsafe(chunkSize)
    let held: Buffer[] = []
    let number = 0
    let position = 0
    const line = (bytes: Buffer): Line => {
      number += 1
      const hasMark = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
      return { number, text: decoded(hasMark ? bytes.subarray(3) : bytes), position }
    }
    for (;;) {
      const size = readSync(file, chunk, 0, chunkSize, null)
      if (size === 0) break
      const read = chunk.subarray(0, size)
      let start = 0
      for (let at = read.indexOf(10); at !== -1; at = read.indexOf(10, start)) {
        const piece = read.subarray(start, at)
        position += piece.length + 1
        yield line(held.length === 0 ? piece : Buffer.concat([...held, piece]))
        held = []
        start = at + 1
      }
      if (start < size) {
        held.push(Buffer.from(read.subarray(start)))
        position += size - start
      }
    }
    if (held.length > 0) yield line(Buffer.concat(held))
  } finally {
    closeSync(file)
  }
}
