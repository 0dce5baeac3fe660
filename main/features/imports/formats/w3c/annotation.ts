import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'
import { bodiesOf, idOf, type Said, saidBy, wordsOf } from './bodies.ts'
import { fragmentIn, iriOf, listOf, member, type Selected, selectedBy, textOf } from './selectors.ts'

export interface Target {
  /** The address of the text; '' where the annotation names none. */
  readonly source: string
  readonly selected: Selected | null
}

/** An annotation as far as it is understood. */
export interface Annotation {
  readonly id: string
  readonly motivations: readonly string[]
  readonly said: Said
  readonly targets: readonly Target[]
  /** Ids of other annotations among its targets. */
  readonly points: readonly string[]
  readonly annotator: string
  /** The node itself, for facts of our own. */
  readonly node: JsonObject
  readonly foreign?: JsonObject
}

const known = new Set([
  ...[
    '@context',
    'id',
    '@id',
    'type',
    '@type',
    'motivation',
    'oa:motivatedBy',
    'motivatedBy',
    'body',
    'bodies',
  ],
  ...[
    'target',
    'creator',
    'bodyValue',
    'text',
    'tags',
    'lig:certainty',
    'lig:relation',
    'hasBody',
    'hasTarget',
  ],
])

const typesOf = (node: JsonObject): string[] => wordsOf(node.type ?? node['@type'])

/** Is this a node of an annotation: by its type, or by a target with something about it? */
export const isAnnotation = (value: JsonValue): value is JsonObject => {
  if (!isObject(value)) return false
  if (typesOf(value).includes('annotation')) return member(value, 'target') !== undefined
  const target = member(value, 'target')
  const [first] = listOf(target)
  const hasSelector = isObject(first) && member(first, 'selector') !== undefined
  return hasSelector || (typeof value.motivation === 'string' && target !== undefined)
}

/** Selectors of a list are alternatives; in Recogito's own model they are the pieces of one selection. */
const selectionsOf = (target: JsonObject): (Selected | null)[] => {
  const list = listOf(member(target, 'selector'))
  const isPieces =
    list.length > 1 && list.every((it) => isObject(it) && typeof it.quote === 'string' && 'start' in it)
  const ranges =
    list.length > 1 && list.every((it) => isObject(it) && wordsOf(it.type).includes('rangeselector'))
  return isPieces || ranges ? list.map((it) => selectedBy(it)) : [selectedBy(list)]
}

/** Addresses that are those of annotations: our own, `#id`, or any name that is no address of a text. */
const isPoint = (iri: string, annotations: ReadonlySet<string>): boolean =>
  iri.startsWith('#') || annotations.has(iri) || annotations.has(idOf(iri))

const annotatorOf = (creator: JsonValue | undefined): string => {
  const [first] = listOf(creator)
  if (!isObject(first)) return typeof first === 'string' ? first : ''
  const name = [first.name, first.nickname, first.nick, first.email]
    .map(textOf)
    .find((it) => it.trim() !== '')
  return (name ?? iriOf(first)).trim()
}

/** @param ids ids of all annotations of the set, to tell links from addresses of texts */
export const annotationOf = (node: JsonObject, ids: ReadonlySet<string>): Annotation => {
  const motivations = wordsOf(member(node, 'motivation') ?? member(node, 'motivatedBy'))
  const targets: Target[] = []
  const points: string[] = []
  const take = (target: JsonValue): void => {
    if (isObject(target) && Array.isArray(target.items)) {
      for (const it of target.items) take(it)
      return
    }
    const given = isObject(target) ? member(target, 'source') : target
    const iri = iriOf(given) || (isObject(target) ? iriOf(target) : '')
    const hasSelector = isObject(target) && member(target, 'selector') !== undefined
    if (!hasSelector && isPoint(iri, ids)) points.push(idOf(iri))
    else {
      const { source, selected } = fragmentIn(iri || textOf(node.uri))
      const selections = isObject(target) && hasSelector ? selectionsOf(target) : [selected]
      targets.push(...selections.map((it) => ({ source, selected: it })))
    }
  }
  for (const it of listOf(member(node, 'target'))) take(it)
  const said = saidBy(bodiesOf(node), motivations)
  const rest = Object.fromEntries(Object.entries(node).filter(([key]) => !known.has(key)))
  const foreign = { ...rest, ...(said.rest.length > 0 ? { 'lig:bodies': [...said.rest] } : {}) }
  return {
    id: idOf(iriOf(node)),
    motivations,
    said,
    targets,
    points,
    annotator: annotatorOf(node.creator ?? node.user),
    node,
    ...(Object.keys(foreign).length > 0 ? { foreign } : {}),
  }
}
