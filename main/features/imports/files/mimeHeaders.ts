import { isUtf8 } from 'node:buffer'
import { canonicalEncoding, decodeAs, guessEncoding } from '../reading/encodings.ts'

/** Fields of a header block by name in lower case, in order, unfolded. */
export type HeaderFields = ReadonlyMap<string, readonly string[]>

/** More than this is no header block (RFC 5322 sets no limit; the longest real ones have some ten kilobytes). */
const longestBlock = 1 << 20

const fieldName = /^([!-9;-~]{1,200})[ \t]*:/

/** Raw bytes of a field: UTF-8 (RFC 6532), else the likeliest old encoding. */
const fieldText = (bytes: Buffer): string =>
  isUtf8(bytes) ? bytes.toString('utf8') : decodeAs(bytes, guessEncoding(bytes)?.encoding ?? 'windows-1252')

/**
 * A header block of RFC 5322 (mails, MIME parts) or HTTP. It ends at an empty line or, where that is missing, at the
 * first line that is no field. `end` is where the body starts, in bytes. CR LF and bare LF are both line ends.
 */
export const readHeaders = (
  bytes: Buffer,
  start: number,
  limit: number,
): { fields: HeaderFields; end: number } => {
  const fields = new Map<string, string[]>()
  let at = start
  let open: string[] | null = null
  const stop = Math.min(limit, start + longestBlock)
  while (at < stop) {
    const found = bytes.indexOf(10, at)
    const next = found < 0 || found >= limit ? limit : found + 1
    const line = fieldText(bytes.subarray(at, found < 0 || found >= limit ? limit : found)).replace(/\r$/, '')
    if (line === '') return { fields, end: next }
    if (open && /^[ \t]/.test(line)) {
      open[open.length - 1] += ` ${line.trim()}`
    } else {
      const name = fieldName.exec(line)
      if (!name) return { fields, end: at }
      const key = name[1]!.toLowerCase()
      open = fields.get(key) ?? []
      fields.set(key, open)
      open.push(line.slice(name[0].length).trim())
    }
    at = next
  }
  return { fields, end: at }
}

/** A value with parameters (`text/html; charset=x; name*=utf-8''y`): RFC 2045, RFC 2231, and what mailers make of them. */
export const withParameters = (value: string): { value: string; parameters: ReadonlyMap<string, string> } => {
  const pieces: string[] = []
  let piece = ''
  let quoted = false
  for (let at = 0; at < Math.min(value.length, 20_000); at += 1) {
    const unit = value[at]!
    if (quoted && unit === '\\') piece += value[++at] ?? ''
    else if (unit === '"') quoted = !quoted
    else if (unit === ';' && !quoted) {
      pieces.push(piece)
      piece = ''
    } else piece += unit
  }
  pieces.push(piece)
  const parameters = new Map<string, string>()
  const encoded = new Set<string>()
  for (const it of pieces.slice(1)) {
    const equals = it.indexOf('=')
    if (equals < 0) continue
    const written = it.slice(0, equals).trim().toLowerCase()
    const [, name = '', isEncoded] = /^([^*]{1,80})(?:\*\d{1,3})?(\*)?$/.exec(written) ?? []
    if (name === '') continue
    if (isEncoded) encoded.add(name)
    parameters.set(
      name,
      (written.includes('*') ? (parameters.get(name) ?? '') : '') + it.slice(equals + 1).trim(),
    )
  }
  for (const name of encoded) parameters.set(name, percentDecoded(parameters.get(name)!))
  return { value: pieces[0]!.trim().toLowerCase(), parameters }
}

const percentDecoded = (value: string): string => {
  const [, charset = 'utf-8', text = value] = /^([\w.:-]{0,40})'[\w-]{0,20}'([\s\S]*)$/.exec(value) ?? []
  const bytes = Buffer.from(
    text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
  return decodeAs(bytes, canonicalEncoding(charset) ?? 'utf-8')
}
