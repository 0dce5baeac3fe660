import { articleStatus } from '../../../../../shared/model/article.ts'
import { certainty } from '../../../../../shared/model/provenance.ts'
import { relationStatus } from '../../../../../shared/model/relation.ts'
import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'
import type { ReadDocument, ReadEntity, ReadEntityRelation, RelationFacts } from '../records.ts'
import { idOf } from './bodies.ts'
import { iriOf, listOf, textOf } from './selectors.ts'

/* Nodes this program's own writer adds: texts, entities, relations without a passage; their terms begin with `lig:`. */

const stated = <T extends object>(members: T): Partial<T> =>
  Object.fromEntries(Object.entries(members).filter(([, it]) => it !== undefined && it !== '')) as Partial<T>

const foreignOf = (node: JsonObject, known: readonly string[]): { foreign?: JsonObject } => {
  const rest = Object.entries(node).filter(([key]) => !key.startsWith('lig:') && !known.includes(key))
  return rest.length > 0 ? { foreign: Object.fromEntries(rest) } : {}
}

export const isDocumentNode = (node: JsonValue): node is JsonObject =>
  isObject(node) && typeof node.value === 'string' && iriOf(node) !== '' && textOf(node.type) === 'Text'

export type TextFacts = Pick<ReadDocument, 'text'> & Partial<Omit<ReadDocument, 'text'>>

export const documentFactsOf = (node: JsonObject): TextFacts => ({
  text: node.value as string,
  ...stated({
    title: textOf(node['lig:title']),
    language: textOf(node.language),
    publishedOn: textOf(node['lig:publishedOn']),
    publisher: textOf(node['lig:publisher']),
    sourceUrl: textOf(node['lig:sourceUrl']),
    status: articleStatus.safeParse(textOf(node['lig:status'])).data,
    note: textOf(node['lig:note']),
  }),
  ...foreignOf(node, ['id', 'type', 'format', 'language', 'value']),
})

export const relationFactsOf = (node: JsonObject): RelationFacts & { readonly directed?: boolean } =>
  stated({
    directed: typeof node['lig:directed'] === 'boolean' ? node['lig:directed'] : undefined,
    status: relationStatus.safeParse(textOf(node['lig:status'])).data,
    validFrom: textOf(node['lig:validFrom']),
    validTo: textOf(node['lig:validTo']),
    amount: textOf(node['lig:amount']),
    currency: textOf(node['lig:currency']),
    share: textOf(node['lig:share']),
    certainty: certainty.safeParse(textOf(node['lig:certainty'])).data,
    note: textOf(node['lig:note']),
  })

const pairs = (value: JsonValue | undefined, first: string, second: string): [string, string][] =>
  listOf(value).flatMap((it) =>
    isObject(it) ? [[textOf(it[first]), textOf(it[second])] as [string, string]] : [],
  )

const positionOf = (value: JsonValue | undefined): ReadEntity['position'] =>
  isObject(value) && typeof value.x === 'number' && typeof value.y === 'number'
    ? { x: value.x, y: value.y, pinned: value.pinned === true }
    : undefined

/** An entity or a relation between entities; null for other nodes. */
export const ownNode = (node: JsonValue): ReadEntity | ReadEntityRelation | null => {
  if (!isObject(node)) return null
  const id = idOf(iriOf(node))
  const label = textOf(node['lig:type'])
  if (node.type === 'lig:Entity') {
    const aliases = pairs(node['lig:aliases'], 'value', 'language').map(([text, language]) => ({
      text,
      language,
    }))
    const outsideIds = pairs(node['lig:outsideIds'], 'scheme', 'value').map(([scheme, value]) => ({
      scheme,
      value,
    }))
    return {
      kind: 'entity',
      id,
      label,
      name: textOf(node.label),
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(outsideIds.length > 0 ? { outsideIds } : {}),
      ...stated({ note: textOf(node['lig:note']), position: positionOf(node['lig:position']) }),
      ...foreignOf(node, ['id', 'type', 'label']),
    }
  }
  if (node.type !== 'lig:Relation') return null
  return {
    kind: 'relation',
    id,
    label,
    source: idOf(iriOf(node['lig:source'])),
    target: idOf(iriOf(node['lig:target'])),
    ...relationFactsOf(node),
    ...foreignOf(node, ['id', 'type']),
  }
}
