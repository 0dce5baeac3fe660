import {
  arrayElements,
  type Cas,
  type FeatureDeclaration,
  type FeatureValue,
  isArrayType,
  type Sofa,
  type Structure,
  type TypeDeclaration,
} from '../../../../../shared/formats/cas.ts'
import type { JsonObject, JsonValue } from '../../files/json.ts'
import { isObject } from '../../files/json.ts'

const text = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

const typesOf = (value: JsonValue | undefined): Map<string, TypeDeclaration> => {
  const result = new Map<string, TypeDeclaration>()
  if (!isObject(value)) return result
  for (const [key, it] of Object.entries(value)) {
    if (!isObject(it)) continue
    const features: FeatureDeclaration[] = []
    for (const [name, feature] of Object.entries(it)) {
      if (name.startsWith('%') || !isObject(feature)) continue
      const elementType = text(feature['%ELEMENT_TYPE'])
      features.push({
        name: text(feature['%NAME']) || name,
        range: text(feature['%RANGE']) || 'uima.cas.TOP',
        ...(elementType && { elementType }),
        ...(feature['%MULTIPLE_REFERENCES_ALLOWED'] === true && { multiple: true }),
      })
    }
    const name = text(it['%NAME']) || key
    result.set(name, { name, superType: text(it['%SUPER_TYPE']) || 'uima.cas.TOP', features })
  }
  return result
}

/** The structures as a list, whichever of the two shapes they have; members that are none are told to `damaged`. */
const objectsOf = (value: JsonValue | undefined, damaged: (place: string) => void): JsonObject[] => {
  const entries: [string, JsonValue | undefined][] = Array.isArray(value)
    ? value.map((it, index) => [String(index), it])
    : isObject(value)
      ? Object.entries(value)
      : []
  const result: JsonObject[] = []
  for (const [key, it] of entries) {
    if (!isObject(it) || typeof it['%TYPE'] !== 'string') damaged(`%FEATURE_STRUCTURES ${key}`)
    else result.push(Array.isArray(value) || it['%ID'] !== undefined ? it : { ...it, '%ID': key })
  }
  return result
}

const arrayValue = (array: JsonObject): FeatureValue => {
  const type = text(array['%TYPE'])
  const elements = array['%ELEMENTS']
  const kind = arrayElements[type] ?? 'ref'
  if (kind === 'byte') return { bytes: text(elements) }
  const list = Array.isArray(elements) ? elements : []
  if (kind === 'ref') return { refs: list.map(text), list: true }
  const items = list.filter(
    (it) => it === null || typeof it === 'string' || typeof it === 'number' || typeof it === 'boolean',
  )
  return { items, of: type }
}

/**
 * UIMA CAS JSON 0.4: prefix `%` for keywords, `@` for references, `#` for floats that JSON cannot say. Arrays are put in
 * the place of the references to them; what is no plain value or reference stays out.
 */
export const parseCasJson = (root: JsonObject, damaged: (place: string) => void): Cas => {
  const objects = objectsOf(root['%FEATURE_STRUCTURES'], damaged)
  const arrays = new Map<string, JsonObject>()
  for (const it of objects) if (isArrayType(text(it['%TYPE']))) arrays.set(text(it['%ID']), it)
  const referenced = new Set<string>()
  const reference = (value: JsonValue): FeatureValue => {
    if (Array.isArray(value)) return { refs: value.map(text), list: true }
    const id = text(value)
    const array = arrays.get(id)
    if (!array) return { refs: id === '' ? [] : [id] }
    referenced.add(id)
    return arrayValue(array)
  }

  const structures: Structure[] = []
  const sofas: { id: string; object: JsonObject }[] = []
  for (const it of objects) {
    const type = text(it['%TYPE'])
    const id = text(it['%ID'])
    if (type === 'uima.cas.Sofa') sofas.push({ id, object: it })
    if (type === 'uima.cas.Sofa' || arrays.has(id)) continue
    const features: Record<string, FeatureValue> = {}
    for (const [key, value] of Object.entries(it)) {
      if (key.startsWith('%') || key === '@sofa' || value === undefined) continue
      if (key.startsWith('@')) features[key.slice(1)] = value === null ? null : reference(value)
      else if (key.startsWith('#')) features[key.slice(1)] = { float: text(value) }
      else if (value === null || typeof value !== 'object') features[key] = value
      else features[key] = JSON.stringify(value)
    }
    structures.push({ id, type, sofa: text(it['@sofa']), features })
  }
  for (const [id, it] of arrays) {
    if (referenced.has(id)) continue
    structures.push({ id, type: text(it['%TYPE']), sofa: '', features: { elements: arrayValue(it) } })
  }
  return { types: typesOf(root['%TYPES']), structures, sofas: sofasOf(sofas, root['%VIEWS']) }
}

const sofasOf = (
  sofas: readonly { id: string; object: JsonObject }[],
  views: JsonValue | undefined,
): Sofa[] => {
  const members = new Map<string, Set<string>>()
  for (const it of isObject(views) ? Object.values(views) : []) {
    if (!isObject(it)) continue
    const list = Array.isArray(it['%MEMBERS']) ? it['%MEMBERS'] : []
    members.set(text(it['%SOFA']), new Set(list.map(text)))
  }
  return sofas.map(({ id, object }) => ({
    id,
    name: text(object.sofaID) || '_InitialView',
    mimeType: text(object.mimeType),
    text: typeof object.sofaString === 'string' ? object.sofaString : null,
    members: members.get(id) ?? new Set(),
  }))
}
