import { recogniseBinary, recogniseForeign, unknownBinary } from './binary.ts'
import { canonicalEncoding, decodeAs, everydayChinese, guessEncoding, statefulEncoding } from './encodings.ts'
import { defaultMaxBytes } from './limits.ts'
import type { Confidence, Decoded, Failure, Notice } from './types.ts'

export type DecodeHint = {
  /** An encoding the person chose or the transport stated: used without further question. */
  charset?: string
  /** Size limit in bytes; 100 MB without it. */
  maxBytes?: number
}

/**
 * Bytes → text with `\n` line ends, no byte order mark and no NUL.
 *
 * Order: chosen charset, byte order mark, UTF-16 by its NULs, strict UTF-8, seven-bit encodings, the charset an HTML
 * or XML head states, nearly valid UTF-8, statistics. Fails with `import.empty`, `import.too_large`,
 * `import.binary`, `import.unsupported` or `import.encoding`; never throws.
 */
export function decodeBytes(bytes: Uint8Array, hint: DecodeHint = {}): Decoded | Failure {
  const maxBytes = hint.maxBytes ?? defaultMaxBytes
  if (bytes.length === 0) return fail('import.empty', 'The file is empty. Leave it out.')
  if (bytes.length > maxBytes) {
    const params = { megabytes: Math.ceil(bytes.length / 1048576), limit: Math.floor(maxBytes / 1048576) }
    return fail(
      'import.too_large',
      `The file has ${params.megabytes} MB; the limit is ${params.limit} MB. Split it into single articles.`,
      params,
    )
  }
  const binary = recogniseBinary(bytes)
  if (binary) return { ok: false, error: binary }

  const found = findEncoding(bytes, hint.charset)
  if ('code' in found) return { ok: false, error: found }
  return finish(decodeAs(bytes, found.encoding), found)
}

type Found = { encoding: string; confidence: Confidence; warnings: Notice[] }

function findEncoding(bytes: Uint8Array, charset: string | undefined): Found | Notice {
  const found = (encoding: string, confidence: Confidence, ...warnings: Notice[]): Found => ({
    encoding,
    confidence,
    warnings,
  })
  if (charset !== undefined) {
    const chosen = canonicalEncoding(charset)
    return chosen === undefined
      ? {
          code: 'import.encoding',
          message: `The encoding "${charset}" is not known. Choose another one.`,
          params: { charset },
        }
      : found(chosen, 'certain')
  }
  const mark = byteOrderMark(bytes)
  if (mark) return found(mark, 'certain')

  const nuls = countNuls(bytes)
  const wide = wideEncoding(bytes, nuls)
  if (wide) return found(wide, 'likely')
  // A few stray NULs happen in exports; more of them, and it is not text.
  if (nuls > Math.max(4, bytes.length / 500)) return unknownBinary()

  const declared = declaredEncoding(bytes)
  if (isUtf8(bytes)) {
    const ascii = bytes.every((byte) => byte < 0x80)
    const seven = ascii ? statefulEncoding(bytes) : undefined
    if (seven) return found(seven, 'likely')
    return ascii || declared === undefined || declared === 'utf-8'
      ? found('utf-8', 'certain')
      : found('utf-8', 'certain', {
          code: 'import.wrong_declaration',
          message: `The page says it is ${declared}, but it is UTF-8.`,
          params: { declared },
        })
  }
  if (declared !== undefined && declared !== 'utf-8' && fits(bytes, declared))
    return found(declared, 'likely')
  if (isNearlyUtf8(bytes, declared === 'utf-8')) return found('utf-8', 'likely')

  const guess = guessEncoding(bytes)
  if (guess === undefined) return controls(bytes) > 0.02 ? unknownBinary() : unreadable()
  if (guess.confidence === 'likely') return found(guess.encoding, 'likely')
  return found(guess.encoding, 'guess', {
    code: 'import.encoding_guessed',
    message: `The encoding was guessed as ${guess.encoding}. Check the text, and choose another encoding if it looks wrong.`,
    params: { encoding: guess.encoding },
  })
}

function finish(raw: string, { encoding, confidence, warnings }: Found): Decoded | Failure {
  const withoutMark = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw
  const nuls = occurrences(withoutMark, '\0')
  const text = (nuls > 0 ? withoutMark.replaceAll('\0', '') : withoutMark)
    .replace(/\r\n?/g, '\n')
    // A lone surrogate has no place in any export; only broken UTF-16 brings one.
    .toWellFormed()
  if (text.trim() === '') return fail('import.empty', 'The file holds no text. Leave it out.')
  if (controlShare(text) > 0.02) return { ok: false, error: unknownBinary() }
  const replaced = occurrences(text, '\ufffd')
  if (replaced > 20 && replaced > text.length * 0.1) return { ok: false, error: unreadable() }
  const foreign = recogniseForeign(text)
  if (foreign) return { ok: false, error: foreign }

  const all = [...warnings]
  if (nuls > 0) {
    all.push({
      code: 'import.nul_removed',
      message: `${nuls} NUL character${nuls === 1 ? ' was' : 's were'} removed.`,
      params: { count: nuls },
    })
  }
  if (replaced > 0) {
    all.push({
      code: 'import.replacement',
      message: `${replaced} character${replaced === 1 ? '' : 's'} could not be read as ${encoding} (shown as \ufffd).`,
      params: { count: replaced, encoding },
    })
  }
  return { ok: true, text, encoding, confidence, warnings: all }
}

const fail = (code: string, message: string, params?: Notice['params']): Failure => ({
  ok: false,
  error: params ? { code, message, params } : { code, message },
})

const unreadable = (): Notice => ({
  code: 'import.encoding',
  message:
    'The encoding of the file could not be told. Choose the encoding by hand, or save the file as UTF-8.',
})

function occurrences(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0) return 'utf-32le'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030'
  return undefined
}

function countNuls(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) count++
  return count
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** UTF-16 without a mark: one of the two readings is nearly all ordinary characters. */
function wideEncoding(bytes: Uint8Array, nuls: number): string | undefined {
  if (bytes.length < 2 || (nuls === 0 && (bytes.length % 2 === 1 || isUtf8(bytes)))) return undefined
  const sample = bytes.subarray(0, Math.min(bytes.length, 65_536) & ~1)
  const [best] = ['utf-16le', 'utf-16be']
    .map((encoding) => {
      const text = decodeAs(sample, encoding)
      return { encoding, text, share: ordinaryShare(text, nuls > 0) }
    })
    .sort((a, b) => b.share - a.share)
  if (best === undefined) return undefined
  if (nuls > 0) return best.share > 0.95 ? best.encoding : undefined
  // Without a single NUL the bytes may be another East Asian encoding: only near certainty will do.
  return best.share > 0.995 && everydayChinese(best.text) > 0.3 ? best.encoding : undefined
}

function ordinaryShare(text: string, anyScript: boolean): number {
  let ordinary = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (
      (code >= 0x20 && code < 0x7f) ||
      (code >= 9 && code <= 13) ||
      (code >= 0x4e00 && code < 0x9fa6) ||
      (code >= 0x3000 && code < 0x3100) ||
      (code >= 0xff00 && code < 0xff60) ||
      (anyScript &&
        ((code >= 0xa0 && code < 0x600) ||
          (code >= 0x2010 && code < 0x2070) ||
          code === 0x20ac ||
          code === 0xfeff ||
          (code >= 0xac00 && code < 0xd7a4) ||
          (code >= 0xd800 && code < 0xe000)))
    )
      ordinary++
  }
  return text.length === 0 ? 0 : ordinary / text.length
}

/** The charset a page states in its first 4 kB: XML declaration, `<meta charset>` or `http-equiv`. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const label =
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head)?.[1] ??
    /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1]
  const name = label === undefined ? undefined : canonicalEncoding(label)
  // A page that could state UTF-16 in ASCII letters is not UTF-16 (HTML Standard, §13.2.3.2).
  return name?.startsWith('utf-') ? 'utf-8' : name
}

const highBytes = (bytes: Uint8Array) => {
  let count = 0
  for (const byte of bytes) if (byte >= 0x80) count++
  return count
}

function fits(bytes: Uint8Array, encoding: string): boolean {
  const text = decodeAs(bytes, encoding)
  return occurrences(text, '\ufffd') <= Math.max(1, highBytes(bytes) / 200)
}

/** UTF-8 with a few broken or cut-off characters, which every other encoding would read as pairs of oddities. */
function isNearlyUtf8(bytes: Uint8Array, declared: boolean): boolean {
  const text = decodeAs(bytes, 'utf-8')
  const broken = occurrences(text, '\ufffd')
  let whole = 0
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) whole++
  return whole - broken > broken * (declared ? 4 : 10)
}

function controls(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 65_536)
  let count = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) count++
  return count / sample.length
}

function controlShare(text: string): number {
  const length = Math.min(text.length, 65_536)
  let count = 0
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index)
    if (code < 9 || (code > 13 && code < 32)) count++
  }
  return count <= 2 ? 0 : count / length
}
