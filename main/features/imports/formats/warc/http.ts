import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { readHeaders, withParameters } from '../../files/mimeHeaders.ts'

export interface HttpResponse {
  readonly status: number
  /** Lower case; '' where none is stated. */
  readonly mediaType: string
  readonly charset: string | undefined
  /** Chunks put together, compression undone. null: it claims a compression that cannot be undone. */
  readonly body: Buffer | null
}

/** The most a compressed page may unpack to, in bytes. */
const longestBody = 64 << 20

/** RFC 9112, 7.1. A body that only claims to be chunked (many archivers undo it) comes back as it is. */
const unchunked = (bytes: Buffer): Buffer => {
  const parts: Buffer[] = []
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at)
    const size =
      end < 0
        ? null
        : /^\s*([\da-f]{1,8})\s*(?:;|\r?$)/i.exec(bytes.toString('latin1', at, Math.min(end, at + 200)))
    if (!size) return parts.length === 0 ? bytes : Buffer.concat(parts)
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) break
    parts.push(bytes.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    if (bytes[at] === 13) at += 1
    if (bytes[at] === 10) at += 1
  }
  return Buffer.concat(parts)
}

const startsWith = (bytes: Buffer, ...mark: number[]): boolean => mark.every((it, at) => bytes[at] === it)

/** One coding undone; a body that only claims it comes back as it is. */
const unpacked = (bytes: Buffer, coding: string): Buffer | null => {
  const options = { maxOutputLength: longestBody }
  try {
    if (coding === 'gzip' || coding === 'x-gzip')
      return startsWith(bytes, 0x1f, 0x8b) ? gunzipSync(bytes, options) : bytes
    if (coding === 'deflate')
      return (bytes[0]! & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options)
    if (coding === 'zstd')
      return startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd) ? zstdDecompressSync(bytes, options) : bytes
    if (coding === 'br') return brotliDecompressSync(bytes, options)
    return coding === '' || coding === 'identity' ? bytes : null
  } catch {
    const isPlain = /^\s*</.test(bytes.toString('latin1', 0, 200))
    return isPlain ? bytes : null
  }
}

/** A response as an archive keeps it: status line, fields, body as it was sent. null for what is none. */
export const readHttp = (content: Buffer): HttpResponse | null => {
  const lineEnd = content.indexOf(10)
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/i.exec(content.toString('latin1', 0, Math.min(lineEnd, 1000)))
  if (lineEnd < 0 || !status) return null
  const { fields, end } = readHeaders(content, lineEnd + 1, content.length)
  const { value, parameters } = withParameters(fields.get('content-type')?.[0] ?? '')
  const isChunked = /\bchunked\b/i.test(fields.get('transfer-encoding')?.join(',') ?? '')
  const raw = isChunked ? unchunked(content.subarray(end)) : content.subarray(end)
  const codings = (fields.get('content-encoding')?.join(',') ?? '')
    .toLowerCase()
    .split(',')
    .slice(-3)
    .reverse()
  let body: Buffer | null = raw
  for (const coding of codings) body = body && unpacked(body, coding.trim())
  return { status: Number(status[1]), mediaType: value, charset: parameters.get('charset'), body }
}
