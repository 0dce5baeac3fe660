import {
  type Roundtrip,
  type RoundtripArticle,
  type RoundtripEvidence,
  type RoundtripMention,
  type RoundtripRelation,
  roundtrip,
} from '../../../../shared/model/roundtrip.ts'
import type { Span } from '../../../../shared/text/span.ts'
import type { ValueKind } from '../../../../shared/values/value.ts'
import { jsonOf } from '../files/json.ts'
import { isRoundtripFile } from '../files/roundtripFile.ts'
import type { SetFile } from '../files/setFile.ts'
import { Unreadable } from '../files/unreadable.ts'
import type { FileSet } from '../formats/format.ts'
import type { ReadEntity, ReadEntityRelation, ReadMention } from '../formats/records.ts'

/** What the file beside a set knows of it that its format could not hold. */
export interface Restored {
  /** Entities and relations as records, to be read with those of the set. */
  records(): Iterable<ReadEntity | ReadEntityRelation>
  /** Types of mentions with the kind of their values, null for none. `leftOut`: the format left one of them out. */
  mentionTypes(): Iterable<{ label: string; valueKind: ValueKind | null; leftOut: boolean }>
  /** The article of this text; each is given once. */
  article(textHash: string): RestoredArticle | null
}

export interface RestoredArticle {
  readonly facts: RoundtripArticle
  /** The mention of a type whose fragments, or whose envelope, are these. */
  mention(
    type: string,
    fragments: readonly Span[],
    stated: Pick<ReadMention, 'note' | 'certainty' | 'entity'>,
  ): RoundtripMention | null
  /** Mentions the format left out, and passages it could not write. */
  readonly leftOut: readonly RoundtripMention[]
  readonly unwritten: readonly RoundtripEvidence[]
  /** The relation that these two mentions prove, with the passage; `stated` is what the set itself says of it. */
  relation(
    type: string,
    source: Span,
    target: Span,
    stated: { readonly uid: string | undefined; readonly passage: Span | null },
  ): Proof | null
}

const placeOf = (fragments: readonly Span[]): string =>
  fragments.map(({ start, end }) => `${start}-${end}`).join(';')

const envelope = (fragments: readonly Span[]): Span => ({
  start: fragments[0]!.start,
  end: fragments.at(-1)!.end,
})

/** Where the format has a mention. */
const placeIn = (it: RoundtripMention): Span => it.written ?? envelope(it.fragments)

const add = <T>(lists: Map<string, T[]>, key: string, it: T): void => {
  const list = lists.get(key)
  if (list) list.push(it)
  else lists.set(key, [it])
}

/** Of those of one place the first that is what is `wanted`, as far as one is; each once, but for the last. */
const take = <T>(list: T[] | undefined, wanted: readonly ((it: T) => boolean)[]): T | null => {
  if (!list || list.length === 0) return null
  let left: readonly T[] = list
  for (const fits of wanted) {
    const fitting = left.filter(fits)
    if (fitting.length > 0) left = fitting
  }
  const found = left[0]!
  if (list.length > 1) list.splice(list.indexOf(found), 1)
  return found
}

interface Proof {
  readonly relation: RoundtripRelation
  readonly passage: Span
  readonly note: string
}

const createArticle = (
  facts: RoundtripArticle,
  relations: ReadonlyMap<string, RoundtripRelation>,
): RestoredArticle => {
  const mentions = new Map<string, RoundtripMention[]>()
  const put = (it: RoundtripMention, fragments: readonly Span[]): void =>
    add(mentions, `${it.type} ${placeOf(fragments)}`, it)
  const byUid = new Map(facts.mentions.map((it) => [it.uid, it]))
  // Exact places win over envelopes.
  const inFormat = facts.mentions.filter((it) => it.written === undefined)
  for (const it of inFormat) put(it, it.fragments)
  for (const it of inFormat) if (it.fragments.length > 1) put(it, [envelope(it.fragments)])
  for (const it of facts.mentions) if (it.written) put(it, [it.written])
  const proofs = new Map<string, Proof[]>()
  for (const { relation: uid, written, start, end, note } of facts.evidence) {
    const relation = relations.get(uid)
    const [from, to] = [byUid.get(written?.source ?? ''), byUid.get(written?.target ?? '')]
    if (!relation || !from || !to) continue
    const key = `${relation.type} ${placeOf([placeIn(from)])} ${placeOf([placeIn(to)])}`
    add(proofs, key, { relation, passage: { start, end }, note })
  }
  return {
    facts,
    leftOut: facts.mentions.filter((it) => it.written === null),
    unwritten: facts.evidence.filter((it) => it.written === null),
    mention: (type, fragments, { note, certainty, entity }) =>
      take(mentions.get(`${type} ${placeOf(fragments)}`), [
        (it) => entity === undefined || it.entity === entity,
        (it) => note === undefined || it.note === note,
        (it) => certainty === undefined || it.certainty === certainty,
      ]),
    relation: (type, source, target, { uid, passage }) =>
      take(proofs.get(`${type} ${placeOf([source])} ${placeOf([target])}`), [
        (it) => uid === undefined || it.relation.uid === uid,
        (it) => it.passage.start === passage?.start && it.passage.end === passage.end,
      ]),
  }
}

const read = (file: SetFile): Roundtrip => {
  const parsed = roundtrip.safeParse(jsonOf(file))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Unreadable(
    'import.roundtrip',
    `${file.path} is no file of this program (${issue!.path.join('.')}: ${issue!.message}). Remove it to import the data without it.`,
    { file: file.path },
  )
}

/** The file beside a set that belongs to it, if there is one. @throws Unreadable `import.roundtrip` */
export const restoredFor = (set: FileSet, formatId: string): Restored | null => {
  const names = new Set(set.files.map((it) => `${it.name}.roundtrip.json`.toLowerCase()))
  const candidates = set.all.filter(isRoundtripFile)
  const file =
    candidates.find((it) => names.has(it.name.toLowerCase())) ??
    (candidates.length === 1 ? candidates[0] : undefined)
  if (!file) return null
  const data = read(file)
  if (data.of !== formatId) return null
  const relations = new Map(data.relations.map((it) => [it.uid, it]))
  const articles = new Map<string, RoundtripArticle[]>()
  for (const it of data.articles) articles.set(it.textHash, [...(articles.get(it.textHash) ?? []), it])
  return {
    *records() {
      for (const { uid: id, type: label, ...entity } of data.entities) {
        const { position, ...rest } = entity
        yield { kind: 'entity', id, label, ...rest, ...(position && { position }) }
      }
      for (const { uid: id, type: label, ...relation } of data.relations)
        yield { kind: 'relation', id, label, ...relation }
    },
    mentionTypes: () => {
      const types = new Map<string, { label: string; valueKind: ValueKind | null; leftOut: boolean }>()
      for (const { type: label, value, written } of data.articles.flatMap((it) => it.mentions)) {
        const known = types.get(label)
        const valueKind = known?.valueKind ?? value?.kind ?? null
        types.set(label, { label, valueKind, leftOut: (known?.leftOut ?? false) || written === null })
      }
      return types.values()
    },
    article: (textHash) => {
      const facts = articles.get(textHash)?.shift()
      return facts ? createArticle(facts, relations) : null
    },
  }
}
