import type { Entity, EntityCandidate, EntityRow } from '../../../shared/model/entity.ts'
import { foldKey } from '../../../shared/text/fold.ts'
import type { ProjectContext } from '../../core/context.ts'
import { LigatureError, notFound } from '../../core/errors.ts'
import type { SchemaService } from '../schema/index.ts'
import { createEntityRepository, type EntityQuery, type EntityRecord } from './repository.ts'

export interface NewEntity {
  typeId: number
  name: string
  note?: string
  aliases?: readonly { text: string; language: string }[]
}

export interface Entities {
  page(query: Omit<EntityQuery, 'key'> & { text?: string }): { total: number; rows: EntityRow[] }
  candidates(text: string, typeId: number | undefined, limit: number): EntityCandidate[]
  /** Name, type, note and counts. @throws not_found */
  get(id: number): EntityRecord
  /** All of it. @throws not_found */
  detail(id: number): Entity
  create(entity: NewEntity): number
  update(id: number, patch: { name?: string; typeId?: number; note?: string }): void
  remove(id: number): void
  /** Returns the entity's name. */
  addAlias(entityId: number, text: string, language: string): void
  updateAlias(id: number, text: string, language: string): { entityId: number; text: string }
  removeAlias(id: number): { entityId: number; text: string }
  addOutsideId(entityId: number, scheme: string, value: string): void
  removeOutsideId(id: number): { entityId: number; scheme: string }
}

export const createEntities = (context: ProjectContext, { schema }: { schema: SchemaService }): Entities => {
  const repository = createEntityRepository(context)

  const get = (id: number): EntityRecord => {
    const found = repository.find(id)
    if (!found) throw notFound('entity', id)
    return found
  }
  const assertEntityKind = (typeId: number): void => {
    const type = schema.entityType(typeId)
    if (type.kind === 'value') {
      throw new LigatureError(
        'not_allowed',
        `"${type.name}" is a value type; entities need an entity type.`,
        { type: type.name },
      )
    }
  }
  const trimmed = (name: string): string => {
    const text = name.trim()
    if (text === '') throw new LigatureError('invalid_input', 'A name cannot be empty.')
    return text
  }
  const addAlias = (entityId: number, text: string, language: string): void => {
    const alias = trimmed(text)
    const known = [get(entityId).name, ...repository.aliases(entityId).map((it) => it.text)]
    if (!known.includes(alias)) repository.addAlias(entityId, alias, foldKey(alias), language)
  }

  return {
    page: ({ text, ...query }) => {
      const complete = { ...query, key: foldKey(text ?? '') }
      return { total: repository.count(complete), rows: repository.page(complete) }
    },
    candidates: (text, typeId, limit) => repository.candidates(foldKey(text), typeId ?? 0, limit),
    get,
    detail: (id) => ({
      ...get(id),
      aliases: repository.aliases(id),
      outsideIds: repository.outsideIds(id),
      relations: repository.relations(id).map((it) => ({ ...it, outgoing: it.outgoing === 1 })),
    }),
    create: ({ typeId, name, note, aliases }) => {
      assertEntityKind(typeId)
      const text = trimmed(name)
      const id = repository.add({ typeId, name: text, key: foldKey(text), note: note ?? '' })
      for (const alias of aliases ?? []) addAlias(id, alias.text, alias.language)
      return id
    },
    update: (id, { name, typeId, note }) => {
      const entity = get(id)
      if (name !== undefined) repository.rename(id, trimmed(name), foldKey(name))
      if (note !== undefined) repository.setNote(id, note)
      if (typeId !== undefined && typeId !== entity.typeId) {
        assertEntityKind(typeId)
        repository.setType(id, typeId)
      }
    },
    remove: (id) => {
      get(id)
      repository.remove(id)
    },
    addAlias,
    updateAlias: (id, text, language) => {
      const owner = repository.aliasOwner(id)
      if (!owner) throw notFound('alias', id)
      repository.updateAlias(id, trimmed(text), foldKey(text), language)
      return owner
    },
    removeAlias: (id) => {
      const owner = repository.aliasOwner(id)
      if (!owner) throw notFound('alias', id)
      repository.removeAlias(id)
      return owner
    },
    addOutsideId: (entityId, scheme, value) => {
      get(entityId)
      repository.addOutsideId(entityId, trimmed(scheme), trimmed(value))
    },
    removeOutsideId: (id) => {
      const owner = repository.outsideIdOwner(id)
      if (!owner) throw notFound('outside id', id)
      repository.removeOutsideId(id)
      return owner
    },
  }
}
