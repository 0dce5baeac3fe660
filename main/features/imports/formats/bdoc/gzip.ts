import { constants, gunzipSync } from 'node:zlib'
import { memoryFile, type SetFile, wholeFileBytes } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** The beginning of what is packed, as far as the bytes at hand tell; '' for what is no gzip. */
export const gzipHead = (bytes: Uint8Array): string => {
  try {
    // A cut-off stream is no error here.
    return gunzipSync(bytes.subarray(0, 1 << 16), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 32 << 20,
    }).toString('utf8')
  } catch {
    return ''
  }
}

/** The file unpacked, or itself where it is not packed. @throws Unreadable `import.zip` · `import.zip_bomb` */
export const unpacked = (file: SetFile): SetFile => {
  if (!isGzip(file.head(2))) return file
  try {
    return memoryFile(file.path, gunzipSync(file.bytes(), { maxOutputLength: wholeFileBytes }))
  } catch (thrown) {
    if (thrown instanceof Unreadable) throw thrown
    if ((thrown as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Unreadable(
        'import.zip_bomb',
        `${file.path} unpacks to far more than it is. It was not unpacked.`,
      )
    throw new Unreadable('import.zip', `${file.path} cannot be unpacked. It is cut off or damaged.`)
  }
}
