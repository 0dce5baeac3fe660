import { isObject, type JsonObject, type JsonValue, parseJson } from '../../files/json.ts'
import type { ReadDocument, ReadEntity, ReadEntityRelation, ReadMention } from '../records.ts'
import { documentOf, type RowContext, taggedMentions } from './document.ts'
import { fieldsOf, recordsOf, stated } from './fields.ts'
import { relationFactsOf } from './relations.ts'
import { joinTokens } from './tokens.ts'

/* Rows that this program's own writer adds to what is customary: tables of entities and relations, sentences. */

export const isEntityRow = (row: JsonObject): boolean =>
  typeof row.id === 'string' && 'aliases' in row && 'outside_ids' in row && typeof row.name === 'string'

export const isRelationRow = (row: JsonObject): boolean =>
  typeof row.source === 'string' && typeof row.target === 'string' && typeof row.proved === 'boolean'

export const isSentenceRow = (row: JsonObject): boolean =>
  typeof row.article_id === 'string' && Array.isArray(row.whitespace) && Array.isArray(row.tokens)

const positionOf = (text: string): ReadEntity['position'] => {
  try {
    const value = parseJson(text)
    if (!isObject(value) || typeof value.x !== 'number' || typeof value.y !== 'number') return undefined
    return { x: value.x, y: value.y, pinned: value.pinned === true }
  } catch {
    return undefined
  }
}

const textIn = (record: JsonValue, key: string): string =>
  isObject(record) && typeof record[key] === 'string' ? record[key] : ''

export const entityOf = (row: JsonObject): ReadEntity => {
  const fields = fieldsOf(row)
  fields.take('mentions')
  const aliases = recordsOf(fields.take('aliases')).map((it) => ({
    text: textIn(it, 'text'),
    language: textIn(it, 'language'),
  }))
  const outsideIds = recordsOf(fields.take('outside_ids')).map((it) => ({
    scheme: textIn(it, 'scheme'),
    value: textIn(it, 'value'),
  }))
  return {
    kind: 'entity',
    id: fields.text('id'),
    label: fields.text('label'),
    name: fields.text('name'),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(outsideIds.length > 0 ? { outsideIds } : {}),
    ...stated({
      note: fields.text('note'),
      position: positionOf(fields.text('position')),
      foreign: fields.rest(),
    }),
  }
}

/** A relation no passage proves; those that one does stand in the rows of articles. */
export const entityRelationOf = (row: JsonObject): ReadEntityRelation | null => {
  if (row.proved === true) return null
  const fields = fieldsOf(row)
  fields.take('proved')
  fields.take('source_name')
  fields.take('target_name')
  return {
    kind: 'relation',
    id: fields.text('id'),
    label: fields.text('label'),
    source: fields.text('source'),
    target: fields.text('target'),
    directed: fields.take('directed') === true,
    ...relationFactsOf(fields),
    ...stated({ foreign: fields.rest() }),
  }
}

/** Sentences of one article (rows one after the other) as one document. */
export const articleOf = (rows: readonly JsonObject[], context: RowContext): ReadDocument => {
  const parts: string[] = []
  const mentions: ReadMention[] = []
  let point = 0
  const fields = fieldsOf(rows[0]!)
  for (const [number, row] of rows.entries()) {
    const here = number === 0 ? fields : fieldsOf(row)
    const tokens = here.take('tokens') as string[]
    const text = joinTokens(tokens, here.take('whitespace') as string[], null)
    for (const it of taggedMentions(row, here, 'tokens', text, context)) {
      const fragments = it.fragments.map(({ start, end }) => ({ start: start + point, end: end + point }))
      mentions.push({ ...it, id: String(mentions.length), fragments })
    }
    parts.push(text.text)
    point += Array.from(text.text).length
  }
  fields.take('id')
  fields.take('sentence')
  return documentOf(fields, parts.join(''), { mentions, relations: [], isBuilt: false }, context)
}
