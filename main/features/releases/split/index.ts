import type { SplitName, SplitReport, SplitRule } from '../../../../shared/model/recipe.ts'
import type { ArticleRow, ExportSource } from '../../exports/index.ts'
import { type Dealt, dealOut, splitNames } from './dealOut.ts'
import { classesOf, createGroups } from './groups.ts'
import { nearDuplicateGroups } from './nearDuplicates.ts'

/** Leaks told one by one; of the others only the number. */
const listed = 200

/** An article as dealing out sees it. */
interface Seen extends Dealt {
  readonly id: number
  readonly title: string
  readonly fingerprint: string
  readonly mentions: number
  readonly relations: readonly string[]
  /** Pairs of entities its relations join, whatever their direction. */
  readonly deals: readonly string[]
}

export interface Split {
  /** Ids of each split's articles, in order. */
  readonly articles: ReadonlyMap<SplitName, readonly number[]>
  /** By uid of the article. */
  readonly of: ReadonlyMap<string, SplitName>
  readonly report: SplitReport
}

const look = (
  source: ExportSource,
  it: ArticleRow,
  fingerprints: ReadonlyMap<number, string>,
  names: Map<string, string>,
): Seen => {
  const types = new Map<string, number>()
  const mentions = source.mentions(it.id)
  for (const { type } of mentions) types.set(type, (types.get(type) ?? 0) + 1)
  const relations = new Set(source.evidenceIn(it.id).map((evidence) => evidence.relationUid))
  const deals = new Set<string>()
  for (const uid of relations) {
    const { sourceUid, sourceName, targetUid, targetName } = source.relation(uid)
    const [a, b] = sourceUid < targetUid ? [sourceUid, targetUid] : [targetUid, sourceUid]
    const deal = `${a} ${b}`
    if (!names.has(deal)) names.set(deal, `${sourceName} – ${targetName}`)
    deals.add(deal)
  }
  return {
    ...{ id: it.id, uid: it.uid, title: it.title, publishedOn: it.publishedOn },
    fingerprint: fingerprints.get(it.textId) ?? it.textHash.slice(0, 16),
    ...{ types, mentions: mentions.length, relations: [...relations], deals: [...deals] },
  }
}

const namesOf = (articles: readonly Seen[], members: readonly number[]): string[] =>
  members.slice(0, 50).map((it) => articles[it]!.title || articles[it]!.uid)

/**
 * Deals the articles of a source out and tells what stands on both sides. `fingerprints`: of texts, by their row.
 * null for a recipe that does not split.
 */
export const splitSource = (
  source: ExportSource,
  rule: SplitRule,
  fingerprints: ReadonlyMap<number, string>,
  stopIfCancelled: () => void,
): Split | null => {
  if (rule.by === 'none') return null
  const names = new Map<string, string>()
  const articles: Seen[] = []
  for (const it of source.articles()) {
    stopIfCancelled()
    articles.push(look(source, it, fingerprints, names))
  }
  const duplicates = nearDuplicateGroups(articles.map((it) => it.fingerprint))
  const deals = classesOf(articles.length, (index) => articles[index]!.deals)
  const groups = createGroups(articles.length)
  const joinAll = (members: readonly number[]): void => {
    for (const it of members) groups.join(members[0]!, it)
  }
  if (rule.keepDuplicatesTogether) for (const it of duplicates) joinAll(it)
  if (rule.keepDealsTogether || rule.by === 'deal') for (const it of deals.values()) joinAll(it)
  const dealt = dealOut(articles, groups.list(), rule)

  const isLeak = (members: readonly number[]): boolean => new Set(members.map((it) => dealt[it])).size > 1
  const leaks: SplitReport['leaks'] = []
  for (const members of duplicates) {
    const [what] = namesOf(articles, members)
    if (isLeak(members)) leaks.push({ kind: 'duplicate', what: what!, articles: namesOf(articles, members) })
  }
  for (const [deal, members] of deals)
    if (isLeak(members))
      leaks.push({ kind: 'deal', what: names.get(deal)!, articles: namesOf(articles, members) })

  const used = splitNames.filter((it) => rule.shares[it] > 0)
  const of = (name: SplitName): Seen[] => articles.filter((_, index) => dealt[index] === name)
  return {
    articles: new Map(used.map((name) => [name, of(name).map((it) => it.id)])),
    of: new Map(articles.map((it, index) => [it.uid, dealt[index]!])),
    report: {
      splits: used.map((name) => {
        const own = of(name)
        return {
          name,
          articles: own.length,
          mentions: own.reduce((sum, it) => sum + it.mentions, 0),
          relations: new Set(own.flatMap((it) => it.relations)).size,
        }
      }),
      leaks: leaks.slice(0, listed),
      leakCount: leaks.length,
    },
  }
}

export const undivided: SplitReport = { splits: [], leaks: [], leakCount: 0 }
