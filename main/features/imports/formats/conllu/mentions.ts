import { exactFragments, type Facts, mentionFacts } from '../../files/commentFacts.ts'
import type { Notice } from '../../reading/types.ts'
import type { ReadFragment, ReadMention } from '../records.ts'
import { type Bracket, readBrackets } from './entities.ts'
import type { Sentence, Word } from './sentences.ts'
import type { Surface } from './surface.ts'

type Problem = (line: number, notice: Notice) => void

/** A mention while its words are read. */
interface Draft {
  readonly eid: string
  readonly fields: Bracket['fields']
  readonly parts: { first: Word; last: Word | null; readonly part: number; readonly raw: string }[]
  /** Number of parts. */
  readonly total: number
  readonly misc: Readonly<Record<string, string>>
}

const kept = ['Bridge', 'SplitAnte']

const noBracket = (line: number, bracket: string): Notice => ({
  code: 'import.conllu_entity',
  message: `Line ${line}: "${bracket}" opens or closes no mention that could be read. It was left out.`,
  params: { line, bracket: bracket.slice(0, 80) },
})

/** Our own number in the last field; 0 for none. */
const numberIn = (other: string | undefined): number =>
  Number(/(?:^|,)n:(\d{1,9})(?:,|$)/.exec(other ?? '')?.[1] ?? 0)

/** Mentions of the `Entity=` brackets of a document, in the order in which they open. */
const draftsOf = (sentences: readonly Sentence[], names: readonly string[], problem: Problem): Draft[] => {
  const drafts: Draft[] = []
  const open = new Map<string, { draft: Draft; part: number }[]>()
  /** Discontinuous mentions that still lack parts. */
  const unfinished = new Map<string, Draft>()
  const keyOf = ({ eid, part }: Bracket): string => (part ? `${eid}[${part[0]}/${part[1]}]` : eid)

  const start = (bracket: Bracket, word: Word): void => {
    // Our own numbers keep two mentions of one entity apart.
    const group = bracket.part ? `${bracket.eid} ${bracket.part[1]} ${numberIn(bracket.fields.other)}` : ''
    const number = bracket.part?.[0] ?? 1
    let draft = bracket.part ? unfinished.get(group) : undefined
    if (!draft || draft.parts.some((it) => it.part >= number)) {
      const misc = kept.flatMap((name) => (word.misc.has(name) ? [[name, word.misc.get(name)!]] : []))
      draft = {
        eid: bracket.eid,
        fields: bracket.fields,
        parts: [],
        total: bracket.part?.[1] ?? 1,
        misc: Object.fromEntries(misc),
      }
      drafts.push(draft)
      if (bracket.part) unfinished.set(group, draft)
    }
    draft.parts.push({ first: word, last: bracket.closes ? word : null, part: number, raw: bracket.raw })
    if (bracket.closes) return
    const stack = open.get(keyOf(bracket))
    const entry = { draft, part: draft.parts.length - 1 }
    if (stack) stack.push(entry)
    else open.set(keyOf(bracket), [entry])
  }

  for (const { words } of sentences) {
    for (const word of words) {
      const cell = word.misc.get('Entity')
      if (!cell) continue
      for (const bracket of readBrackets(cell, names)) {
        if (bracket.opens && bracket.eid !== '') start(bracket, word)
        else {
          const ended = bracket.closes && !bracket.opens ? open.get(keyOf(bracket))?.pop() : undefined
          if (ended) ended.draft.parts[ended.part]!.last = word
          else problem(word.line, noBracket(word.line, bracket.raw))
        }
      }
    }
  }
  return drafts
}

/** Text from one word to another; empty nodes at the ends count as the next word inside. */
const fragmentBetween = (
  order: ReadonlyMap<Word, number>,
  words: readonly Word[],
  { text, places }: Surface,
  first: Word,
  last: Word,
): ReadFragment | null => {
  let [from, to] = [order.get(first)!, order.get(last)!]
  while (from <= to && !places.has(words[from]!)) from += 1
  while (to >= from && !places.has(words[to]!)) to -= 1
  const [start, end] = [places.get(words[from]!)?.start, places.get(words[to]!)?.end]
  if (from > to || start === undefined || end === undefined || start >= end) return null
  return { start, end, quote: text.slice(start, end) }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text).replaceAll('_', ' ')
  } catch {
    return text
  }
}

/** In text order, parts that touch or overlap joined: fragments are disjoint. */
const disjoint = (text: string, fragments: readonly ReadFragment[]): ReadFragment[] => {
  const result: ReadFragment[] = []
  for (const { start, end } of [...fragments].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) {
      const reach = Math.max(last.end, end)
      result[result.length - 1] = { start: last.start, end: reach, quote: text.slice(last.start, reach) }
    } else result.push({ start, end, quote: text.slice(start, end) })
  }
  return result
}

export interface EntityMentions {
  readonly mentions: ReadMention[]
  /** Ids by the number of our own lines. */
  readonly byNumber: ReadonlyMap<number, string>
}

/** Mentions of `Entity=`; those whose words have no place in the text (zero mentions) are none. */
export const entityMentions = (
  document: string,
  sentences: readonly Sentence[],
  names: readonly string[],
  surface: Surface,
  facts: Facts,
  problem: Problem,
): EntityMentions => {
  const words = sentences.flatMap((it) => it.words)
  const order = new Map(words.map((it, index) => [it, index]))
  const mentions: ReadMention[] = []
  const byNumber = new Map<number, string>()
  const { text } = surface

  for (const { eid, fields, parts, misc, total } of draftsOf(sentences, names, problem)) {
    const unclosed = parts.find((it) => it.last === null)
    if (unclosed || parts.length < total) {
      const { first, raw } = unclosed ?? parts[0]!
      problem(first.line, noBracket(first.line, raw))
      if (unclosed) continue
    }
    const found = parts.flatMap(
      ({ first, last }) => fragmentBetween(order, words, surface, first, last!) ?? [],
    )
    const number = numberIn(fields.other)
    const own = byNumber.has(number) ? undefined : facts.mentions.get(number)
    const fragments = (own && exactFragments(text, own)) ?? disjoint(text, found)
    if (fragments.length === 0) continue
    const id = `m${mentions.length + 1}`
    if (own) byNumber.set(number, id)
    const { etype, entity, type, identity } = fields
    mentions.push({
      id,
      label: etype ?? entity ?? type ?? 'entity',
      fragments,
      ...(own
        ? mentionFacts(own)
        : {
            entity: `${document}#${eid}`,
            ...(identity && { entityName: decoded(identity) }),
            foreign: { eid, fields: { ...fields }, ...misc },
          }),
    })
  }
  for (const [number, own] of facts.mentions) {
    // Mentions of blanks alone have no word; only our own line knows them.
    const exact = byNumber.has(number) ? null : exactFragments(text, own)
    if (!exact) continue
    const id = `m${mentions.length + 1}`
    byNumber.set(number, id)
    mentions.push({ id, label: own.label, fragments: exact, ...mentionFacts(own) })
  }
  return { mentions, byNumber }
}
