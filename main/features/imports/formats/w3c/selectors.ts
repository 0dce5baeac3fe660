import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'

/** What a selector says of where it points. */
export interface Selected {
  /** Null where only the quote is known. */
  readonly start: number | null
  readonly end: number | null
  readonly quote?: string
  readonly prefix: string
  readonly suffix: string
}

/** A member by its name now, or by those of the older Open Annotation (`hasBody`, `oa:hasBody`). */
export const member = (node: JsonObject, name: string): JsonValue | undefined => {
  const older = `has${name[0]!.toUpperCase()}${name.slice(1)}`
  const key = [name, `oa:${name}`, older, `oa:${older}`].find(
    (it) => node[it] !== undefined && node[it] !== null,
  )
  return key === undefined ? undefined : node[key]
}

export const listOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** Text of a string, of `{"@value": …}`, or of the first of a list; '' for none. */
export const textOf = (value: JsonValue | undefined): string => {
  const [only] = listOf(value)
  if (typeof only === 'string') return only
  if (typeof only === 'number') return String(only)
  return isObject(only) ? textOf(only['@value'] ?? only.value ?? only.chars) : ''
}

/** The IRI of a node or of a reference to one; '' for none. */
export const iriOf = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : isObject(value) ? textOf(value.id ?? value['@id']) : ''

const offset = (value: JsonValue | undefined): number | null => {
  const given = isObject(value) ? (value['@value'] ?? value.value) : value
  const number = typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : given
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null
}

/** `char=4,8` of RFC 5147. */
const charFragment = /(?:^|#)char=(\d{1,15}),(\d{1,15})/

const nothing: Selected = { start: null, end: null, prefix: '', suffix: '' }

/** Deeper chains of `refinedBy` than anybody writes. */
const deepest = 10

/** One selector with what refines it; null for one that says nothing here (XPath, CSS, SVG). */
const oneSelector = (node: JsonValue, depth = 0): Selected | null => {
  if (!isObject(node) || depth > deepest) return null
  const inner = member(node, 'refinedBy')
  const ends = [member(node, 'startSelector'), member(node, 'endSelector')]
  const value = charFragment.exec(textOf(node.value))
  let [start, end] = [offset(member(node, 'start')), offset(member(node, 'end'))]
  if (value) [start, end] = [Number(value[1]), Number(value[2])]
  if (isObject(ends[0]) && isObject(ends[1])) {
    const [from, to] = [selectedBy(ends[0], depth + 1), selectedBy(ends[1], depth + 1)]
    // From where the first begins to where the second begins (Recommendation, section 4.2.9).
    start = from?.start ?? null
    end = to?.start ?? null
  }
  const exact = member(node, 'exact') ?? member(node, 'quote')
  const quote = exact === undefined ? {} : { quote: textOf(exact) }
  const own: Selected | null =
    start !== null && end !== null
      ? { ...nothing, start, end, ...quote }
      : exact === undefined
        ? null
        : {
            ...nothing,
            ...quote,
            prefix: textOf(member(node, 'prefix')),
            suffix: textOf(member(node, 'suffix')),
          }
  if (inner === undefined) return own
  const narrow = selectedBy(inner, depth + 1)
  if (!narrow) return own
  if (narrow.start === null) return { ...narrow, prefix: narrow.prefix, suffix: narrow.suffix }
  // Positions in a part count from its beginning; where that is unknown, so are they.
  if (own?.start === null || own?.start === undefined || narrow.end === null) return null
  return { ...narrow, start: own.start + narrow.start, end: own.start + narrow.end }
}

/** Alternatives for one place: the first position, the first quote. */
export const selectedBy = (value: JsonValue | undefined, depth = 0): Selected | null => {
  const found = listOf(value).flatMap((it) => oneSelector(it, depth) ?? [])
  if (found.length === 0) return null
  const position = found.find((it) => it.start !== null) ?? nothing
  const quote = found.find((it) => it.quote !== undefined && it.quote !== '') ?? nothing
  return {
    start: position.start,
    end: position.end,
    ...(quote.quote === undefined ? {} : { quote: quote.quote }),
    prefix: quote.prefix,
    suffix: quote.suffix,
  }
}

/** `https://example.org/a.txt#char=4,8` as address and place. */
export const fragmentIn = (iri: string): { source: string; selected: Selected | null } => {
  const found = charFragment.exec(iri)
  if (!found) return { source: iri, selected: null }
  return {
    source: iri.slice(0, iri.indexOf('#')),
    selected: { ...nothing, start: Number(found[1]), end: Number(found[2]) },
  }
}
