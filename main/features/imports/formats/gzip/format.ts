import { constants, gunzipSync } from 'node:zlib'
import { memoryFile, wholeFileBytes } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { ContainerFormat } from '../format.ts'

/** How much smaller than its content a packed file may be before it is taken for a bomb; text packs to a tenth. */
const mostRatio = 200
const ratioFrom = 16 << 20

/** One file packed by gzip; what it holds is recognised for itself. */
export const gzip: ContainerFormat = {
  kind: 'container',
  id: 'gzip',
  name: 'gzip',
  extensions: ['gz'],
  mediaTypes: ['application/gzip'],
  options: [],
  // Formats that are packed by nature (WARC, bdoc) look into it themselves and are surer.
  recognise: ({ bytes }) =>
    bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
      ? { score: 0.3, why: 'it has the signature of gzip' }
      : null,
  open: (file) => {
    const packed = file.bytes()
    const most = Math.min(wholeFileBytes, Math.max(ratioFrom, packed.length * mostRatio))
    try {
      const bytes = gunzipSync(packed, { maxOutputLength: most, finishFlush: constants.Z_FINISH })
      return [memoryFile(`${file.path}/${file.name.replace(/\.gz$/i, '')}`, bytes)]
    } catch (thrown) {
      const isTooLarge = (thrown as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
      throw isTooLarge
        ? new Unreadable(
            'import.zip_bomb',
            `${file.path}: it unpacks to far more than it is. It was not unpacked.`,
          )
        : new Unreadable('import.zip', `${file.path}: it cannot be unpacked. It is cut off or damaged.`)
    }
  },
}
