import { isUtf8 } from 'node:buffer'
import { declaredEncoding } from '../reading/decode.ts'
import { canonicalEncoding, decodeAs, guessEncoding, statefulEncoding } from '../reading/encodings.ts'

const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The encoding of bytes that came with a statement about it (a mail part, an HTTP response, an XML file): a mark, then
 * valid UTF-8 (whatever is stated: nothing else is valid UTF-8 by accident), then what is stated, then what the content
 * says of itself, then statistics. Lower case.
 */
export const encodingOf = (bytes: Uint8Array, stated?: string): string => {
  const mark = marks.find(([, it]) => it.every((byte, at) => bytes[at] === byte))?.[0]
  if (mark) return mark
  const named =
    stated === undefined || /^us-?ascii$/i.test(stated.trim()) ? undefined : canonicalEncoding(stated)
  if (named?.startsWith('utf-16') || named?.startsWith('utf-32') || named === 'utf-7') return named
  if (isUtf8(bytes)) {
    const seven = statefulEncoding(bytes)
    return seven !== undefined && (seven === named || named === undefined) ? seven : 'utf-8'
  }
  for (const it of [named, declaredEncoding(bytes)]) if (it !== undefined && !it.startsWith('utf-')) return it
  return guessEncoding(bytes)?.encoding ?? (named?.startsWith('utf-') ? named : 'windows-1252')
}

/** LF line ends, no byte order mark, no NUL, well-formed: as texts of articles are. */
export const cleanText = (text: string): string =>
  (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .toWellFormed()

/** Bytes → clean text and the encoding they were in. Never throws. */
export const decoded = (bytes: Uint8Array, stated?: string): { text: string; encoding: string } => {
  const encoding = encodingOf(bytes, stated)
  return { text: cleanText(decodeAs(bytes, encoding)), encoding }
}
