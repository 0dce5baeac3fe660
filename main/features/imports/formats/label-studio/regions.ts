import { certainty as certaintySchema } from '../../../../../shared/model/provenance.ts'
import { value as valueSchema } from '../../../../../shared/values/value.ts'
import { idOf, listOf, objectOf, restOf, spanOf, stringOf } from '../../files/fields.ts'
import type { JsonObject, JsonValue } from '../../files/json.ts'
import { mentionFactsOf } from '../../files/jsonFacts.ts'
import type { ReadMention } from '../records.ts'

/** Results of one id: a stretch of text with its labels and what was said about it. */
export interface Region {
  readonly id: string
  readonly results: JsonObject[]
}

/** Offsets of a result: those of the whole text where a web page was shown, else its own. */
export const placeOf = (result: JsonObject): { start: number; end: number } | null => {
  const value = objectOf(result.value)
  const whole = objectOf(value.globalOffsets)
  const { start, end, startOffset, endOffset } = value
  // A page without markup has a single text node, and offsets in it are those of the text.
  const isSingle = [start, end].every((it) => typeof it === 'string' && /^\/?text\(\)\[1\]$/.test(it))
  return spanOf(whole.start, whole.end) ?? (isSingle ? spanOf(startOffset, endOffset) : spanOf(start, end))
}

/** A region of text has offsets, even if they are wrong; all else is said of the document. */
export const isTextResult = ({ value }: JsonObject): boolean => {
  const it = objectOf(value)
  return ('start' in it && 'end' in it) || 'globalOffsets' in it
}

const words = (value: JsonValue | undefined): string[] =>
  (typeof value === 'string' ? [value] : listOf(value)).flatMap((it) => idOf(it) ?? [])

const labelsOf = ({ value }: JsonObject): string[] =>
  Object.entries(objectOf(value)).flatMap(([key, it]) => (/labels$/.test(key) ? words(it) : []))

/** Labels of a region, else its choices, else its places in a taxonomy, else the name of the control. */
const namesOf = (results: readonly JsonObject[]): string[] => {
  const labels = results.flatMap(labelsOf)
  if (labels.length > 0) return [...new Set(labels)]
  const others = results
    .filter((it) => !Object.hasOwn(ownControls, String(it.from_name)))
    .map((it) => objectOf(it.value))
  const choices = others.flatMap((it) => words(it.choices))
  const paths = others.flatMap((it) => listOf(it.taxonomy).map((path) => words(path).join('/')))
  const [first] = [...choices, ...paths, ...results.flatMap((it) => stringOf(it.from_name) ?? [])]
  return [first ?? 'region']
}

const jsonIn = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

type Facts = Partial<Pick<ReadMention, 'entityName' | 'certainty' | 'note' | 'value'>>

/** Controls of the configuration this program writes; null where the result is none of theirs after all. */
const ownControls: Readonly<Record<string, (value: JsonObject) => Facts | null>> = {
  certainty: ({ choices }) => {
    const found = certaintySchema.safeParse(words(choices)[0])
    return found.success ? { certainty: found.data } : null
  },
  entity: ({ text }) => {
    const [entityName] = words(text)
    return entityName === undefined ? null : { entityName }
  },
  note: ({ text }) => (words(text).length === 0 ? null : { note: words(text).join('\n') }),
  value: ({ text }) => {
    const found = valueSchema.safeParse(jsonIn(words(text)[0]))
    return found.success ? { value: found.data } : null
  },
}

/**
 * The surface as the result states it. Older versions write line ends as a backslash and an `n`; where the text does not
 * hold what is said in either way, offsets alone count.
 */
export const quoteIn = (said: string | undefined, text: string): string | undefined => {
  if (said === undefined || !said.includes('\\n')) return said
  return [said, said.replaceAll('\\n', '\n'), said.replaceAll('\\n', '\r\n')].find((it) => text.includes(it))
}

/** Where a region stands, in a text or in a page. */
const placeKeys = ['start', 'end', 'text', 'startOffset', 'endOffset', 'globalOffsets', 'choices', 'taxonomy']

const readKeys = ['id', 'type', 'from_name', 'to_name', 'value', 'meta', 'source']

/** A region as mentions, one for each of its labels; null when it has no usable offsets. */
export const mentionsOf = (
  { id, results }: Region,
  text: string,
  common: Partial<ReadMention>,
): ReadMention[] | null => {
  const base = results.find((it) => labelsOf(it).length > 0) ?? results.find(isTextResult) ?? results[0]!
  const place = placeOf(base) ?? results.map(placeOf).find((it) => it !== null) ?? null
  if (!place) return null
  let facts: Facts = {}
  const others: JsonObject[] = []
  for (const it of results) {
    const control = String(it.from_name)
    const isOwn = labelsOf(it).length === 0 && Object.hasOwn(ownControls, control)
    const read = isOwn ? ownControls[control]!(objectOf(it.value)) : null
    if (read) facts = { ...facts, ...read }
    else if (it !== base && labelsOf(it).length === 0) others.push(it)
  }
  const meta = objectOf(base.meta)
  const own = mentionFactsOf(meta.ligature)
  const note = [...words(meta.text), ...(facts.note ? [facts.note] : [])].join('\n')
  const { entityName } = facts
  const quote = quoteIn(
    results.map((it) => stringOf(objectOf(it.value).text)).find((it) => it !== undefined),
    text,
  )
  const otherMeta = restOf(meta, ['text', 'ligature'])
  const value = objectOf(base.value)
  const otherValue = restOf(value, [...placeKeys, ...Object.keys(value).filter((it) => /labels$/.test(it))])
  const rest = {
    ...restOf(base, readKeys),
    ...(otherMeta && { meta: otherMeta }),
    ...(otherValue && { value: otherValue }),
    ...(others.length > 0 && { results: others }),
  }
  return namesOf(results).map((label, index) => ({
    id: index === 0 ? id : `${id}#${index + 1}`,
    label,
    fragments: [{ ...place, ...(quote !== undefined && { quote }) }],
    ...own,
    ...facts,
    ...(entityName !== undefined && own.entity === undefined && { entity: `name ${entityName}` }),
    ...(note !== '' && { note }),
    ...common,
    ...(Object.keys(rest).length > 0 && { foreign: rest }),
  }))
}

/** Results by their ids, in order; those without one stand alone. */
export const regionsOf = (results: readonly JsonObject[]): Region[] => {
  const byId = new Map<string, Region>()
  results.forEach((result, index) => {
    const id = idOf(result.id) ?? `#${index}`
    const known = byId.get(id)
    if (known) known.results.push(result)
    else byId.set(id, { id, results: [result] })
  })
  return [...byId.values()]
}
