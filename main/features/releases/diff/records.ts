import { isObject, type JsonObject } from '../../../../shared/model/json.ts'
import type { ReleaseChange, ReleaseDiff } from '../../../../shared/model/recipe.ts'
import { LigatureError } from '../../../core/errors.ts'
import { readLines } from '../../imports/index.ts'
import type { OpenRelease } from './open.ts'

export type What = ReleaseChange['what']
export type Counts = ReleaseDiff['before']['counts']

export interface Item {
  readonly what: What
  readonly uid: string
  readonly record: JsonObject
  /** Of the data file, from 1; 0 for what stands elsewhere. */
  readonly line: number
}

/** A release that cannot be compared, with the place and what to do about it. */
export const damagedAt = ({ path, data }: OpenRelease, line: number, sentence: string): LigatureError =>
  new LigatureError(
    'import.unreadable',
    `${path}: ${data.path}, line ${line}: ${sentence}. Copy the release again, or make it again from its project.`,
    { release: path, file: data.path, line },
  )

/** What the records of a release are called in a comparison; persons are only named where they made something. */
const whatOf: Readonly<Record<string, What | 'end' | null>> = {
  person: null,
  entityType: 'type',
  relationType: 'type',
  rule: 'type',
  entity: 'entity',
  relation: 'relation',
  article: 'article',
  mention: 'mention',
  evidence: 'evidence',
  end: 'end',
}

const counted: Readonly<Partial<Record<What, keyof Counts>>> = {
  article: 'articles',
  mention: 'mentions',
  entity: 'entities',
  relation: 'relations',
  evidence: 'evidence',
}

/** Types and rules of a release whose data does not hold them. */
function* schemaItems({ schema }: OpenRelease): Generator<Item> {
  const lists = { entityType: schema.entityTypes, relationType: schema.relationTypes, rule: schema.rules }
  for (const [record, list] of Object.entries(lists)) {
    for (const it of Array.isArray(list) ? list : [])
      if (isObject(it) && typeof it.uid === 'string')
        yield { what: 'type', uid: it.uid, record: { ...it, record }, line: 0 }
  }
}

/**
 * The records of a release in its order, each looked at just enough to be compared, and its counts. `seen` is told of the
 * bytes read, `person` of those who made something.
 * @throws LigatureError import.unreadable, naming file and line
 */
export function* itemsOf(
  release: OpenRelease,
  seen: (bytes: number) => void,
  person: (uid: string, name: string) => void,
): Generator<Item, Counts> {
  const { data, redacted } = release
  const counts = { articles: 0, mentions: 0, entities: 0, relations: 0, evidence: 0 }
  let number = 0
  const fail = (sentence: string): never => {
    throw damagedAt(release, number, sentence)
  }
  const parsed = (text: string | null): JsonObject => {
    if (text === null) return fail('it is not UTF-8')
    let record: unknown
    try {
      record = JSON.parse(text)
    } catch {
      return fail('it is no complete JSON; the file is cut off or damaged')
    }
    return isObject(record) ? record : fail('it is no JSON object')
  }
  let ended = false
  if (redacted) yield* schemaItems(release)
  for (const { number: line, text, position } of readLines(data)) {
    number = line
    seen(position)
    const record = parsed(text)
    if (number === 1) {
      const format = redacted ? 'ligature-standoff' : 'ligature'
      if (record.format !== format || record.version !== 1)
        fail(`it does not begin with "format":"${format}","version":1; another version of Ligature wrote it`)
      continue
    }
    if (ended) fail('there is something behind the last line')
    const what = typeof record.record === 'string' ? whatOf[record.record] : undefined
    if (what === undefined)
      fail(`"record" is ${JSON.stringify(record.record) ?? 'missing'}, which is not known`)
    if (what === null) {
      if (typeof record.uid === 'string' && typeof record.name === 'string') person(record.uid, record.name)
      continue
    }
    if (what === 'end') {
      ended = true
      for (const [name, count] of Object.entries(counts))
        if (record[name] !== count)
          fail(`the file says it holds ${record[name]} ${name}, and ${count} were read; lines are missing`)
      continue
    }
    const { uid } = record
    if (typeof uid !== 'string' || uid === '' || uid.length > 100) return fail('it has no uid')
    const count = counted[what!]
    if (count) counts[count] += 1
    yield { what: what!, uid, record, line }
  }
  number += 1
  if (!ended) fail('the file ends here without its last line ("record":"end"); it is cut off')
  return counts
}
