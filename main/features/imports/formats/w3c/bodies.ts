import { value as valueSchema } from '../../../../../shared/values/value.ts'
import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'
import type { ReadMention } from '../records.ts'
import { iriOf, listOf, member, textOf } from './selectors.ts'

/** What the bodies of an annotation say. */
export interface Said {
  /** '' where no body tags. */
  readonly label: string
  readonly note: string
  readonly entity?: string
  readonly entityName?: string
  readonly outsideIds?: ReadMention['outsideIds']
  readonly value?: ReadMention['value']
  /** Ids of annotations it links, with their role ('' where none is stated). */
  readonly links: readonly { readonly role: string; readonly id: string }[]
  /** Bodies that have no place here. */
  readonly rest: readonly JsonValue[]
}

const own = /^urn:(?:ligature|uuid):(.+)$/

/** The uid in an IRI of our own, else the IRI. */
export const idOf = (iri: string): string => {
  const found = own.exec(iri)?.[1]
  if (found === undefined) return iri.replace(/^#/, '')
  try {
    return decodeURIComponent(found)
  } catch {
    return found
  }
}

const wikidata = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/(Q\d{1,12})$/

const outsideIdOf = (iri: string): { scheme: string; value: string } => {
  const item = wikidata.exec(iri)?.[1]
  return item === undefined ? { scheme: 'uri', value: iri } : { scheme: 'wikidata', value: item }
}

const valueIn = (text: string): ReadMention['value'] => {
  try {
    const found = valueSchema.safeParse(JSON.parse(text))
    return found.success ? found.data : undefined
  } catch {
    return undefined
  }
}

/** Words for what an annotation is for, without prefix. */
export const wordsOf = (value: JsonValue | undefined): string[] =>
  listOf(value).map((it) => (iriOf(it).split(/[:#/]/).at(-1) ?? '').toLowerCase())

const tags = ['tagging', 'classifying']

/** The bodies of an annotation whose motivations these are. */
export const saidBy = (bodies: readonly JsonValue[], motivations: readonly string[]): Said => {
  const labels: string[] = []
  const notes: string[] = []
  const links: { role: string; id: string }[] = []
  const rest: JsonValue[] = []
  let meant: { iri: string; name: string } | null = null
  let value: ReadMention['value']
  const isLink = motivations.includes('linking')

  const take = (body: JsonValue): void => {
    if (typeof body === 'string') {
      if (isLink) links.push({ role: '', id: idOf(body) })
      else if (/^[a-z][a-z0-9+.-]*:\S+$/i.test(body)) meant ??= { iri: body, name: '' }
      else notes.push(body)
      return
    }
    if (!isObject(body)) return
    const items = member(body, 'items')
    if (Array.isArray(items)) {
      for (const it of items) take(it)
      return
    }
    const purposes = wordsOf(member(body, 'purpose'))
    const words = purposes.length > 0 ? purposes : motivations
    const source = member(body, 'source')
    const iri = iriOf(source) || (member(body, 'value') === undefined ? iriOf(body) : '')
    const text = textOf(member(body, 'value')) || textOf(body.chars) || textOf(body['cnt:chars'])
    const isTag = words.some((it) => tags.includes(it)) || wordsOf(body.type ?? body['@type']).includes('tag')
    if (words.includes('linking') && iri !== '') links.push({ role: textOf(body['lig:role']), id: idOf(iri) })
    else if (isTag && text !== '') labels.push(text)
    else if (isTag && isObject(source) && textOf(source.label) !== '') {
      labels.push(textOf(source.label))
      rest.push(body)
    } else if (text !== '' && textOf(body.format) === 'application/json' && valueIn(text))
      value ??= valueIn(text)
    else if (text !== '') notes.push(text)
    else if (iri !== '')
      meant ??= { iri, name: textOf(body['lig:name']) || (isObject(source) ? textOf(source.label) : '') }
    else rest.push(body)
  }
  for (const it of bodies) take(it)
  // What the first tag leaves is kept, not dropped.
  rest.push(...labels.slice(1).map((it) => ({ type: 'TextualBody', purpose: 'tagging', value: it })))
  const found = meant as { iri: string; name: string } | null
  return {
    label: labels[0] ?? '',
    note: notes.join('\n\n'),
    ...(found ? { entity: idOf(found.iri) } : {}),
    ...(found && found.name !== '' ? { entityName: found.name } : {}),
    ...(found && !own.test(found.iri) ? { outsideIds: [outsideIdOf(found.iri)] } : {}),
    ...(value ? { value } : {}),
    links,
    rest,
  }
}

export const bodiesOf = (node: JsonObject): readonly JsonValue[] => [
  ...listOf(member(node, 'body')),
  // Recogito's own model, Hypothesis.
  ...listOf(node.bodies),
  ...listOf(node.tags).map((it) => ({ type: 'TextualBody', purpose: 'tagging', value: it })),
  ...(typeof node.text === 'string' && node.text !== '' && node.body === undefined
    ? [{ value: node.text, purpose: 'commenting' }]
    : []),
  ...listOf(member(node, 'bodyValue')).map((it) => ({ value: it, purpose: 'commenting' })),
]
