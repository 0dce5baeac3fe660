import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'
import type { Row } from './fields.ts'

const most = { columns: 300, depth: 5 }

/** Columns are named by the file: a row knows no others, not even those every object has. */
const emptyRow = (): Record<string, string> => Object.create(null)

const textOf = (value: JsonValue | undefined): string | null => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') return null
  return String(value)
}

/** Lists of paragraphs are a text, lists of names a line. */
const listText = (values: readonly JsonValue[]): string | null => {
  const texts = values.map(textOf)
  if (texts.some((it) => it === null)) return null
  return texts.join(texts.some((it) => it!.length > 60) ? '\n\n' : ', ')
}

/** A JSON object as columns; members of members as `a.b`. */
export const flatRow = (object: JsonObject): Row => {
  const row = emptyRow()
  let count = 0
  const add = (members: JsonObject, prefix: string, depth: number): void => {
    for (const [key, value] of Object.entries(members)) {
      if (count >= most.columns) return
      if (isObject(value)) {
        if (depth < most.depth) add(value, `${prefix}${key}.`, depth + 1)
        continue
      }
      const text = Array.isArray(value) ? listText(value) : textOf(value)
      if (text === null) continue
      row[`${prefix}${key}`] = text
      count += 1
    }
  }
  add(object, '', 0)
  return row
}

/** The records inside one object around them (`{"articles": […]}`, also a level deeper); null where there are none. */
export const innerList = (object: JsonObject, depth = 0): readonly JsonObject[] | null => {
  for (const value of Object.values(object)) {
    if (Array.isArray(value) && value.length > 0 && value.every(isObject)) return value
  }
  for (const value of Object.values(object)) {
    const found = isObject(value) && depth < 2 ? innerList(value, depth + 1) : null
    if (found) return found
  }
  return null
}

/** Rows of JSON records: each is one, or holds them. */
export const rowsOf = (values: readonly JsonValue[]): Row[] => {
  const objects = values.filter(isObject)
  const inner = objects.length === 1 ? innerList(objects[0]!) : null
  return (inner ?? objects).map(flatRow)
}

/** Is the first record the names of the columns? Short, different words and nothing that would be data. */
export const isHeader = (first: readonly string[]): boolean => {
  const names = first.map((it) => it.trim())
  const filled = names.filter((it) => it !== '')
  return (
    filled.length > 0 &&
    filled.length >= names.length - 1 &&
    new Set(filled).size === filled.length &&
    filled.every(
      (it) => it.length <= 60 && /\p{L}/u.test(it) && !/^https?:|[.!?。！？]$|\d{4}-\d{2}-\d{2}/.test(it),
    )
  )
}

/** Names for the columns of records; those without are called by their number. */
export const columnNames = (header: readonly string[] | null, count: number): string[] => {
  const seen = new Set<string>()
  return Array.from({ length: Math.max(count, header?.length ?? 0) }, (_, index) => {
    const wanted = header?.[index]?.trim() || String(index + 1)
    const name = seen.has(wanted) ? `${wanted} (${index + 1})` : wanted
    seen.add(name)
    return name
  })
}

export const recordRow = (names: readonly string[], record: readonly string[]): Row =>
  Object.assign(
    emptyRow(),
    Object.fromEntries(record.map((value, index) => [names[index] ?? String(index + 1), value])),
  )
