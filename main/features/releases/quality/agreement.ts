import type { Agreement } from '../../../../shared/model/recipe.ts'
import type { Span } from '../../../../shared/text/span.ts'
import { type ExportSource, type MentionRow, tokensOf } from '../../exports/index.ts'
import { createKappa, f1, type Kappa } from './measures.ts'

/** Persons compared in one article: the first so many by uid. */
const mostPersons = 12

const stopEvery = 50

/** What a token is that no mention covers; no key of a type is empty. */
const outside = ''

const placeOf = ({ type, fragments }: MentionRow): string =>
  `${type} ${fragments.map(({ start, end }) => `${start}-${end}`).join(' ')}`

const lengthOf = ({ fragments }: MentionRow): number =>
  fragments.reduce((sum, { start, end }) => sum + end - start, 0)

/** Mentions that are the same in both, each used once; and those left over. */
const matchExactly = (a: readonly MentionRow[], b: readonly MentionRow[]) => {
  const open = new Map<string, MentionRow[]>()
  for (const it of b) {
    const place = placeOf(it)
    const same = open.get(place)
    if (same) same.push(it)
    else open.set(place, [it])
  }
  const leftA = a.filter((it) => open.get(placeOf(it))?.pop() === undefined)
  return { exact: a.length - leftA.length, leftA, leftB: [...open.values()].flat() }
}

const share = (a: MentionRow, b: MentionRow): boolean =>
  a.type === b.type && a.fragments.some((x) => b.fragments.some((y) => x.start < y.end && y.start < x.end))

const byPlace = (a: MentionRow, b: MentionRow): number =>
  a.fragments[0]!.start - b.fragments[0]!.start || a.fragments.at(-1)!.end - b.fragments.at(-1)!.end

/** Pairs of one type that share a character, from left to right, each mention used once. */
const countOverlapping = (a: readonly MentionRow[], b: readonly MentionRow[]): number => {
  const others = [...b].sort(byPlace)
  const used = new Set<MentionRow>()
  for (const it of [...a].sort(byPlace)) {
    const end = it.fragments.at(-1)!.end
    const other = others.find((one) => !used.has(one) && one.fragments[0]!.start < end && share(it, one))
    if (other) used.add(other)
  }
  return used.size
}

/** The type of every token: that of the longest mention which covers its first character. */
const labelsOf = (tokens: readonly Span[], mentions: readonly MentionRow[]): string[] => {
  const labels = tokens.map(() => outside)
  const shortFirst = [...mentions].sort(
    (a, b) => lengthOf(a) - lengthOf(b) || (a.type < b.type ? 1 : a.type > b.type ? -1 : 0),
  )
  for (const { type, fragments } of shortFirst) {
    for (const { start, end } of fragments) {
      let at = firstFrom(tokens, start)
      for (; at < tokens.length && tokens[at]!.start < end; at += 1) labels[at] = type
    }
  }
  return labels
}

/** Index of the first token that starts at `offset` or behind it. */
const firstFrom = (tokens: readonly Span[], offset: number): number => {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

interface Tally {
  readonly uids: readonly [string, string]
  articles: number
  readonly mentions: [number, number]
  exact: number
  overlapping: number
  readonly kappa: Kappa
}

const byPerson = (mentions: readonly MentionRow[]): [string, MentionRow[]][] => {
  const persons = new Map<string, MentionRow[]>()
  for (const it of mentions) {
    const own = persons.get(it.madeBy)
    if (own) own.push(it)
    else persons.set(it.madeBy, [it])
  }
  return [...persons].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, mostPersons)
}

/**
 * How far persons agree who both have mentions in the same articles, pair by pair: over those articles the mentions of
 * each, those alike in place and type, further pairs of one type that only overlap, F1 of the alike ones, and Cohen's κ
 * over the tokens (words and signs, cut where a mention begins or ends; one label per token). Memory holds one article.
 * @throws what `stopIfCancelled` throws
 */
export const collectAgreements = (source: ExportSource, stopIfCancelled: () => void): Agreement[] => {
  const tallies = new Map<string, Tally>()
  const tallyOf = (a: string, b: string): Tally => {
    const key = JSON.stringify([a, b])
    let tally = tallies.get(key)
    if (!tally) {
      tally = { uids: [a, b], articles: 0, mentions: [0, 0], exact: 0, overlapping: 0, kappa: createKappa() }
      tallies.set(key, tally)
    }
    return tally
  }

  let count = 0
  for (const { id, language } of source.articles()) {
    if (count % stopEvery === 0) stopIfCancelled()
    count += 1
    const mentions = source.mentions(id)
    const persons = byPerson(mentions)
    if (persons.length < 2) continue
    const text = source.text(id)
    const ends = mentions.flatMap((it) => it.fragments.flatMap(({ start, end }) => [start, end]))
    const cuts = [...new Set(ends)].sort((a, b) => a - b)
    const tokens = tokensOf(text, { start: 0, end: text.length }, language, cuts)
    const labels = new Map(persons.map(([uid, own]) => [uid, labelsOf(tokens, own)]))
    for (const [index, [a, ofA]] of persons.entries()) {
      for (const [b, ofB] of persons.slice(index + 1)) {
        const tally = tallyOf(a, b)
        const { exact, leftA, leftB } = matchExactly(ofA, ofB)
        tally.articles += 1
        tally.mentions[0] += ofA.length
        tally.mentions[1] += ofB.length
        tally.exact += exact
        tally.overlapping += countOverlapping(leftA, leftB)
        const [labelsA, labelsB] = [labels.get(a)!, labels.get(b)!]
        for (const [at, label] of labelsA.entries()) tally.kappa.add(label, labelsB[at]!)
      }
    }
  }

  const names = new Map([...source.persons()].map((it) => [it.uid, it.name]))
  return [...tallies.values()]
    .sort((a, b) => (JSON.stringify(a.uids) < JSON.stringify(b.uids) ? -1 : 1))
    .map(({ uids: [a, b], articles, mentions, exact, overlapping, kappa }) => ({
      persons: [names.get(a) ?? a, names.get(b) ?? b],
      articles,
      mentions,
      exact,
      overlapping,
      f1: f1(exact, mentions[0], mentions[1]),
      kappa: kappa.value(),
    }))
}
