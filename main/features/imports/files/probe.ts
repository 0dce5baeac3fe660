import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { Probe } from '../formats/format.ts'
import { peekJson } from './json.ts'
import type { SetFile } from './setFile.ts'

/** Bytes of a file that recognition may look at. */
export const probeBytes = 256 << 10

/** UTF-8 that was cut off inside a character is still UTF-8. */
const withoutCutCharacter = (bytes: Buffer): Buffer => {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes
  }
  return bytes
}

const headText = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be')
  // NUL in text is rare, in binary content certain.
  if (bytes.subarray(0, 4096).includes(0)) return ''
  const whole = withoutCutCharacter(bytes)
  return isUtf8(whole) ? whole.toString('utf8').replace(/^\uFEFF/, '') : bytes.toString('latin1')
}

const rootTag = /<(?:([\w.-]+):)?([\w.-]+)((?:\s[^>]{0,20000})?)\/?>/y

/** What may stand before the root element, each with its end; one of them is skipped at a time, so nothing is tried twice. */
const prologue = [
  { opens: '<?', closes: '?>' },
  { opens: '<!--', closes: '-->' },
  { opens: '<!DOCTYPE', closes: '>' },
] as const

/** Where a part ends; a DOCTYPE with declarations of its own ends after their bracket. -1 = not within the text. */
const endOf = (text: string, { opens, closes }: (typeof prologue)[number], at: number): number => {
  const end = text.indexOf(closes, at + opens.length)
  const bracket = opens === '<!DOCTYPE' ? text.indexOf('[', at) : -1
  if (bracket < 0 || bracket > end) return end
  const closing = text.indexOf(']', bracket)
  return closing < 0 ? -1 : text.indexOf(closes, closing)
}

const rootAt = (text: string): number => {
  let at = 0
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1
    const part = prologue.find(({ opens }) => text.startsWith(opens, at))
    if (!part) return at
    const end = endOf(text, part, at)
    if (end < 0) return -1
    at = end + part.closes.length
  }
}

const xmlRootOf = (text: string): Probe['xmlRoot'] => {
  const head = text.slice(0, 40_000)
  const at = rootAt(head)
  if (at < 0) return null
  rootTag.lastIndex = at
  const found = rootTag.exec(head)
  if (!found) return null
  const [, prefix, name, attributes] = found
  const namespace = new RegExp(`\\sxmlns${prefix ? `:${prefix}` : ''}\\s*=\\s*["']([^"']*)["']`).exec(
    attributes ?? '',
  )?.[1]
  return { name: name!, namespace: namespace ?? '' }
}

/** What is known of a file before it is read. */
export const probeOf = (file: SetFile, siblings: ReadonlySet<string>): Probe => {
  const bytes = Buffer.from(file.head(probeBytes))
  const text = headText(bytes)
  let json: Probe['json'] | null = null
  let root: Probe['xmlRoot'] | undefined
  return {
    name: file.name,
    size: file.size,
    bytes,
    text,
    siblings,
    get json() {
      json ??= peekJson(text)
      return json
    },
    get xmlRoot() {
      root ??= xmlRootOf(text)
      return root
    },
  }
}
