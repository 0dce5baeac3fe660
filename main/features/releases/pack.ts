import { join } from 'node:path'
import { LigatureError } from '../../core/errors.ts'
import { type ByteFile, createZip } from '../exports/index.ts'
import { piecesOf, type ReleaseFile } from './checksums.ts'

/** What the plain ZIP format can count. */
const mostBytes = 0xffffffff
const mostMembers = 0xffff

const tooLarge = (files: number, megabytes: number): LigatureError =>
  new LigatureError(
    'not_allowed',
    `A release of ${files} files and ${megabytes} MB is too large for a ZIP archive. Write it as a folder.`,
    { files, megabytes },
  )

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
    throw tooLarge(files.length, Math.round(byteLength / 1_048_576))
  const zip = createZip(into)
  for (const { name } of files) {
    stopIfCancelled()
    zip.addPieces(name, piecesOf(join(folder, name)))
  }
  zip.end()
}
