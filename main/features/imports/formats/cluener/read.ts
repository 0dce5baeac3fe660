import { articleFactsOf } from '../../files/articleFacts.ts'
import { idOf, listOf, objectOf, offsetOf, restOf } from '../../files/fields.ts'
import { isObject, type JsonObject, readJson } from '../../files/json.ts'
import { badSpan, damagedRecord, recordWithoutText } from '../../files/recordNotices.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadDocument, ReadMention } from '../records.ts'

/** Mentions in text order; ends of the format are inclusive, those given back exclusive. */
const mentionsOf = (labels: JsonObject, damaged: (id: string) => void): ReadMention[] => {
  const found: Omit<ReadMention, 'id'>[] = []
  for (const [label, surfaces] of Object.entries(labels)) {
    for (const [quote, places] of Object.entries(objectOf(surfaces))) {
      for (const place of listOf(places)) {
        const [start, last] = listOf(place).map(offsetOf)
        if (start == null || last == null || last < start) damaged(`${label} "${quote}"`)
        else found.push({ label, fragments: [{ start, end: last + 1, quote }] })
      }
    }
  }
  found.sort((a, b) => a.fragments[0]!.start - b.fragments[0]!.start)
  return found.map((it, index) => ({ ...it, id: String(index) }))
}

/** JSON Lines of `{"text", "label": {type: {surface: [[start, last]]}}}`, code points (github.com/CLUEbenchmark/CLUENER2020). */
export function* readCluener(set: FileSet, context: ReadContext): Generator<ReadDocument> {
  for (const file of set.files) {
    for (const { number, line, value, error } of readJson(file)) {
      const place = `line ${line}`
      if (!isObject(value)) {
        context.problem(file, place, damagedRecord(error || 'It is no object.'))
        continue
      }
      if (typeof value.text !== 'string') {
        context.problem(file, place, recordWithoutText('text'))
        continue
      }
      const { facts } = articleFactsOf(value)
      const foreign = restOf(value, ['text', 'label'])
      yield {
        kind: 'document',
        id: idOf(value.id) ?? `${file.path}#${number}`,
        place,
        file: file.path,
        text: value.text,
        ...facts,
        mentions: mentionsOf(objectOf(value.label), (id) => context.problem(file, place, badSpan(id))),
        relations: [],
        ...(foreign && { foreign }),
      }
    }
  }
}
