import { idOf, objectOf, stringOf } from '../../files/fields.ts'
import { isObject, type JsonObject, type JsonValue, readJson } from '../../files/json.ts'
import { createEntityFacts } from '../../files/jsonFacts.ts'
import { damagedRecord, recordWithoutText } from '../../files/recordNotices.ts'
import type { SetFile } from '../../files/setFile.ts'
import type { Notice } from '../../reading/types.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadDocument, ReadRecord } from '../records.ts'
import { joined, sourceOf } from './group.ts'
import { chosenEntity, readTask } from './record.ts'
import { recordsIn } from './training.ts'

const patterns: Notice = {
  code: 'import.prodigy.patterns',
  message:
    'The file holds match patterns and no documents. Leave it out, or import the annotated file instead.',
}

const ignored = (count: number): Notice => ({
  code: 'import.prodigy.ignored',
  message: `${count} records were answered with "ignore" and left out.`,
  params: { count },
})

/** Records joined into one document at most. */
const mostParts = 20_000

interface Task {
  readonly record: JsonObject
  readonly number: number
  readonly place: string
}

/** The records of a file, whatever they are wrapped in. */
function* tasksIn(file: SetFile, context: ReadContext): Generator<Task> {
  let number = 0
  let skipped = 0
  let pending: string | null = null
  for (const { line, value, error } of readJson(file)) {
    const place = `line ${line}`
    if (value === undefined) {
      context.problem(file, place, damagedRecord(error))
      continue
    }
    if (isObject(value) && 'pattern' in value && !('text' in value)) {
      context.problem(file, place, patterns)
      return
    }
    // A file of one pair is a list whose members are the text and its annotations.
    const whole: JsonValue = pending !== null && isObject(value) ? [pending, value] : value
    pending = typeof value === 'string' ? value : null
    if (pending !== null) continue
    const records = recordsIn(whole)
    if (records.length === 0 && !isObject(whole))
      context.problem(file, place, damagedRecord('It is no object.'))
    for (const record of records) {
      number += 1
      if (record.answer === 'ignore') skipped += 1
      else if (typeof record.text === 'string') yield { record, number, place }
      else context.problem(file, place, recordWithoutText('text'))
    }
  }
  if (skipped > 0) context.problem(file, file.name, ignored(skipped))
}

/**
 * JSON Lines of Prodigy (code points, ends exclusive, `token_end` inclusive), or JSON that spaCy is trained from. Records
 * have no ids; the hash of their input stands for one. With the option `group`, records that follow each other and name
 * the same source in their meta become one document.
 */
export function* readProdigy(set: FileSet, context: ReadContext): Generator<ReadRecord> {
  const entitiesOf = createEntityFacts()
  const told = new Set<string>()
  const grouping = context.options.group === 'source'
  for (const file of set.files) {
    let group: { source: string; parts: ReadDocument[] } | null = null
    for (const { record, number, place } of tasksIn(file, context)) {
      const own = objectOf(record.ligature)
      yield* entitiesOf(own.entities)
      const chosen = chosenEntity(record)
      if (chosen && !told.has(chosen.id)) {
        told.add(chosen.id)
        yield chosen
      }
      const id = stringOf(own.uid) ?? idOf(record._input_hash) ?? `${file.path}#${number}`
      const document = readTask(record, { id, place, file: file.path }, (notice) =>
        context.problem(file, place, notice),
      )
      const source = grouping ? sourceOf(record) : undefined
      if (group && (group.source !== source || group.parts.length >= mostParts)) {
        yield joined(group.parts)
        group = null
      }
      if (source === undefined) yield document
      else if (group) group.parts.push(document)
      else group = { source, parts: [document] }
    }
    if (group) yield joined(group.parts)
  }
}
