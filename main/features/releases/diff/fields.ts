import type { JsonObject, JsonValue } from '../../../../shared/model/json.ts'

/** One thing a record says: by what it is compared, and how it is shown. */
export interface Field {
  readonly name: string
  readonly key: string
  shown(): string
}

/** Names for uids that other records are referred to by; '' for one that is not known. */
export interface Names {
  person(uid: string): string
  entity(uid: string): string
  relation(uid: string): string
  mention(uid: string): string
}

type Read = (value: JsonValue | undefined, record: JsonObject, names: Names) => Omit<Field, 'name'>

/** Objects with their keys in order, so that equal values are equal text. */
const canonical = (value: JsonValue): string =>
  JSON.stringify(value, (_, it) =>
    it !== null && typeof it === 'object' && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
      : it,
  )

/** By what values are compared; a sign no text begins with keeps texts apart from what they might spell. */
const keyOf = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : `\0${canonical(value)}`

const asText = (value: JsonValue | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : canonical(value)

const plain: Read = (value) => ({ key: keyOf(value), shown: () => asText(value) })

const reference =
  (what: keyof Names): Read =>
  (value, _, names) => ({
    key: keyOf(value),
    shown: () => (typeof value === 'string' ? names[what](value) || value : ''),
  })

const listOf = (value: JsonValue | undefined): JsonObject[] =>
  Array.isArray(value)
    ? value.filter((it): it is JsonObject => typeof it === 'object' && it !== null && !Array.isArray(it))
    : []

const aliases: Read = (value) => {
  const texts = listOf(value).map(
    (it) => `${asText(it.text)}${it.language ? ` (${asText(it.language)})` : ''}`,
  )
  return { key: JSON.stringify(texts), shown: () => texts.join('; ') }
}

const outsideIds: Read = (value) => {
  const texts = listOf(value).map((it) => `${asText(it.scheme)}: ${asText(it.value)}`)
  return { key: JSON.stringify(texts), shown: () => texts.join('; ') }
}

const spanText = (it: JsonObject): string => `${asText(it.start)}–${asText(it.end)}`

const fragments: Read = (value) => {
  const places = listOf(value).map(spanText).join(' + ')
  return { key: places, shown: () => places }
}

const quoteOf = (record: JsonObject): string =>
  listOf(record.fragments)
    .map((it) => asText(it.quote))
    .join(' … ')

const quote: Read = (_, record) => ({ key: quoteOf(record), shown: () => quoteOf(record) })

const passage: Read = (_, record) => ({ key: spanText(record), shown: () => spanText(record) })

/** By its hash; where there is no text the hash is shown. */
const text: Read = (value, { textHash }) => ({
  key: keyOf(textHash),
  shown: () => (typeof value === 'string' ? value : asText(textHash)),
})

/** What the article came from, without the original's bytes. */
const origin: Read = (value) => {
  const { bytes: _, ...rest } = (listOf([value ?? null])[0] ?? {}) as JsonObject
  return { key: keyOf(rest), shown: () => asText(rest.name) }
}

type Fields = readonly (readonly [name: string, read: Read, full?: 'full'])[]

const made: Fields = [
  ['madeBy', reference('person'), 'full'],
  ['madeHow', plain, 'full'],
  ['madeAt', plain, 'full'],
]
const named = (...names: string[]): Fields => names.map((it) => [it, plain] as const)

/** The fields of each record; `full`: those a release without texts does not have. */
const fieldsOfRecord: Readonly<Record<string, Fields>> = {
  entityType: named('key', 'name', 'kind', 'valueKind', 'colour', 'pattern', 'label', 'shortcut', 'position'),
  relationType: named('key', 'name', 'inverseName', 'directed', 'colour', 'dash', 'position'),
  rule: named('relationType', 'source', 'target'),
  entity: [
    ...named('type', 'name', 'note'),
    ['aliases', aliases],
    ['outsideIds', outsideIds],
    ['position', plain, 'full'],
    ...made,
  ],
  relation: [
    ...named('type'),
    ['source', reference('entity')],
    ['target', reference('entity')],
    ...named('status', 'validFrom', 'validTo', 'amount', 'currency', 'share', 'certainty', 'note'),
    ...made,
  ],
  article: [
    ...named('title', 'language', 'publishedOn', 'publisher', 'sourceUrl', 'status'),
    ['note', plain, 'full'],
    ['text', text],
    ['source', origin, 'full'],
    ...made,
  ],
  mention: [
    ...named('type'),
    ['fragments', fragments],
    // Redacted ones may be cut anywhere.
    ['quote', quote, 'full'],
    ['entity', reference('entity')],
    ...named('value', 'certainty', 'note'),
    ...made,
  ],
  evidence: [
    ['relation', reference('relation')],
    ['passage', passage],
    ['quote', plain, 'full'],
    ['sourceMention', reference('mention')],
    ['targetMention', reference('mention')],
    ['note', plain],
    ...made,
  ],
}

/** What a record says; without what only full releases say where one of the two is none. */
export const fieldsOf = (record: JsonObject, full: boolean, names: Names): Field[] =>
  (fieldsOfRecord[record.record as string] ?? []).flatMap(([name, read, only]) =>
    only === 'full' && !full ? [] : [{ name, ...read(record[name], record, names) }],
  )

/** What a record is called: title, quote or name. */
export const aboutOf = (record: JsonObject, names: Names): string => {
  const of = (key: string): string => asText(record[key])
  switch (record.record) {
    case 'article':
      return of('title').trim() || of('uid')
    case 'mention':
      return quoteOf(record).replace(/[\s…]/g, '') === ''
        ? listOf(record.fragments).map(spanText).join(' + ')
        : quoteOf(record)
    case 'evidence':
      return of('quote') || spanText(record)
    case 'relation':
      return `${names.entity(of('source')) || of('source')} – ${of('type')} – ${names.entity(of('target')) || of('target')}`
    case 'rule':
      return `${of('relationType')}: ${of('source')} → ${of('target')}`
    default:
      return of('name')
  }
}
