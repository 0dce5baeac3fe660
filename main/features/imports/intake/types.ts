import type { ImportMapping, ImportSurvey, LabelTarget } from '../../../../shared/model/importSet.ts'
import type { PaletteColour } from '../../../../shared/model/schema.ts'
import { foldKey } from '../../../../shared/text/fold.ts'
import type { DatasetRepository } from '../dataset/repository.ts'
import type { ReadType } from '../formats/records.ts'
import { uniqueKey } from './typeKeys.ts'

/** A label of the files as a type of the project. */
export interface MappedType {
  /** Number of the staged type. */
  readonly number: number
  readonly key: string
  readonly kind: 'entity' | 'value'
  readonly valueKind: string
}

export interface MappedRelationType {
  readonly number: number
  readonly key: string
  /** Made by this import: the pairs it joins become its rules. */
  readonly isNew: boolean
}

const patterns = ['solid', 'double', 'dashed', 'dotted'] as const

interface Known {
  readonly key: string
  readonly name: string
  readonly kind: 'entity' | 'value'
  readonly valueKind: string
}

interface Options {
  readonly repository: DatasetRepository
  readonly survey: ImportSurvey
  readonly mapping: ImportMapping
  readonly entityTypes: readonly Known[]
  readonly relationTypes: readonly { readonly key: string; readonly name: string }[]
  newUid(): string
}

type NewType = Extract<LabelTarget, { to: 'new' }>

const wishOf = (of: 'entity' | 'relation', { key, name }: NewType): string => `${of} ${key} ${foldKey(name)}`

const isSame = (one: { key: string; name: string }, other: { key: string; name: string }): boolean =>
  one.key === other.key && foldKey(one.name) === foldKey(other.name)

/** Labels → staged types, each staged when it is first used; null for a label that stays out. */
export const createTypeMap = ({
  repository,
  survey,
  mapping,
  entityTypes,
  relationTypes,
  newUid,
}: Options) => {
  const declared = new Map(survey.labels.map((it) => [`${it.of} ${it.label}`, it]))
  const targets = new Map(mapping.labels.map((it) => [`${it.of} ${it.label}`, it.target]))
  const joins = new Map<string, ReadType['joins']>()
  const entityMap = new Map<string, MappedType | null>()
  const relationMap = new Map<string, MappedRelationType | null>()
  const byKey = new Map<string, MappedType>()
  const relationByKey = new Map<string, MappedRelationType>()
  const keys = {
    entity: new Set(entityTypes.map((it) => it.key)),
    relation: new Set(relationTypes.map((it) => it.key)),
  }
  /** Keys of new types by what was wished for: two labels that wish for one type get one. */
  const fresh = new Map<string, string>()
  const rules = new Set<string>()
  const newTypes: string[] = []
  let [types, relations, ruleCount] = [0, 0, 0]

  /** The wished key, or one like it where that is taken by something else. */
  const keyFor = (of: 'entity' | 'relation', wished: string): string => {
    const key = keys[of].has(wished) ? uniqueKey(wished, keys[of]) : wished
    keys[of].add(key)
    return key
  }

  const stageType = (known: Known, colour: PaletteColour): MappedType => {
    types += 1
    const isValue = known.kind === 'value'
    repository.stage('entity_type', [
      ...[types, newUid(), known.key, known.name, known.kind, known.valueKind],
      ...[isValue ? 'grey' : colour, isValue ? 'thin' : patterns[types % patterns.length]!],
      ...[known.name.split(' ')[0]!.toUpperCase().slice(0, 20).toWellFormed(), '', 1000 + types, null],
    ])
    const mapped = { number: types, ...known }
    byKey.set(known.key, mapped)
    return mapped
  }

  const resolve = (label: string): MappedType | null => {
    const target = targets.get(`entity ${label}`)
    if (!target || target.to === 'none') return null
    // Another set of the same import may have made the type that this one asks for.
    const known = entityTypes.find((it) =>
      target.to === 'type' ? it.key === target.key : isSame(it, target),
    )
    if (known) return byKey.get(known.key) ?? stageType(known, 'grey')
    if (target.to === 'type') return null
    const wish = wishOf('entity', target)
    const made = byKey.get(fresh.get(wish) ?? '')
    if (made) return made
    const valueKind = declared.get(`entity ${label}`)?.valueKind ?? ''
    newTypes.push(target.name)
    const type: Known = {
      key: keyFor('entity', target.key),
      name: target.name,
      kind: valueKind === '' ? 'entity' : 'value',
      valueKind,
    }
    fresh.set(wish, type.key)
    return stageType(type, target.colour)
  }

  const resolveRelation = (label: string): MappedRelationType | null => {
    const target = targets.get(`relation ${label}`)
    if (!target || target.to === 'none') return null
    const known = relationTypes.find((it) =>
      target.to === 'type' ? it.key === target.key : isSame(it, target),
    )
    if (!known && target.to === 'type') return null
    const wish = target.to === 'new' ? wishOf('relation', target) : ''
    const made = relationByKey.get(known?.key ?? fresh.get(wish) ?? '')
    if (made) return made
    relations += 1
    const { key, name } = known ?? { key: keyFor('relation', target.key), name: (target as NewType).name }
    if (!known) {
      newTypes.push(name)
      fresh.set(wish, key)
    }
    const directed = declared.get(`relation ${label}`)?.directed ?? true
    const colour = target.to === 'new' ? target.colour : 'grey'
    repository.stage('relation_type', [
      ...[relations, newUid(), key, name.slice(0, 100), name.slice(0, 100), directed ? 1 : 0],
      ...[colour, 'solid', 1000 + relations, null],
    ])
    const mapped = { number: relations, key, isNew: known === undefined }
    relationByKey.set(key, mapped)
    return mapped
  }

  const allow = (relation: MappedRelationType, source: MappedType, target: MappedType): void => {
    const key = `${relation.number} ${source.number} ${target.number}`
    if (!relation.isNew || source.kind === 'value' || target.kind === 'value' || rules.has(key)) return
    rules.add(key)
    ruleCount += 1
    repository.stage('rule', [ruleCount, newUid(), relation.number, source.number, target.number])
  }

  const entity = (label: string): MappedType | null => {
    let mapped = entityMap.get(label)
    if (mapped === undefined) {
      mapped = resolve(label)
      entityMap.set(label, mapped)
    }
    return mapped
  }
  const relation = (label: string): MappedRelationType | null => {
    let mapped = relationMap.get(label)
    if (mapped === undefined) {
      mapped = resolveRelation(label)
      relationMap.set(label, mapped)
      for (const [from, to] of joins.get(label) ?? []) {
        const [source, target] = [entity(from), entity(to)]
        if (mapped && source && target) allow(mapped, source, target)
      }
    }
    return mapped
  }

  return {
    entity,
    relation,
    /** A relation between these two types was met: it becomes a rule where the relation type is new. */
    allow,
    /** Pairs a relation type says it may join; remembered until it is used. */
    declare: (type: ReadType): void => {
      if (type.of === 'relation' && type.joins) joins.set(type.label, type.joins)
    },
    newTypes: (): string[] => newTypes,
  }
}
export type TypeMap = ReturnType<typeof createTypeMap>
