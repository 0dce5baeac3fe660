import { idOf, listOf, objectOf, objectsOf, restOf, stringOf } from '../../files/fields.ts'
import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'

/** One annotation or prediction of a task. */
export interface Annotation {
  readonly results: readonly JsonObject[]
  readonly annotator: string | undefined
  readonly suggestion: boolean
  readonly rejected: boolean
  /** Its other members. */
  readonly rest: JsonObject | undefined
}

/** A task in whatever form it was exported. */
export interface Task {
  readonly id: string | undefined
  readonly data: JsonObject
  readonly meta: JsonObject
  readonly annotations: readonly Annotation[]
  readonly rest: JsonObject | undefined
}

/** `completed_by` is an id, an e-mail address or a user. */
const personOf = (value: JsonValue | undefined): string | undefined => {
  if (!isObject(value)) return idOf(value)
  const names = [stringOf(value.first_name), stringOf(value.last_name)].filter((it) => it !== undefined)
  return stringOf(value.email) ?? stringOf(value.username) ?? (names.join(' ') || idOf(value.id))
}

const isRefused = (it: JsonObject): boolean =>
  it.was_cancelled === true || it.skipped === true || objectsOf(it.reviews).at(-1)?.accepted === false

const annotationOf = (it: JsonObject, suggestion: boolean): Annotation => ({
  results: objectsOf(it.result),
  annotator: suggestion ? undefined : personOf(it.completed_by),
  suggestion,
  rejected: isRefused(it),
  rest: restOf(it, ['result', 'task']),
})

/** The list of regions in a record of the short export, by the name of its control. */
const shortRegions = (record: JsonObject): [string, JsonObject[]] | undefined =>
  Object.entries(record)
    .map(([key, value]): [string, JsonObject[]] => [key, objectsOf(value)])
    .find(([, regions]) => regions.some((it) => 'start' in it && 'end' in it && !('result' in it)))

const shortKeys = ['id', 'annotator', 'annotation_id', 'created_at', 'updated_at', 'lead_time']

const ofShort = (record: JsonObject): Task => {
  const [control, regions] = shortRegions(record) ?? ['', []]
  const result = regions.map((value, index) => ({ id: String(index), from_name: control, value }))
  const { annotator } = record
  return {
    id: idOf(record.id),
    data: restOf(record, [...shortKeys, control]) ?? {},
    meta: {},
    annotations: [annotationOf({ result, completed_by: annotator }, false)],
    rest: restOf(
      record,
      Object.keys(record).filter((it) => !shortKeys.includes(it) || it === 'id' || it === 'annotator'),
    ),
  }
}

const ofTask = (record: JsonObject): Task => ({
  id: idOf(record.id),
  data: objectOf(record.data),
  meta: objectOf(record.meta),
  annotations: [
    ...objectsOf(record.annotations ?? record.completions).map((it) => annotationOf(it, false)),
    ...objectsOf(record.predictions).map((it) => annotationOf(it, true)),
  ],
  rest: restOf(record, ['id', 'data', 'meta', 'annotations', 'completions', 'predictions']),
})

/** A task, an annotation with its task inside, a record of the short export, or the bare data of a task. */
export const taskOf = (record: JsonObject): Task => {
  if (isObject(record.data)) return ofTask(record)
  if (isObject(record.task) && Array.isArray(record.result)) {
    return { ...ofTask(record.task), annotations: [annotationOf(record, false)] }
  }
  if (shortRegions(record) || 'annotation_id' in record || 'lead_time' in record) return ofShort(record)
  return { id: idOf(record.id), data: record, meta: {}, annotations: [], rest: undefined }
}

const isAddress = (value: string): boolean => /^(?:https?|s3|gs|azure-blob):\/\/\S+$/i.test(value)

/**
 * The key of the text: what the configuration shows, else `text`, else the longest string that is no address. `elsewhere`
 * where all there is are addresses of texts.
 */
export const textKeyOf = (data: JsonObject, configured: string): { key: string; elsewhere: boolean } => {
  const strings = Object.entries(data).flatMap(([key, it]) =>
    typeof it === 'string' ? [[key, it] as const] : [],
  )
  const candidates = [configured, 'text'].filter((it) => typeof data[it] === 'string')
  const longest = strings
    .filter(([, it]) => !isAddress(it))
    .toSorted(([, a], [, b]) => b.length - a.length)
    .at(0)?.[0]
  const key = candidates[0] ?? longest ?? strings[0]?.[0] ?? (configured || 'text')
  return { key, elsewhere: isAddress(stringOf(data[key]) ?? '') }
}

/** Whether a result is of a text that was shown as HTML. */
export const isHtmlResult = (it: JsonObject): boolean =>
  it.type === 'hypertextlabels' ||
  'globalOffsets' in objectOf(it.value) ||
  listOf(objectOf(it.value).hypertextlabels).length > 0
