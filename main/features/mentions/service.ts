import type { Fragment, Mention, MentionColumns, MentionInContext } from '../../../shared/model/mention.ts'
import type { Certainty, MadeHow } from '../../../shared/model/provenance.ts'
import type { EntityType } from '../../../shared/model/schema.ts'
import { occurrencesOf } from '../../../shared/text/boundary.ts'
import { isGraphemeBoundary } from '../../../shared/text/graphemes.ts'
import { normaliseFragments, type Span } from '../../../shared/text/span.ts'
import { readValue } from '../../../shared/values/read.ts'
import type { Value } from '../../../shared/values/value.ts'
import type { ProjectContext } from '../../core/context.ts'
import { LigatureError, notFound } from '../../core/errors.ts'
import type { Articles, ArticleText } from '../articles/index.ts'
import type { Entities } from '../entities/index.ts'
import type { SchemaService } from '../schema/index.ts'
import { createMentionRepository } from './repository.ts'

export interface MentionRequest {
  articleId: number
  typeId: number
  fragments: readonly Span[]
  entityId?: number
  value?: Value
  certainty?: Certainty
  note?: string
  how?: MadeHow
}

export interface MentionPatch {
  typeId?: number
  entityId?: number | null
  value?: Value | null
  certainty?: Certainty
  note?: string
}

export interface Mentions {
  get(ids: readonly number[]): Mention[]
  /** @throws not_found */
  one(id: number): Mention
  columns(articleId: number): MentionColumns
  idsOfArticle(articleId: number): number[]
  ofEntity(entityId: number, offset: number, limit: number): { total: number; rows: MentionInContext[] }
  /** @throws span.invalid · not_found · not_allowed (an entity of another type, a value on an entity type) */
  create(request: MentionRequest): Mention
  update(ids: readonly number[], patch: MentionPatch): void
  move(id: number, fragments: readonly Span[]): Mention
  /** Tags the other occurrences in the article; returns how many were made. */
  tagOccurrences(id: number): number
  remove(ids: readonly number[]): void
}

/** Text shown on either side of a mention in a concordance; UTF-16 code units. */
const contextWidth = 60

interface Needs {
  articles: Articles
  entities: Entities
  schema: SchemaService
}

const problems = {
  none: 'A mention needs at least one piece of text.',
  invalid: 'A piece of the mention does not lie in the text.',
  empty: 'A piece of the mention is empty.',
  overlap: 'Two pieces of the mention overlap.',
}

/** Checks pieces against the text and reads their quotes. @throws span.invalid */
const quoted = (text: string, spans: readonly Span[]): Fragment[] => {
  const checked = normaliseFragments(spans)
  if (!checked.ok) throw new LigatureError('span.invalid', problems[checked.problem])
  for (const { start, end } of checked.fragments) {
    if (end > text.length) {
      throw new LigatureError(
        'span.invalid',
        `The passage ${start}–${end} reaches beyond the text, which has ${text.length} UTF-16 units.`,
        { start, end },
      )
    }
    if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) {
      throw new LigatureError('span.invalid', `The passage ${start}–${end} would cut a character in two.`, {
        start,
        end,
      })
    }
  }
  return checked.fragments.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) }))
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

export const createMentions = (context: ProjectContext, { articles, entities, schema }: Needs): Mentions => {
  const repository = createMentionRepository(context)

  const one = (id: number): Mention => {
    const found = repository.find([id])[0]
    if (!found) throw notFound('mention', id)
    return found
  }

  const assertEntityFits = (entityId: number, type: EntityType): void => {
    if (type.kind === 'value') {
      throw new LigatureError('not_allowed', `Mentions of "${type.name}" carry a value, not an entity.`, {
        type: type.name,
      })
    }
    const entity = entities.get(entityId)
    if (entity.typeId !== type.id) {
      throw new LigatureError(
        'not_allowed',
        `"${entity.name}" is not a ${type.name}. Change the type of the mention or pick another entity.`,
        { type: type.name, name: entity.name },
      )
    }
  }

  /** Checks and stores a mention in a text that is at hand; returns its id. */
  const place = (request: MentionRequest, article: ArticleText, type: EntityType): number => {
    const fragments = quoted(article.content, request.fragments)
    if (request.entityId !== undefined) assertEntityFits(request.entityId, type)
    if (request.value !== undefined && request.value.kind !== type.valueKind) {
      throw new LigatureError('not_allowed', `"${type.name}" cannot carry a ${request.value.kind}.`, {
        type: type.name,
      })
    }
    const quote = fragments.map((it) => it.quote).join(' ')
    const read = type.valueKind === null ? null : readValue(type.valueKind, quote, article)
    return repository.add({
      articleId: request.articleId,
      typeId: type.id,
      entityId: request.entityId ?? null,
      value: request.value ?? read,
      certainty: request.certainty ?? 'certain',
      note: request.note ?? '',
      how: request.how ?? 'hand',
      fragments,
    })
  }

  const create = (request: MentionRequest): Mention =>
    one(place(request, articles.text(request.articleId), schema.entityType(request.typeId)))

  /** A change of type keeps what still fits: an entity goes when its type differs, a value is read anew. */
  const retype = (mention: Mention, type: EntityType): MentionPatch => {
    if (mention.typeId === type.id) return {}
    const entityId =
      mention.entityId !== null && entities.get(mention.entityId).typeId === type.id ? mention.entityId : null
    const quote = mention.fragments.map((it) => it.quote).join(' ')
    const value =
      type.valueKind === null ? null : readValue(type.valueKind, quote, articles.text(mention.articleId))
    return { typeId: type.id, entityId, value }
  }

  return {
    get: (ids) => repository.find(ids),
    one,
    columns: (articleId) => repository.columns(articleId),
    idsOfArticle: (articleId) => repository.idsOfArticle(articleId),
    ofEntity: (entityId, offset, limit) => {
      const texts = new Map<number, string>()
      const textOf = (articleId: number): string => {
        const known = texts.get(articleId) ?? articles.text(articleId).content
        texts.set(articleId, known)
        return known
      }
      return {
        total: repository.countOfEntity(entityId),
        rows: repository.placesOfEntity(entityId, limit, offset).map(({ end, ...place }) => {
          const text = textOf(place.articleId)
          return {
            ...place,
            before: oneLine(text.slice(Math.max(0, place.start - contextWidth), place.start)),
            after: oneLine(text.slice(end, end + contextWidth)),
          }
        }),
      }
    },
    create,
    update: (ids, patch) => {
      const found = repository.find(ids)
      if (found.length < ids.length)
        throw notFound('mention', ids.find((id) => !found.some((it) => it.id === id))!)
      const { typeId, ...rest } = patch
      for (const mention of found) {
        const type = schema.entityType(typeId ?? mention.typeId)
        const change: MentionPatch = { ...retype(mention, type), ...rest }
        if (change.entityId != null) assertEntityFits(change.entityId, type)
        if (change.value != null && change.value.kind !== type.valueKind) {
          throw new LigatureError('not_allowed', `"${type.name}" cannot carry a ${change.value.kind}.`, {
            type: type.name,
          })
        }
        repository.update([mention.id], change)
      }
    },
    move: (id, spans) => {
      const mention = one(id)
      const article = articles.text(mention.articleId)
      const fragments = quoted(article.content, spans)
      repository.replaceFragments(id, fragments)
      const type = schema.entityType(mention.typeId)
      if (type.valueKind !== null) {
        repository.update([id], {
          value: readValue(type.valueKind, fragments.map((it) => it.quote).join(' '), article),
        })
      }
      return one(id)
    },
    tagOccurrences: (id) => {
      const mention = one(id)
      if (mention.fragments.length > 1) {
        throw new LigatureError(
          'not_allowed',
          'A mention in several pieces cannot be looked for elsewhere. Tag the others by hand.',
        )
      }
      const article = articles.text(mention.articleId)
      const type = schema.entityType(mention.typeId)
      const { quote } = mention.fragments[0]!
      const taken = repository.standsAt(mention.articleId, mention.typeId)
      let created = 0
      for (const start of occurrencesOf(article.content, quote)) {
        const end = start + quote.length
        if (taken.has(`${start}:${end}`)) continue
        const request: MentionRequest = {
          articleId: mention.articleId,
          typeId: mention.typeId,
          fragments: [{ start, end }],
          entityId: mention.entityId ?? undefined,
          value: mention.value ?? undefined,
          certainty: mention.certainty,
          how: 'bulk',
        }
        place(request, article, type)
        created += 1
      }
      return created
    },
    remove: (ids) => repository.remove(ids),
  }
}
