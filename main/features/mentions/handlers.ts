import type { contract } from '../../../shared/contract/index.ts'
import type { Mention } from '../../../shared/model/mention.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { Entities } from '../entities/index.ts'
import type { SchemaService } from '../schema/index.ts'
import type { Mentions } from './service.ts'

const quoteOf = (mention: Mention): string =>
  mention.fragments
    .map((it) => it.quote)
    .join(' … ')
    .slice(0, 80)

export const mentionHandlers = (
  mentions: Mentions,
  { entities, schema }: { entities: Entities; schema: SchemaService },
): Handlers<typeof contract.mentions> => ({
  get: ({ ids }) => mentions.get(ids),
  ofArticle: ({ articleId }) => mentions.idsOfArticle(articleId),
  ofEntity: ({ entityId, offset, limit }) => mentions.ofEntity(entityId, offset, limit),
  create: (request, step) => {
    const mention = mentions.create(request)
    step.describe({
      quote: quoteOf(mention),
      type: schema.entityType(mention.typeId).name,
      entity: mention.entityName,
    })
    return mention
  },
  update: ({ ids, patch }, step) => {
    mentions.update(ids, patch)
    const fields = Object.keys(patch)
    const first = mentions.one(ids[0]!)
    step.describe({
      count: ids.length,
      quote: quoteOf(first),
      field: fields.length === 1 ? fields[0]! : '',
      entity: first.entityName,
      type: schema.entityType(first.typeId).name,
    })
    if (fields.length === 1 && fields[0] === 'note') step.mergeWith(`${ids.join()}:note`)
    return {}
  },
  move: ({ id, fragments }, step) => {
    const mention = mentions.move(id, fragments)
    step.describe({ quote: quoteOf(mention) })
    step.mergeWith(`${id}`)
    return mention
  },
  linkToNewEntity: ({ ids, typeId, name }, step) => {
    const entityId = entities.create({ typeId, name })
    mentions.update(ids, { entityId })
    step.describe({ entity: name, count: ids.length, type: schema.entityType(typeId).name })
    return { entityId }
  },
  tagOccurrences: ({ id }, step) => {
    const created = mentions.tagOccurrences(id)
    step.describe({ count: created, quote: quoteOf(mentions.one(id)) })
    return { created }
  },
  remove: ({ ids }, step) => {
    const found = mentions.get(ids.slice(0, 1))[0]
    step.describe({ count: ids.length, quote: found ? quoteOf(found) : '' })
    mentions.remove(ids)
    return {}
  },
})
