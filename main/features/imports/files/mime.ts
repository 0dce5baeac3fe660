import { type HeaderFields, readHeaders, withParameters } from './mimeHeaders.ts'
import { Unreadable } from './unreadable.ts'

/** One part of a MIME message (RFC 2045, 2046); a message is a part, too. */
export interface MimePart {
  readonly fields: HeaderFields
  /** Media type in lower case (`text/plain` where none is stated). */
  readonly type: string
  readonly parameters: ReadonlyMap<string, string>
  readonly isAttachment: boolean
  /** '' where none is stated. */
  readonly fileName: string
  /** Of a multipart; an enclosed message is the one part of its `message/rfc822`. */
  readonly parts: readonly MimePart[]
  /** Content of a leaf, its transfer encoding undone. */
  body(): Buffer
}

const most = { depth: 30, parts: 5000 }

export const field = (part: MimePart, name: string): string => part.fields.get(name)?.[0] ?? ''

/**
 * The tree of a message. What is broken is read as far as it goes: a missing end boundary ends with the part around it,
 * a multipart without any part is one text.
 * @throws Unreadable `import.mime` for parts nested or numbered beyond reason
 */
export const readMime = (bytes: Uint8Array, path: string): MimePart => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  const read = (start: number, end: number, depth: number, normalType: string): MimePart => {
    count += 1
    if (depth > most.depth || count > most.parts) {
      throw new Unreadable(
        'import.mime',
        `${path}: its parts are nested deeper than ${most.depth} or are more than ${most.parts}. It was not read.`,
      )
    }
    const { fields, end: bodyStart } = readHeaders(buffer, start, end)
    const stated = withParameters(fields.get('content-type')?.[0] ?? '')
    const type = stated.value.includes('/') ? stated.value : normalType
    const disposition = withParameters(fields.get('content-disposition')?.[0] ?? '')
    const encoding = (fields.get('content-transfer-encoding')?.[0] ?? '').trim().toLowerCase()
    const boundary = stated.parameters.get('boundary')
    const isMulti = type.startsWith('multipart/')
    const named = boundary && !type.startsWith('message/') ? partSpans(buffer, boundary, bodyStart, end) : []
    const found = isMulti && named.length === 0 ? foundBoundary(buffer, bodyStart, end) : undefined
    const spans = found === undefined ? named : partSpans(buffer, found, bodyStart, end)
    const isMessage =
      (type === 'message/rfc822' || type === 'message/global') &&
      !/^(base64|quoted-printable)$/.test(encoding)
    const child = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
    return {
      fields,
      type: isMulti === spans.length > 0 ? type : isMulti ? 'text/plain' : 'multipart/mixed',
      parameters: stated.parameters,
      isAttachment: disposition.value === 'attachment',
      fileName: disposition.parameters.get('filename') ?? stated.parameters.get('name') ?? '',
      parts: isMessage
        ? [read(bodyStart, end, depth + 1, 'text/plain')]
        : spans.map(([from, to]) => read(from, to, depth + 1, child)),
      body: () => decodedBody(buffer.subarray(bodyStart, end), encoding),
    }
  }
  return read(0, buffer.length, 0, 'text/plain')
}

/** The boundary parts really have, where the one stated is not among them: a line `--…` before the fields of a part. */
const foundBoundary = (bytes: Buffer, start: number, end: number): string | undefined =>
  /^--([^\s-][^\r\n]{0,70})\r?\n(?:Content-[\w-]{1,40}|MIME-Version):/im.exec(
    bytes.toString('latin1', start, Math.min(end, start + 65_536)),
  )?.[1]

/** Where the parts between boundary lines stand; the line end before a boundary belongs to it. */
const partSpans = (bytes: Buffer, boundary: string, start: number, end: number): [number, number][] => {
  const line = Buffer.from(`--${boundary}`, 'utf8')
  const spans: [number, number][] = []
  let open = -1
  for (let at = bytes.indexOf(line, start); at >= 0 && at < end; at = bytes.indexOf(line, at + line.length)) {
    if (at > start && bytes[at - 1] !== 10) continue
    const found = bytes.indexOf(10, at)
    const next = found < 0 || found >= end ? end : found + 1
    const rest = bytes.toString('latin1', at + line.length, Math.min(next, at + line.length + 200)).trim()
    const closes = rest.startsWith('--')
    if (rest !== '' && !closes) continue
    if (open >= 0) {
      const before = at - 1 - (bytes[at - 2] === 13 ? 1 : 0)
      spans.push([open, Math.max(open, before)])
    }
    if (closes) return spans.filter(([from, to]) => to > from)
    open = next
  }
  if (open >= 0) spans.push([open, end])
  return spans.filter(([from, to]) => to > from)
}

const decodedBody = (bytes: Buffer, encoding: string): Buffer => {
  if (encoding === 'base64') return Buffer.from(bytes.toString('latin1'), 'base64')
  if (encoding !== 'quoted-printable') return bytes
  const text = bytes
    .toString('latin1')
    .replace(/[ \t]{1,200}(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
  return Buffer.from(
    text.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
