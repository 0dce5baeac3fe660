import { isObject, type JsonValue } from '../../files/json.ts'
import type { AnnotationFormat } from '../format.ts'

const isPlaces = (value: JsonValue | undefined): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((it) => Array.isArray(it) && it.length === 2)

/** `{"company": {"surface": [[0, 3]]}}` */
const isLabels = (value: JsonValue | undefined): boolean =>
  isObject(value) &&
  Object.values(value).every((surfaces) => isObject(surfaces) && Object.values(surfaces).every(isPlaces))

/** Chinese named entities as CLUENER2020 publishes them: by type and surface, ends inclusive. */
export const cluener: AnnotationFormat = {
  kind: 'annotations',
  id: 'cluener',
  name: 'CLUENER JSON',
  extensions: ['json', 'jsonl'],
  mediaTypes: ['application/json'],
  options: [],
  offsetUnit: 'codepoint',
  otherUnits: ['utf16'],
  recognise: ({ json }) => {
    const records = json.filter(isObject)
    const fits =
      records.every((it) => isLabels(it.label ?? {})) && records.some((it) => typeof it.text === 'string')
    const annotated = records.some((it) => isObject(it.label) && Object.keys(it.label).length > 0)
    return fits && annotated && records.length === json.length
      ? { score: 0.97, why: 'labels name types, surfaces and pairs of offsets' }
      : null
  },
  read: async function* (set, context) {
    const { readCluener } = await import('./read.ts')
    yield* readCluener(set, context)
  },
}
