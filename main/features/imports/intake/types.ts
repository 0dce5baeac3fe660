import type { ImportMapping, ImportSurvey } from '../../../../shared/model/importSet.ts'
import type { PaletteColour } from '../../../../shared/model/schema.ts'
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

/** Hues of the palette in degrees, for the nearest one to a stated colour; grey stands for all that is hardly coloured. */
const hues: readonly (readonly [PaletteColour, number])[] = [
  ['vermilion', 14],
  ['orange', 36],
  ['gold', 52],
  ['green', 130],
  ['teal', 172],
  ['sky', 200],
  ['blue', 222],
  ['purple', 275],
  ['pink', 325],
]

/** In the order in which new types without a stated colour get theirs. */
const inTurn: readonly PaletteColour[] = [
  'blue',
  'orange',
  'green',
  'purple',
  'gold',
  'sky',
  'vermilion',
  'pink',
  'teal',
  'brown',
]
const patterns = ['solid', 'double', 'dashed', 'dotted'] as const

/** The palette's colour nearest to `#rrggbb`; null for anything else. */
export const nearestColour = (colour: string): PaletteColour | null => {
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!found) return null
  const [r, g, b] = found.slice(1).map((it) => Number.parseInt(it, 16) / 255) as [number, number, number]
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)]
  const spread = most - least
  if (spread < 0.12) return 'grey'
  const sector =
    most === r ? ((g - b) / spread + 6) % 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  const hue = sector * 60
  const away = (to: number): number => Math.min(Math.abs(hue - to), 360 - Math.abs(hue - to))
  return hues.reduce((best, it) => (away(it[1]) < away(best[1]) ? it : best))[0]
}

interface Known {
  readonly key: string
  readonly kind: 'entity' | 'value'
  readonly valueKind: string
}

interface Options {
  readonly repository: DatasetRepository
  readonly survey: ImportSurvey
  readonly mapping: ImportMapping
  readonly entityTypes: readonly Known[]
  readonly relationTypes: readonly { readonly key: string }[]
  newUid(): string
}

const asIs = /^[\p{Ll}\p{Lo}\d_]{1,60}$/u

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
  const rules = new Set<string>()
  const newTypes: string[] = []
  let [types, relations, ruleCount] = [0, 0, 0]

  const keyFor = (of: 'entity' | 'relation', label: string): string => {
    const key = asIs.test(label) && !keys[of].has(label) ? label : uniqueKey(label, keys[of])
    keys[of].add(key)
    return key
  }

  const stageType = (known: Known, name: string, label: string): MappedType => {
    types += 1
    const colour =
      nearestColour(declared.get(`entity ${label}`)?.colour ?? '') ?? inTurn[types % inTurn.length]!
    const isValue = known.kind === 'value'
    repository.stage('entity_type', [
      ...[types, newUid(), known.key, name.slice(0, 100), known.kind, known.valueKind],
      ...[isValue ? 'grey' : colour, isValue ? 'thin' : patterns[types % patterns.length]!],
      ...[name.split(' ')[0]!.toUpperCase().slice(0, 20).toWellFormed(), '', 1000 + types, null],
    ])
    const mapped = { number: types, ...known }
    byKey.set(known.key, mapped)
    return mapped
  }

  const resolve = (label: string): MappedType | null => {
    const target = targets.get(`entity ${label}`)
    if (!target || target.to === 'none') return null
    if (target.to === 'type') {
      const known = entityTypes.find((it) => it.key === target.key)
      return known ? (byKey.get(known.key) ?? stageType(known, known.key, label)) : null
    }
    const valueKind = declared.get(`entity ${label}`)?.valueKind ?? ''
    newTypes.push(target.name)
    const known: Known = {
      key: keyFor('entity', label),
      kind: valueKind === '' ? 'entity' : 'value',
      valueKind,
    }
    return stageType(known, target.name, label)
  }

  const resolveRelation = (label: string): MappedRelationType | null => {
    const target = targets.get(`relation ${label}`)
    if (!target || target.to === 'none') return null
    const isNew = target.to === 'new'
    const key = isNew ? keyFor('relation', label) : target.key
    if (!isNew && !relationTypes.some((it) => it.key === key)) return null
    const known = relationByKey.get(key)
    if (known) return known
    relations += 1
    const declaredAs = declared.get(`relation ${label}`)
    const name = (isNew ? target.name : key).slice(0, 100)
    if (isNew) newTypes.push(name)
    const colour = nearestColour(declaredAs?.colour ?? '') ?? inTurn[relations % inTurn.length]!
    repository.stage('relation_type', [
      ...[relations, newUid(), key, name, name, (declaredAs?.directed ?? true) ? 1 : 0],
      ...[colour, 'solid', 1000 + relations, null],
    ])
    const mapped = { number: relations, key, isNew }
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
