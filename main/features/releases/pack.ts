import { join } from 'node:path'
import { LigatureError } from '../../core/errors.ts'
import { type ByteFile, createZip } from '../exports/index.ts'
import { piecesOf, type ReleaseFile } from './checksums.ts'

/** What the plain ZIP format can count. */
const mostBytes = 0xffffffff
const mostMembers = 0xffff

/**
 * Packs the files of a folder, in the given order, into an archive; the same files give the same bytes.
 * @throws LigatureError not_allowed for more than an archive can hold
 */
export const packFiles = (
  folder: string,
  files: readonly ReleaseFile[],
  into: ByteFile,
  stopIfCancelled: () => void,
): void => {
  const byteLength = files.reduce((sum, it) => sum + it.byteLength, 0)
  if (byteLength > mostBytes || files.length > mostMembers)
    throw new LigatureError(
      'not_allowed',
      'The release is too large for a ZIP archive (4 GB, 65,535 files). Write it as a folder.',
      { problem: 'zip', files: files.length, byteLength },
    )
  const zip = createZip(into)
  for (const { name } of files) {
    stopIfCancelled()
    zip.addPieces(name, piecesOf(join(folder, name)))
  }
  zip.end()
}
