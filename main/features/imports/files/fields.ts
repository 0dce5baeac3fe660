import { isObject, type JsonObject, type JsonValue } from './json.ts'

/* Members of foreign JSON, taken as what they should be or not at all. */

type Member = JsonValue | undefined

export const stringOf = (value: Member): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** An id as text: tools write numbers and strings alike. */
export const idOf = (value: Member): string | undefined =>
  typeof value === 'number' ? String(value) : stringOf(value)

/** A whole number of at least 0, also written as digits; null for anything else. */
export const offsetOf = (value: Member): number | null => {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null
}

export const listOf = (value: Member): readonly JsonValue[] => (Array.isArray(value) ? value : [])

export const objectOf = (value: Member): JsonObject => (isObject(value) ? value : {})

export const objectsOf = (value: Member): JsonObject[] => listOf(value).filter(isObject)

/** The members nobody asked for; undefined when there are none. */
export const restOf = (object: JsonObject, known: readonly string[]): JsonObject | undefined => {
  const rest = Object.entries(object).filter(([key]) => !known.includes(key))
  return rest.length === 0 ? undefined : Object.fromEntries(rest)
}

/** A half-open span of whole numbers; null for what cannot be one. */
export const spanOf = (start: Member, end: Member): { start: number; end: number } | null => {
  const [from, to] = [offsetOf(start), offsetOf(end)]
  return from === null || to === null || from >= to ? null : { start: from, end: to }
}
