import { createHash } from 'node:crypto'
import type { SplitName, SplitRule } from '../../../../shared/model/recipe.ts'

/** In the order they are named and, by date, in the order of time. */
export const splitNames: readonly SplitName[] = ['train', 'validation', 'test']

/** What dealing out needs to know of an article. */
export interface Dealt {
  readonly uid: string
  /** ISO date, perhaps only a year or month; '' when unknown. */
  readonly publishedOn: string
  /** Mentions by the key of their type. */
  readonly types: ReadonlyMap<string, number>
}

interface Group {
  readonly members: readonly number[]
  /** Drawn by the seed; the order among equals. */
  readonly lot: string
  readonly types: Map<string, number>
  /** The newest of its members. */
  readonly date: string
}

interface Side {
  readonly name: SplitName
  readonly share: number
  articles: number
}

const lotOf = (seed: string, uid: string): string =>
  createHash('sha256').update(`${seed}\0${uid}`).digest('hex')

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const groupsOf = (
  articles: readonly Dealt[],
  together: readonly (readonly number[])[],
  seed: string,
): Group[] =>
  together.map((members) => {
    const types = new Map<string, number>()
    for (const index of members)
      for (const [type, count] of articles[index]!.types) types.set(type, (types.get(type) ?? 0) + count)
    const uids = members.map((it) => articles[it]!.uid).sort(order)
    const dates = members.map((it) => articles[it]!.publishedOn).sort(order)
    return { members, lot: lotOf(seed, uids[0]!), types, date: dates.at(-1)! }
  })

/** Lacks are differences of products of fractions; below this they are equal. */
const hair = 1e-9

/** The side that lacks most, among equals the one that lacks most of `second`, then the first. */
const neediest = (
  sides: readonly Side[],
  lack: (side: Side) => number,
  second: (side: Side) => number = () => 0,
): Side =>
  sides.reduce((best, side) => {
    const more = lack(side) - lack(best)
    return more > hair || (more > -hair && second(side) > second(best) + hair) ? side : best
  })

/**
 * The groups in the given order, each to the side that lacks most articles: with groups of one article every side ends
 * within one article of its share.
 */
const byNeed = (groups: readonly Group[], sides: readonly Side[], total: number): Side[] =>
  groups.map(({ members }) => {
    const side = neediest(sides, (it) => total * it.share - it.articles)
    side.articles += members.length
    return side
  })

/** The groups in order of time: the oldest fill the first side, the newest the last one. */
const byTime = (groups: readonly Group[], sides: readonly Side[], total: number): Side[] => {
  let at = 0
  let [until, dealt] = [total * sides[0]!.share, 0]
  return groups.map(({ members }) => {
    // A group goes where the greater half of it belongs.
    while (at < sides.length - 1 && dealt + members.length / 2 > until + hair) {
      at += 1
      until += total * sides[at]!.share
    }
    dealt += members.length
    return sides[at]!
  })
}

/**
 * Iterative stratification (Sechidis, Tsoumakas, Vlahavas 2011) with mentions as weights: the rarest type first, its
 * groups (those with most of it first) each to the side that lacks most of this type, then articles. What has no
 * mention fills up the sides.
 */
const byType = (groups: readonly Group[], sides: readonly Side[], total: number): Side[] => {
  const result = new Map<Group, Side>()
  const has = new Map(sides.map((it) => [it, new Map<string, number>()]))
  const totals = new Map<string, number>()
  for (const { types } of groups)
    for (const [type, count] of types) totals.set(type, (totals.get(type) ?? 0) + count)
  const lacksArticles = (it: Side): number => total * it.share - it.articles
  const give = (group: Group, side: Side): void => {
    result.set(group, side)
    side.articles += group.members.length
    const counts = has.get(side)!
    for (const [type, count] of group.types) counts.set(type, (counts.get(type) ?? 0) + count)
  }
  const open = new Set(totals.keys())
  while (open.size > 0) {
    const left = new Map<string, number>()
    for (const group of groups)
      if (!result.has(group))
        for (const [type, count] of group.types)
          if (open.has(type)) left.set(type, (left.get(type) ?? 0) + count)
    const rarest = [...left].sort((a, b) => a[1] - b[1] || order(a[0], b[0]))[0]?.[0]
    if (rarest === undefined) break
    open.delete(rarest)
    const bearers = groups.filter((it) => !result.has(it) && it.types.has(rarest))
    bearers.sort((a, b) => b.types.get(rarest)! - a.types.get(rarest)! || order(a.lot, b.lot))
    const lacksType = (it: Side): number => totals.get(rarest)! * it.share - (has.get(it)!.get(rarest) ?? 0)
    for (const group of bearers) give(group, neediest(sides, lacksType, lacksArticles))
  }
  for (const group of groups) if (!result.has(group)) give(group, neediest(sides, lacksArticles))
  return groups.map((it) => result.get(it)!)
}

/**
 * Deals articles out to the splits, by index. `together`: groups that stay on one side; every article is in exactly
 * one. The same articles, groups and rule give the same splits, whatever order they come in.
 *
 * - `random`, `deal`: the largest groups first, equal ones as the seed draws them;
 * - `date`: by the newest article of a group; undated ones count as the oldest;
 * - `type`: every type of mention in the same shares, as far as whole groups allow.
 */
export const dealOut = (
  articles: readonly Dealt[],
  together: readonly (readonly number[])[],
  rule: Pick<SplitRule, 'by' | 'seed' | 'shares'>,
): SplitName[] => {
  const sides = splitNames
    .map((name): Side => ({ name, share: rule.shares[name] / 100, articles: 0 }))
    .filter((it) => it.share > 0)
  const groups = groupsOf(articles, together, rule.seed)
  const drawn = (a: Group, b: Group): number => order(a.lot, b.lot)
  const total = articles.length
  const result: SplitName[] = new Array(total).fill('train')
  const sorted =
    rule.by === 'date'
      ? groups.sort((a, b) => order(a.date, b.date) || drawn(a, b))
      : rule.by === 'type'
        ? groups.sort(drawn)
        : groups.sort((a, b) => b.members.length - a.members.length || drawn(a, b))
  const deal = rule.by === 'date' ? byTime : rule.by === 'type' ? byType : byNeed
  for (const [index, side] of deal(sorted, sides, total).entries())
    for (const member of sorted[index]!.members) result[member] = side.name
  return result
}
