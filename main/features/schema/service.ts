import type { UiLanguage } from '../../../shared/messages/define.ts'
import type { EntityType, RelationType, Schema } from '../../../shared/model/schema.ts'
import type { ProjectContext } from '../../core/context.ts'
import { LigatureError, notFound } from '../../core/errors.ts'
import { defaultEntityTypes, defaultRelationTypes } from './defaultSchema.ts'
import { createSchemaRepository, type NewEntityType, type NewRelationType } from './repository.ts'

export interface SchemaService {
  read(): Schema
  /** @throws not_found */
  entityType(id: number): EntityType
  /** @throws not_found */
  relationType(id: number): RelationType
  /** Whether a relation type may join these two entity types. */
  mayJoin(relationTypeId: number, sourceTypeId: number, targetTypeId: number): boolean
  addEntityType(type: NewEntityType): number
  updateEntityType(id: number, patch: Partial<NewEntityType & { position: number }>): void
  removeEntityType(id: number): void
  addRelationType(type: NewRelationType): number
  updateRelationType(id: number, patch: Partial<NewRelationType & { position: number }>): void
  removeRelationType(id: number): void
  setRules(relationTypeId: number, rules: readonly { sourceTypeId: number; targetTypeId: number }[]): void
}

export const createSchema = (context: ProjectContext): SchemaService => {
  const repository = createSchemaRepository(context)

  const entityType = (id: number): EntityType => {
    const found = repository.read().entityTypes.find((it) => it.id === id)
    if (!found) throw notFound('entity type', id)
    return found
  }
  const relationType = (id: number): RelationType => {
    const found = repository.read().relationTypes.find((it) => it.id === id)
    if (!found) throw notFound('relation type', id)
    return found
  }
  const assertFreeKey = (
    table: 'entity_type' | 'relation_type',
    key: string | undefined,
    exceptId = 0,
  ): void => {
    if (key !== undefined && repository.keyTaken(table, key, exceptId)) {
      throw new LigatureError(
        'conflict',
        `There is another type with the key "${key}". Choose another key.`,
        { key },
      )
    }
  }
  const assertUnused = (name: string, uses: number): void => {
    if (uses > 0) {
      throw new LigatureError(
        'not_allowed',
        `"${name}" is used ${uses} times. Change those first, then remove it.`,
        { name, uses },
      )
    }
  }

  return {
    read: () => repository.read(),
    entityType,
    relationType,
    mayJoin: (relationTypeId, sourceTypeId, targetTypeId) => {
      const rules = repository.read().rules.filter((it) => it.relationTypeId === relationTypeId)
      if (rules.length === 0) return true
      const undirected = !relationType(relationTypeId).directed
      return rules.some(
        (it) =>
          (it.sourceTypeId === sourceTypeId && it.targetTypeId === targetTypeId) ||
          (undirected && it.sourceTypeId === targetTypeId && it.targetTypeId === sourceTypeId),
      )
    },
    addEntityType: (type) => {
      assertFreeKey('entity_type', type.key)
      if ((type.kind === 'value') !== (type.valueKind !== null)) {
        throw new LigatureError('invalid_input', 'A value type needs a value kind, an entity type has none.')
      }
      return repository.addEntityType(type)
    },
    updateEntityType: (id, patch) => {
      entityType(id)
      assertFreeKey('entity_type', patch.key, id)
      repository.updateEntityType(id, patch)
    },
    removeEntityType: (id) => {
      assertUnused(entityType(id).name, repository.entityTypeUses(id))
      repository.removeEntityType(id)
    },
    addRelationType: (type) => {
      assertFreeKey('relation_type', type.key)
      return repository.addRelationType(type)
    },
    updateRelationType: (id, patch) => {
      relationType(id)
      assertFreeKey('relation_type', patch.key, id)
      repository.updateRelationType(id, patch)
    },
    removeRelationType: (id) => {
      assertUnused(relationType(id).name, repository.relationTypeUses(id))
      repository.removeRelationType(id)
    },
    setRules: (relationTypeId, rules) => {
      relationType(relationTypeId)
      repository.removeRules(relationTypeId)
      const seen = new Set<string>()
      for (const rule of rules) {
        const key = `${rule.sourceTypeId}:${rule.targetTypeId}`
        if (seen.has(key)) continue
        seen.add(key)
        entityType(rule.sourceTypeId)
        entityType(rule.targetTypeId)
        repository.addRule(relationTypeId, rule.sourceTypeId, rule.targetTypeId)
      }
    },
  }
}

/** Puts the default schema into a new project; part of its making, not a step of its history. */
export const seedSchema = (context: Pick<ProjectContext, 'db' | 'newUid'>, language: UiLanguage): void => {
  const repository = createSchemaRepository(context)
  const typeIds = new Map(defaultEntityTypes(language).map((it) => [it.key, repository.addEntityType(it)]))
  for (const { joins, ...type } of defaultRelationTypes(language)) {
    const relationTypeId = repository.addRelationType(type)
    const [sources, targets] = joins
    for (const source of sources) {
      for (const target of targets)
        repository.addRule(relationTypeId, typeIds.get(source)!, typeIds.get(target)!)
    }
  }
}
