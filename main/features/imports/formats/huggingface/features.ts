import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'

/** What a column holds, as far as reading needs it: names of class labels, under lists and fields. */
export interface Feature {
  readonly names: readonly string[] | null
  /** Fields of a record, or of the records of a list. */
  readonly fields: ReadonlyMap<string, Feature>
}

export type Features = ReadonlyMap<string, Feature>

const plain: Feature = { names: null, fields: new Map() }

/** Deeper features than anybody declares. */
const deepest = 20

/** `[A, B]`, or `{'0': A, 1: B}` with quoted or bare numbers. */
const labelNames = (names: JsonValue | undefined): string[] | null => {
  if (Array.isArray(names)) return names.map(String)
  if (!isObject(names)) return null
  const result: string[] = []
  for (const [key, name] of Object.entries(names)) {
    const index = Number(key)
    if (Number.isInteger(index) && index >= 0 && index < 100_000) result[index] = String(name)
  }
  return Array.from(result, (it) => it ?? '')
}

/** A declared type without its column name: of a card (YAML) or of a footer (`_type`). */
const featureOf = (declared: JsonValue | undefined, depth = 0): Feature => {
  if (depth > deepest) return plain
  if (Array.isArray(declared)) {
    const isNamed = declared.every((it) => isObject(it) && typeof it.name === 'string')
    if (isNamed) return { names: null, fields: cardFeatures(declared, depth + 1) }
    return featureOf(declared[0], depth + 1)
  }
  if (!isObject(declared)) return plain
  if (declared._type === 'ClassLabel') return { names: labelNames(declared.names), fields: new Map() }
  if (isObject(declared.class_label))
    return { names: labelNames(declared.class_label.names), fields: new Map() }
  for (const key of ['sequence', 'list', 'large_list', 'struct', 'feature', 'dtype'] as const) {
    const inner = declared[key]
    if (typeof inner === 'object' && inner !== null) return featureOf(inner, depth + 1)
  }
  if (typeof declared._type === 'string' || typeof declared.dtype === 'string') return plain
  return { names: null, fields: footerFeatures(declared, depth + 1) }
}

/** `features` of a card: a list of columns with their names. */
const cardFeatures = (list: readonly JsonValue[], depth = 0): Features =>
  new Map(
    list.flatMap((it) =>
      isObject(it) && typeof it.name === 'string' ? [[it.name, featureOf(it, depth)]] : [],
    ),
  )

/** `features` of a footer or of `dataset_infos.json`: columns by their names. */
const footerFeatures = (fields: JsonObject, depth = 0): Features =>
  new Map(Object.entries(fields).map(([name, it]) => [name, featureOf(it, depth)]))

/** Features in either spelling; null where there are none. */
export const featuresOf = (declared: JsonValue | undefined): Features | null =>
  Array.isArray(declared) ? cardFeatures(declared) : isObject(declared) ? footerFeatures(declared) : null
