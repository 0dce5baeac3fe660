import { Unreadable } from '../files/unreadable.ts'
import { defaultMaxBytes } from '../reading/limits.ts'
import type { Reader } from '../reading/types.ts'
import type { ArticleFormat } from './format.ts'

const bytesPerMegabyte = 1_048_576

/** A reader of decoded text as a format of the list: the whole file is one article. */
export const textFormat = (
  { id, name, extensions, mediaTypes }: Pick<Reader, 'id' | 'name' | 'extensions' | 'mediaTypes'>,
  parts: Pick<ArticleFormat, 'recognise'> & Partial<Pick<ArticleFormat, 'companions'>>,
): ArticleFormat => ({
  kind: 'articles',
  id,
  name,
  extensions,
  mediaTypes,
  options: [],
  ...parts,
  async *read(file) {
    if (file.size > defaultMaxBytes) {
      const [megabytes, limit] = [
        Math.round(file.size / bytesPerMegabyte),
        defaultMaxBytes / bytesPerMegabyte,
      ]
      throw new Unreadable(
        'import.too_large',
        `${file.path} has ${megabytes} MB; the limit is ${limit} MB. Split it into articles first.`,
        { megabytes, limit },
      )
    }
    const [{ decodeBytes }, { readerById }] = await Promise.all([
      import('../reading/decode.ts'),
      import('../reading/readers.ts'),
    ])
    const decoded = decodeBytes(file.bytes(), file.charset === undefined ? {} : { charset: file.charset })
    if (!decoded.ok) throw Unreadable.of(decoded.error)
    const { text, guesses: stated, warnings } = readerById(id)!.read(decoded.text, { fileName: file.name })
    const guesses = { ...stated }
    if (file.address !== undefined)
      guesses.sourceUrl ??= { value: file.address, from: 'archive', confidence: 'certain' }
    yield { text, guesses, warnings: [...decoded.warnings, ...warnings], encoding: decoded.encoding }
  },
})
