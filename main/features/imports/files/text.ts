import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { SetFile } from './setFile.ts'
import { Unreadable } from './unreadable.ts'

const utf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'utf-16le'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : null

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * Text of an annotation file: UTF-8 with or without a mark, or UTF-16 with one. Nothing is normalised; the mark is not
 * part of the text.
 * @throws Unreadable `import.not_utf8`
 */
export const utf8Text = (bytes: Uint8Array, path: string): string => {
  const wide = utf16(bytes)
  if (wide) return iconv.decode(buffer(bytes), wide)
  if (!isUtf8(bytes)) {
    throw new Unreadable(
      'import.not_utf8',
      `${path} is not UTF-8. Convert it to UTF-8 (its offsets count on it) and import it again.`,
    )
  }
  const text = buffer(bytes).toString('utf8')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

export const textOf = (file: SetFile): string => utf8Text(file.bytes(), file.path)

/** Text of an XML file, by its mark or the encoding it declares. @throws Unreadable `import.not_utf8` · `import.encoding` */
export const xmlText = (file: SetFile): string => {
  const bytes = file.bytes()
  const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(
    buffer(bytes.subarray(0, 400)).toString('latin1'),
  )?.[1]
  if (utf16(bytes) || !declared || /^(utf-?8|us-ascii)$/i.test(declared)) return utf8Text(bytes, file.path)
  if (!iconv.encodingExists(declared)) {
    throw new Unreadable(
      'import.encoding',
      `${file.path} declares the encoding ${declared}, which is not known here.`,
      {
        encoding: declared,
      },
    )
  }
  return iconv.decode(buffer(bytes), declared)
}
