import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { ReleaseReport } from '../../../shared/model/recipe.ts'
import type { ExportSink } from '../exports/index.ts'
import { checksumFile } from './layout.ts'

export type ReleaseFile = ReleaseReport['files'][number]

const pieceBytes = 1 << 20

/** A file in pieces; each is of use until the next is asked for. */
export function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(pieceBytes)
    for (;;) {
      const length = readSync(file, buffer, 0, pieceBytes, null)
      if (length === 0) return
      yield buffer.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

/** Name, size and SHA-256 of files as they stand on the disk, in order of their names. */
export const filesIn = (
  folder: string,
  names: Iterable<string>,
  stopIfCancelled: () => void,
): ReleaseFile[] =>
  [...names].sort().map((name) => {
    const hash = createHash('sha256')
    let byteLength = 0
    for (const piece of piecesOf(join(folder, name))) {
      stopIfCancelled()
      hash.update(piece)
      byteLength += piece.length
    }
    return { name, byteLength, sha256: hash.digest('hex') }
  })

/** Lines of sha256sum(1), so that anybody can check a release without this program. */
export const writeChecksums = (files: readonly ReleaseFile[], sink: ExportSink): void => {
  const file = sink.file(checksumFile)
  for (const { name, sha256 } of files) file.write(`${sha256}  ${name}\n`)
  sink.done(file)
}
