import { isUtf8 } from 'node:buffer'
import type { SetFile } from './setFile.ts'
import { Unreadable } from './unreadable.ts'

export interface Line {
  /** Counted from 1. */
  readonly number: number
  /** Without its line end; null when the bytes are not UTF-8. */
  readonly text: string | null
  /** Bytes of the file up to and with this line. */
  readonly position: number
}

/** The longest line that is held in memory, in bytes. */
export const longestLine = 256 << 20

const decoded = (bytes: Buffer): string | null => (isUtf8(bytes) ? bytes.toString('utf8') : null)

/**
 * The lines of a file of any size, one in memory at a time. Lines end with LF and nothing else (a CR before it stays):
 * U+2028 and the like may stand raw inside JSON strings. A byte order mark is skipped; an empty last line is none.
 * @throws Unreadable `import.too_large` for a line of more than `longestLine` bytes
 */
export function* readLines(file: SetFile): Generator<Line> {
  let held: Buffer[] = []
  let heldBytes = 0
  let number = 0
  let position = 0
  const line = (bytes: Buffer): Line => {
    number += 1
    const hasMark = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return { number, text: decoded(hasMark ? bytes.subarray(3) : bytes), position }
  }
  for (const chunk of file.chunks()) {
    const read = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let start = 0
    for (let at = read.indexOf(10); at !== -1; at = read.indexOf(10, start)) {
      const piece = read.subarray(start, at)
      position += piece.length + 1
      yield line(held.length === 0 ? piece : Buffer.concat([...held, piece]))
      held = []
      heldBytes = 0
      start = at + 1
    }
    if (start < read.length) {
      const rest = read.subarray(start)
      held.push(rest)
      heldBytes += rest.length
      position += rest.length
      if (heldBytes > longestLine) {
        throw new Unreadable(
          'import.too_large',
          `${file.path}, line ${number + 1}: a line of more than ${longestLine >> 20} MB. This is no text of lines.`,
          { line: number + 1 },
        )
      }
    }
  }
  if (held.length > 0) yield line(Buffer.concat(held))
}
