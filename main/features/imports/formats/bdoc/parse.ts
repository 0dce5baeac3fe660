import type { GateAnnotation, GateDocument, GateSet } from '../../../../../shared/formats/gate.ts'
import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'

const isOffset = (value: JsonValue | undefined): value is number => Number.isSafeInteger(value)

const featuresOf = (value: JsonValue | undefined): Record<string, JsonValue> =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).filter((it): it is [string, JsonValue] => it[1] !== undefined))
    : {}

const annotationOf = (value: JsonValue): GateAnnotation | null => {
  if (!isObject(value) || !isOffset(value.start) || !isOffset(value.end)) return null
  const id = typeof value.id === 'number' || typeof value.id === 'string' ? String(value.id) : ''
  if (id === '' || typeof value.type !== 'string') return null
  return { id, type: value.type, start: value.start, end: value.end, features: featuresOf(value.features) }
}

/** A bdoc document (gatenlp, format-bdoc); null where it has no text. */
export const parseBdoc = (root: JsonObject, damaged: (place: string) => void): GateDocument | null => {
  if (typeof root.text !== 'string') return null
  const given = root.annotation_sets
  const list: [string, JsonValue | undefined][] = Array.isArray(given)
    ? given.map((it) => ['', it])
    : Object.entries(isObject(given) ? given : {})
  const sets: GateSet[] = list.flatMap(([key, it]) => {
    if (!isObject(it) || !Array.isArray(it.annotations)) return []
    const name = typeof it.name === 'string' ? it.name : key
    const annotations: GateAnnotation[] = []
    it.annotations.forEach((one: JsonValue, index: number) => {
      const annotation = annotationOf(one)
      if (annotation) annotations.push(annotation)
      else damaged(`annotation_sets "${name}", annotation ${index + 1}`)
    })
    return [{ name, annotations }]
  })
  const unit = root.offset_type === 'j' ? 'utf16' : root.offset_type === 'p' ? 'codepoint' : undefined
  return { text: root.text, ...(unit && { unit }), features: featuresOf(root.features), sets, relations: [] }
}
