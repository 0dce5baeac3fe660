import { isObject, type JsonObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { ExportSource } from '../../format.ts'

/** What the reader kept with a row: its id in the file it came from and a bag of what has no place here. */
export interface Kept {
  readonly id: string
  readonly data: JsonObject
}

export const keptOf = (source: ExportSource, uid: string): Kept => {
  const data = source.foreign('brat', uid)
  return { id: source.foreignId('brat', uid) ?? '', data: isObject(data) ? data : {} }
}

/** The strings of a list in the bag that can stand in one line. */
export const stringsOf = (value: JsonValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string' && !/[\n\r]/.test(it)) : []

export const objectsOf = (value: JsonValue | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : []
