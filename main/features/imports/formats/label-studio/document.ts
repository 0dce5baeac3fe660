import { articleFactsOf } from '../../files/articleFacts.ts'
import { idOf, objectOf, restOf } from '../../files/fields.ts'
import type { JsonObject } from '../../files/json.ts'
import { relationFactsOf } from '../../files/jsonFacts.ts'
import { badSpan, looseRelation } from '../../files/recordNotices.ts'
import type { Notice } from '../../reading/types.ts'
import type { ReadDocument, ReadMention, ReadRelation } from '../records.ts'
import { isTextResult, mentionsOf, regionsOf } from './regions.ts'
import type { Annotation, Task } from './tasks.ts'

type Report = (notice: Notice) => void

interface Annotated {
  readonly mentions: ReadMention[]
  readonly relations: ReadRelation[]
  /** Results about the document as a whole. */
  readonly others: JsonObject[]
}

const relationsOf = (
  it: JsonObject,
  index: number,
  ends: ReadonlyMap<string, string>,
  common: Partial<ReadRelation>,
): ReadRelation[] | null => {
  const [from, to] = [ends.get(idOf(it.from_id) ?? ''), ends.get(idOf(it.to_id) ?? '')]
  if (from === undefined || to === undefined) return null
  const [source, target] = it.direction === 'left' ? [to, from] : [from, to]
  const named = (Array.isArray(it.labels) ? it.labels : []).flatMap((label) => idOf(label) ?? [])
  const rest = restOf(it, ['id', 'type', 'from_id', 'to_id', 'direction', 'labels', 'meta'])
  const meta = objectOf(it.meta)
  const otherMeta = restOf(meta, ['ligature'])
  const foreign = {
    ...rest,
    ...(otherMeta && { meta: otherMeta }),
    // One arrow with several names stays recognisable as one.
    ...(named.length > 1 && { labels: named }),
  }
  return (named.length > 0 ? named : ['relation']).map((label, at) => ({
    id: `${index}${at === 0 ? '' : `#${at + 1}`}`,
    label,
    source,
    target,
    ...(it.direction === 'bi' && { directed: false }),
    ...relationFactsOf(meta.ligature),
    ...common,
    ...(Object.keys(foreign).length > 0 && { foreign }),
  }))
}

/** One annotation or prediction; `taken` are ids of regions that others of the same task used before. */
const readAnnotation = (
  { results, annotator, suggestion, rejected, rest }: Annotation,
  number: number,
  text: string,
  taken: Set<string>,
  report: Report,
): Annotated => {
  const common = {
    ...(annotator && { annotator }),
    ...(suggestion && { suggestion: true }),
    ...(rejected && { rejected: true }),
  }
  const found: Annotated = { mentions: [], relations: [], others: [] }
  const ends = new Map<string, string>()
  const prediction = suggestion && rest ? { prediction: rest } : null
  for (const region of regionsOf(results.filter((it) => it.type !== 'relation'))) {
    if (!region.results.some(isTextResult)) {
      found.others.push(...region.results)
      continue
    }
    const id = taken.has(region.id) ? `${number}:${region.id}` : region.id
    const mentions = mentionsOf({ ...region, id }, text, common)
    if (!mentions) {
      report(badSpan(region.id))
      continue
    }
    ends.set(region.id, id)
    for (const it of mentions) {
      taken.add(it.id)
      found.mentions.push(prediction ? { ...it, foreign: { ...objectOf(it.foreign), ...prediction } } : it)
    }
  }
  results.forEach((it, index) => {
    if (it.type !== 'relation') return
    const relations = relationsOf(it, index, ends, common)
    if (!relations) report(looseRelation(`${idOf(it.from_id)} → ${idOf(it.to_id)}`))
    else found.relations.push(...relations.map((one) => ({ ...one, id: `${number}/${one.id}` })))
  })
  return found
}

interface Place {
  readonly id: string
  readonly place: string
  readonly file: string
}

/** A task with its text; annotations of several people are mentions of one document. */
export const documentOf = (
  task: Task,
  base: Place,
  text: { readonly key: string; readonly text: string; readonly html?: string },
  report: Report,
): ReadDocument => {
  const taken = new Set<string>()
  const read = task.annotations.map((it, index) => readAnnotation(it, index + 1, text.text, taken, report))
  const { facts, rest: data } = articleFactsOf(restOf(task.data, [text.key]) ?? {})
  const meta = restOf(task.meta, ['ligature'])
  const others = task.annotations.flatMap((it, index) => (it.suggestion ? [] : read[index]!.others))
  const annotation = task.annotations.find((it) => !it.suggestion)?.rest
  const foreign = {
    ...(task.rest && { task: task.rest }),
    ...(data && { data }),
    ...(meta && { meta }),
    ...(annotation && { annotation }),
    ...(others.length > 0 && { results: others }),
  }
  return {
    kind: 'document',
    ...base,
    text: text.text,
    ...facts,
    mentions: read.flatMap((it) => it.mentions),
    relations: read.flatMap((it) => it.relations),
    ...(Object.keys(foreign).length > 0 && { foreign }),
    ...(text.html !== undefined && {
      textIsBuilt: true,
      original: { name: `${base.id}.html`, mediaType: 'text/html', bytes: Buffer.from(text.html, 'utf8') },
    }),
  }
}
