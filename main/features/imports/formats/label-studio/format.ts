import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'
import type { AnnotationFormat, Recognition } from '../format.ts'

const configuration = /^(?:.*config.*|.*label(?:l?ing)?.*|.*interface.*|view)\.(?:xml|config)$|\.config$/i

const objectsIn = (value: JsonValue | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : []

const hasResults = (record: JsonObject): boolean =>
  ['annotations', 'completions', 'predictions'].some((key) =>
    objectsIn(record[key]).some((it) => Array.isArray(it.result)),
  )

/** Controls and what they belong to: a signature, also where the record is cut off before its data. */
const hasControls = (record: JsonObject): boolean =>
  ['annotations', 'completions', 'predictions'].some((key) =>
    objectsIn(record[key]).some((it) =>
      objectsIn(it.result).some((one) => 'from_name' in one && 'to_name' in one),
    ),
  )

/** A region as the short export (JSON_MIN) lists it. */
const isRegion = (it: JsonObject): boolean =>
  'start' in it &&
  'end' in it &&
  ['labels', 'hypertextlabels', 'paragraphlabels'].some((key) => Array.isArray(it[key]))

const taskKeys = new Set([
  'id', 'data', 'meta', 'annotations', 'completions', 'predictions', 'drafts', 'created_at', 'updated_at', 'inner_id',
  'total_annotations', 'cancelled_annotations', 'total_predictions', 'comment_count', 'unresolved_comment_count',
  'last_comment_updated_at', 'project', 'updated_by', 'comment_authors', 'file_upload', 'is_labeled', 'overlap',
]) // biome-ignore format: one look at all of them

const textKeys = ['text', 'html', 'content', 'body', 'article', 'document']

const isBareTask = (it: JsonObject): boolean =>
  isObject(it.data) &&
  Object.keys(it).every((key) => taskKeys.has(key)) &&
  textKeys.some((key) => typeof (it.data as JsonObject)[key] === 'string')

const ofRecord = (it: JsonObject): Recognition | null => {
  if (isObject(it.data) && hasResults(it)) return { score: 0.97, why: 'tasks with data and results' }
  if (hasControls(it)) return { score: 0.95, why: 'results with from_name and to_name' }
  if (Array.isArray(it.result) && isObject(it.task) && isObject(it.task.data))
    return { score: 0.97, why: 'annotations with their task' }
  if (Object.values(it).some((value) => objectsIn(value).some(isRegion)))
    return { score: 0.93, why: 'regions with start, end and labels' }
  if ('annotation_id' in it && 'annotator' in it && 'lead_time' in it)
    return { score: 0.9, why: 'tasks with annotation_id, annotator and lead_time' }
  if (isObject(it.data) && (Array.isArray(it.annotations) || Array.isArray(it.predictions)))
    return { score: 0.85, why: 'tasks with data and annotations' }
  return isBareTask(it) ? { score: 0.6, why: 'tasks with data' } : null
}

/** Tasks of Label Studio with their annotations, and its labelling configuration. */
export const labelStudio: AnnotationFormat = {
  kind: 'annotations',
  id: 'label-studio',
  name: 'Label Studio JSON',
  extensions: ['json', 'jsonl', 'xml', 'config'],
  mediaTypes: ['application/json'],
  options: [],
  offsetUnit: 'codepoint',
  otherUnits: ['utf16'],
  companions: ({ siblings }) => [...siblings].filter((it) => configuration.test(it)),
  recognise: ({ json, siblings, text, xmlRoot }) => {
    if (xmlRoot) {
      const controls =
        xmlRoot.name === 'View' && /<(?:Hyper)?Text(?:Labels)?\s|<Labels\s|<Choices\s/.test(text)
      return controls ? { score: 0.9, why: 'a labelling configuration' } : null
    }
    const records = json.filter(isObject)
    // A damaged record among sound ones is told when it is read.
    if (records.length * 2 <= json.length) return null
    const best = records.map(ofRecord).reduce((a, b) => ((b?.score ?? 0) > (a?.score ?? 0) ? b : a), null)
    if (best) return best
    const isFlat = records.every(
      (it) => typeof it.text === 'string' && !('label' in it) && !('entities' in it) && !('spans' in it),
    )
    return isFlat && [...siblings].some((it) => configuration.test(it))
      ? { score: 0.35, why: 'texts beside a labelling configuration' }
      : null
  },
  read: async function* (set, context) {
    const { readLabelStudio } = await import('./read.ts')
    yield* readLabelStudio(set, context)
  },
}
