import { isUtf8 } from 'node:buffer'
import { isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json.ts'
import type { SetFile } from './setFile.ts'
import { utf8Text } from './text.ts'
import { Unreadable } from './unreadable.ts'

export { isObject, type JsonObject, type JsonValue }

/** The longest single record that is held in memory, in bytes. */
const longestRecord = 256 << 20

/** Deeper nesting than any format needs; `JSON.parse` itself would go on to the end of the stack. */
const deepest = 500

/** Integers above 2^53 (ids of tweets) stay exact as strings; all else is `JSON.parse`. @throws SyntaxError */
export const parseJson = (text: string): JsonValue =>
  /\d{16}/.test(text)
    ? JSON.parse(text, (_, value: JsonValue, context?: { source?: string }) =>
        typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
          ? context!.source!
          : value,
      )
    : JSON.parse(text)

/** One value of a file of values, or why it could not be read (the ones after it can be). */
export interface JsonRecord {
  /** Counted from 1. */
  readonly number: number
  /** Line the value starts in, counted from 1. */
  readonly line: number
  readonly value: JsonValue | undefined
  /** English sentence; '' for a value that was read. */
  readonly error: string
  /** Bytes of the file up to and with this value. */
  readonly position: number
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket, comma, lf] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x0a,
]
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** A number, `true`, `false` or `null`, as JSON writes them. */
const isScalar = (bytes: Buffer): boolean =>
  /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)\s*$/.test(bytes.toString('latin1'))

/** Is the file one list whose members are the records? Lines that are lists themselves are not. */
const isOneList = (head: Uint8Array): boolean => {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  if (!/^\s*\[/.test(text)) return false
  const [first = '', ...rest] = text.trimStart().split('\n')
  if (!rest.some((it) => it.trim() !== '')) return true
  try {
    JSON.parse(first)
    return false
  } catch {
    return true
  }
}

/**
 * The values of JSON Lines, of concatenated (also pretty-printed) JSON, or the members of one top-level list, one in
 * memory at a time: values are cut by their brackets, so neither line ends nor blanks matter.
 * @throws Unreadable `import.json` when the file does not end where its JSON does, `import.too_large`
 */
export function* readJson(file: SetFile): Generator<JsonRecord> {
  const head = file.head(1 << 16)
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    // UTF-16: rare and small; turned into the UTF-8 that the scanner knows.
    const utf8 = Buffer.from(utf8Text(file.bytes(), file.path), 'utf8')
    yield* scan({ ...file, chunks: () => [utf8] }, isOneList(utf8.subarray(0, 1 << 16)))
    return
  }
  yield* scan(file, isOneList(head))
}

function* scan(file: SetFile, members: boolean): Generator<JsonRecord> {
  const floor = members ? 1 : 0
  let number = 0
  let line = 1
  let depth = 0
  let inString = false
  let escaped = false
  let position = 0
  let parts: Uint8Array[] = []
  let held = 0
  /** In a value, and the line it began in; a scalar ends at a separator, a container at its bracket. */
  let begun = 0
  let scalar = false
  let first = true

  const finish = (piece: Uint8Array, at: number): JsonRecord => {
    const bytes = Buffer.concat([...parts, piece])
    parts = []
    held = 0
    number += 1
    const record = { number, line: begun, position: at }
    const isWord = scalar && bytes[0] !== quote
    begun = 0
    scalar = false
    // Text that is no JSON has many words; an error thrown for each takes its time.
    if (isWord && !isScalar(bytes))
      return { ...record, value: undefined, error: 'This is no JSON (a word that is no value).' }
    if (!isUtf8(bytes)) return { ...record, value: undefined, error: 'The record is not UTF-8.' }
    try {
      return { ...record, value: parseJson(bytes.toString('utf8')), error: '' }
    } catch (thrown) {
      return { ...record, value: undefined, error: `This is no JSON (${(thrown as Error).message}).` }
    }
  }

  for (let chunk of file.chunks()) {
    if (first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
      chunk = chunk.subarray(3)
      position += 3
    }
    first = false
    let start = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at]!
      if (byte === lf) line += 1
      if (inString) {
        if (escaped) escaped = false
        else if (byte === backslash) escaped = true
        else if (byte === quote) inString = false
        continue
      }
      const opens = byte === openBrace || byte === openBracket
      const closes = byte === closeBrace || byte === closeBracket
      if (scalar && (isSpace(byte) || byte === comma || closes || opens)) {
        yield finish(chunk.subarray(start, at), position + at)
      }
      if (opens) {
        depth += 1
        if (depth > deepest)
          throw new Unreadable(
            'import.json',
            `${file.path}, line ${line}: nested deeper than ${deepest}. This is no data file.`,
            { line },
          )
        if (depth === floor + 1 && begun === 0) {
          begun = line
          start = at
        }
      } else if (closes) {
        depth -= 1
        if (depth < 0) {
          throw new Unreadable(
            'import.json',
            `${file.path}, line ${line}: a closing bracket without its opening one. The file is damaged.`,
            { line },
          )
        }
        if (depth === floor && begun > 0 && !scalar)
          yield finish(chunk.subarray(start, at + 1), position + at + 1)
      } else {
        if (byte === quote) inString = true
        if (depth === floor && begun === 0 && !isSpace(byte) && byte !== comma) {
          begun = line
          start = at
          scalar = true
        }
      }
    }
    if (begun > 0) {
      const rest = chunk.subarray(start)
      parts.push(rest)
      held += rest.length
      if (held > longestRecord) {
        throw new Unreadable(
          'import.too_large',
          `${file.path}, line ${begun}: a record of more than ${longestRecord >> 20} MB.`,
          { line: begun },
        )
      }
    }
    position += chunk.length
  }
  if (scalar && !inString) yield finish(new Uint8Array(0), position)
  if (begun > 0 || depth > 0 || inString) {
    throw new Unreadable(
      'import.json',
      `${file.path}, line ${line}: the file ends in the middle of a record. It is cut off.`,
      { line },
    )
  }
}

/** The whole file as one value. @throws Unreadable `import.json` · `import.not_utf8` · `import.too_large` */
export const jsonOf = (file: SetFile): JsonValue => {
  const text = utf8Text(file.bytes(), file.path)
  try {
    return parseJson(text)
  } catch (thrown) {
    throw new Unreadable(
      'import.json',
      `${file.path}: this is no complete JSON (${(thrown as Error).message}). The file is cut off or damaged.`,
    )
  }
}

/** The longest beginning of a cut-off value that can be closed: up to the last member that is complete. */
const closed = (text: string): string | null => {
  const stack: string[] = []
  let best: string | null = null
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at]!
    if (inString) {
      if (unit === '\\') at += 1
      else if (unit === '"') inString = false
      continue
    }
    if (unit === '"') inString = true
    else if (unit === '{' || unit === '[') stack.push(unit === '{' ? '}' : ']')
    else if (unit === '}' || unit === ']') stack.pop()
    else if (unit === ',' && stack.length > 0) best = text.slice(0, at) + stack.toReversed().join('')
    if (stack.length > deepest) return null
  }
  return best
}

/**
 * The first values of a text that may be cut off anywhere, at most `most`: members of a top-level list, else values one
 * after the other. Where not even the first is complete, its complete members are given. Never throws.
 */
export const peekJson = (text: string, most = 20): JsonValue[] => {
  const bytes = Buffer.from(text, 'utf8')
  if (!/^\s*[[{]/.test(text)) return []
  const found: JsonValue[] = []
  const file = {
    path: '',
    name: '',
    size: bytes.length,
    head: () => bytes,
    tail: () => bytes,
    bytes: () => bytes,
    chunks: () => [bytes],
  }
  try {
    for (const { value } of scan(file, isOneList(bytes))) {
      if (value === undefined) return found
      found.push(value)
      if (found.length >= most) return found
    }
  } catch {
    // Cut off: what was complete counts.
  }
  if (found.length > 0) return found
  const repaired = closed(text)
  if (repaired === null) return []
  try {
    const value = parseJson(repaired)
    return Array.isArray(value) ? value.slice(0, most) : [value]
  } catch {
    return []
  }
}
