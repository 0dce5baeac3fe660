import { type JsonValue, parseJson } from '../../files/json.ts'

const scalar = (value: JsonValue): string | null =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : null

const scalars = (values: readonly JsonValue[]): string[] =>
  values.map(scalar).filter((it): it is string => it !== null)

/** Separators outside quotes; the first one that occurs is the one. */
const separators = ['|', ';', ',']

/** Members between separators, in either kind of quotes or none; a quote inside is doubled or has a backslash. */
const members = (text: string, allowed: readonly string[]): string[] => {
  const pieces: { text: string; quoted: boolean }[] = [{ text: '', quoted: false }]
  const cut = (separator: string | null): string[] => {
    pieces.splice(0, pieces.length, { text: '', quoted: false })
    let quote = ''
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at]!
      const piece = pieces.at(-1)!
      if (quote !== '') {
        if (sign === '\\' && at + 1 < text.length) {
          at += 1
          piece.text += text[at]!
        } else if (sign !== quote) piece.text += sign
        else if (text[at + 1] === quote) {
          at += 1
          piece.text += sign
        } else quote = ''
      } else if ((sign === '"' || sign === "'") && piece.text.trim() === '' && !piece.quoted) {
        quote = sign
        piece.quoted = true
        piece.text = ''
      } else if (sign === separator) pieces.push({ text: '', quoted: false })
      else if (!piece.quoted || sign.trim() !== '') piece.text += sign
    }
    return pieces.map((it) => (it.quoted ? it.text : it.text.trim()))
  }
  for (const separator of allowed) {
    if (!text.includes(separator)) continue
    const found = cut(separator)
    if (found.length > 1) return found
  }
  return cut(null)
}

/**
 * The members of a list value in any notation seen: JSON, `[a, b]`, `['a', "b"]`, `a|b`, `a;b`. A comma separates inside
 * brackets or where `commas` says that the value is declared to be a list: "Google, Inc." is one name.
 */
export const listOf = (value: JsonValue | undefined, commas = false): string[] => {
  if (Array.isArray(value)) return scalars(value as readonly JsonValue[])
  const text = value === undefined ? null : scalar(value)
  if (text === null || text.trim() === '') return []
  const trimmed = text.trim()
  if (trimmed.startsWith('[') && trimmed.endsWith(']')) {
    try {
      const parsed = parseJson(trimmed)
      if (Array.isArray(parsed)) return scalars(parsed)
    } catch {
      // One of the notations that are no JSON.
    }
    const inner = trimmed.slice(1, -1)
    return inner.trim() === '' ? [] : members(inner, [',', '|', ';'])
  }
  if (trimmed.includes('\n')) return trimmed.split('\n').map((it) => it.trim())
  return members(trimmed, commas ? separators : ['|', ';'])
}

/** A number where the text says one exactly enough to be written again, else the text. */
export const numberOrText = (text: string): JsonValue => {
  const trimmed = text.trim()
  const number = Number(trimmed)
  const isExact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
  return trimmed !== '' && isExact ? number : text
}

/** The value of an attribute by its declared type, of GraphML and GEXF alike; what does not fit the type stays text. */
export const typedValue = (text: string, type: string): JsonValue => {
  const kind = type.toLowerCase()
  if (kind.startsWith('list')) {
    const list = listOf(text, true)
    return kind === 'liststring' ? list : list.map((it) => typedValue(it, kind.slice(4)))
  }
  if (kind === 'boolean') {
    const word = text.trim().toLowerCase()
    return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : text
  }
  return ['int', 'integer', 'long', 'short', 'byte', 'float', 'double'].includes(kind)
    ? numberOrText(text)
    : text
}

/** Decimals whose digits count as written: those of relation facts. */
const exact = new Set(['amount', 'share_percent'])

/** The value of a named attribute by its declared type. */
export const attributeValue = (name: string, text: string, type: string): JsonValue =>
  exact.has(name) ? text : typedValue(text, type)
