import { certainty } from '../../../../../shared/model/provenance.ts'
import { value as valueSchema } from '../../../../../shared/values/value.ts'
import { isObject, type JsonObject, type JsonValue, parseJson } from '../../files/json.ts'
import type { ReadMention, ReadRelation } from '../records.ts'
import type { Feature } from './features.ts'

/** The fields of a record, each taken once; what is left is foreign. */
export interface Fields {
  take(...names: readonly string[]): JsonValue | undefined
  /** Text of the first of these that holds some (numbers as text); '' for none. */
  text(...names: readonly string[]): string
  /** A whole number, or null. */
  number(...names: readonly string[]): number | null
  /** What nobody took; undefined for nothing. `foreign` text of our own files is read as the JSON it holds. */
  rest(): JsonObject | undefined
}

const parsed = (text: JsonValue | undefined): JsonObject => {
  if (typeof text !== 'string' || text === '') return {}
  try {
    const value = parseJson(text)
    return isObject(value) ? value : { foreign: value }
  } catch {
    return { foreign: text }
  }
}

export const fieldsOf = (record: JsonObject): Fields => {
  const left = new Set(Object.keys(record))
  const take = (...names: readonly string[]): JsonValue | undefined => {
    const name = names.find((it) => left.has(it) && record[it] !== null)
    if (name === undefined) return undefined
    left.delete(name)
    return record[name]
  }
  const find = (names: readonly string[], fits: (it: JsonValue) => boolean): JsonValue | undefined => {
    const name = names.find((it) => left.has(it) && fits(record[it]!))
    return name === undefined ? undefined : take(name)
  }
  return {
    take,
    text: (...names) => {
      const found = find(names, (it) => typeof it === 'string' || typeof it === 'number')
      return found === undefined ? '' : String(found)
    },
    number: (...names) => (find(names, (it) => Number.isInteger(it)) as number | undefined) ?? null,
    rest: () => {
      const { foreign } = record
      const entries = [...left]
        .filter((it) => it !== 'foreign' && record[it] !== null && record[it] !== '')
        .map((it) => [it, record[it]!] as const)
      const rest = { ...parsed(foreign), ...Object.fromEntries(entries) }
      return Object.keys(rest).length > 0 ? rest : undefined
    },
  }
}

/** A list of records, also where it is stored as a record of lists (older `Sequence` features). */
export const recordsOf = (value: JsonValue | undefined): readonly JsonValue[] => {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return []
  const columns = Object.entries(value)
  const length = Array.isArray(columns[0]?.[1]) ? columns[0][1].length : -1
  if (length < 0 || !columns.every(([, it]) => Array.isArray(it) && it.length === length)) return []
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(columns.map(([name, it]) => [name, (it as JsonValue[])[index]!])),
  )
}

/** The name of a class label, or the label as it stands; null where a number has no name. */
export const labelOf = (value: JsonValue | undefined, feature: Feature | undefined): string | null => {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.length > 0) return labelOf(value[0], feature)
  return typeof value === 'number' ? (feature?.names?.[value] ?? null) : null
}

export const storedValue = (text: JsonValue | undefined): ReadMention['value'] => {
  if (typeof text !== 'string' || text === '') return undefined
  try {
    const found = valueSchema.safeParse(JSON.parse(text))
    return found.success ? found.data : undefined
  } catch {
    return undefined
  }
}

export const certaintyOf = (text: string): ReadRelation['certainty'] => certainty.safeParse(text).data

/** The members that say something: no undefined, no ''. */
export const stated = <T extends object>(members: T): Partial<T> =>
  Object.fromEntries(Object.entries(members).filter(([, it]) => it !== undefined && it !== '')) as Partial<T>
