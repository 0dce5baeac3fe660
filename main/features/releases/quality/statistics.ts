import type { ExportSource } from '../../exports/index.ts'

/** Distinct publishers that are counted one by one; further ones are `others`. */
const mostPublishers = 10_000

/** Entities listed by how often they are mentioned. */
const mostEntities = 20

export interface Bin {
  /** From, and up to but not with; null for no end. */
  readonly from: number
  readonly to: number | null
  count: number
}

export interface Statistics {
  readonly counts: {
    readonly articles: number
    readonly mentions: number
    readonly entities: number
    readonly relations: number
    readonly evidence: number
  }
  /** By key of the type, in the order of the schema; types without any too. */
  readonly mentionsOfType: ReadonlyMap<string, number>
  readonly relationsOfType: ReadonlyMap<string, number>
  readonly languages: ReadonlyMap<string, number>
  readonly publishers: ReadonlyMap<string, number>
  readonly otherPublishers: number
  /** By date as it is stated: `2018-06` or `2018`, '' for none. */
  readonly months: ReadonlyMap<string, number>
  readonly statuses: ReadonlyMap<string, number>
  /** Mentions by how they were made (`hand`, `suggestion`, `bulk`, `import`), and by how certain they are. */
  readonly madeHow: ReadonlyMap<string, number>
  readonly certainties: ReadonlyMap<string, number>
  /** Articles by the length of their texts in Unicode code points, and the sum of the lengths. */
  readonly lengths: readonly Bin[]
  readonly characters: number
  /** Articles by their number of mentions. */
  readonly mentionsPerArticle: readonly Bin[]
  /** Entities by their number of mentions. */
  readonly mentionsPerEntity: readonly Bin[]
  readonly topEntities: readonly { readonly name: string; readonly type: string; readonly mentions: number }[]
}

/** Bins that begin at the given numbers; the last has no end. */
const binsFrom = (starts: readonly number[]): Bin[] =>
  starts.map((from, index) => ({ from, to: starts[index + 1] ?? null, count: 0 }))

const addTo = (bins: readonly Bin[], value: number): void => {
  bins.findLast((it) => it.from <= value)!.count += 1
}

const add = (counts: Map<string, number>, key: string, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

/** Most frequent first; equally frequent ones in the order of their signs. */
export const byFrequency = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))

const codePoints = (text: string): number => {
  let pairs = 0
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) pairs += 1
  return text.length - pairs
}

/**
 * What the scope holds, in numbers. Memory holds one article and the counts: at most 10,000 publishers, the few languages,
 * and the months that occur.
 * @throws what reading the source throws (cancelling)
 */
export const collectStatistics = (source: ExportSource): Statistics => {
  const counts = { articles: 0, mentions: 0, entities: 0, relations: 0, evidence: 0 }
  const mentionsOfType = new Map(source.entityTypes.map((it) => [it.key, 0]))
  const relationsOfType = new Map(source.relationTypes.map((it) => [it.key, 0]))
  const [languages, publishers] = [new Map<string, number>(), new Map<string, number>()]
  const [months, statuses] = [new Map<string, number>(), new Map<string, number>()]
  const [madeHow, certainties] = [new Map<string, number>(), new Map<string, number>()]
  let [otherPublishers, characters] = [0, 0]
  const lengths = binsFrom([0, 1, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000])
  const mentionsPerArticle = binsFrom([0, 1, 3, 6, 11, 21, 51, 101, 201, 501])
  const mentionsPerEntity = binsFrom([0, 1, 2, 3, 5, 9, 17, 33, 65, 129, 257, 513, 1025])
  let topEntities: { name: string; type: string; mentions: number }[] = []

  for (const { id, name, type } of source.entities()) {
    counts.entities += 1
    const mentions = source.countMentions(id)
    addTo(mentionsPerEntity, mentions)
    if (mentions > 0) topEntities.push({ name, type, mentions })
    if (topEntities.length >= 50 * mostEntities) topEntities = foremost(topEntities)
  }
  for (const article of source.articles()) {
    counts.articles += 1
    add(languages, article.language)
    add(months, article.publishedOn.slice(0, 7))
    add(statuses, article.status)
    const publisher = article.publisher.trim()
    if (publishers.has(publisher) || publishers.size < mostPublishers) add(publishers, publisher)
    else otherPublishers += 1
    const length = codePoints(source.text(article.id))
    characters += length
    addTo(lengths, length)
    const mentions = source.mentions(article.id)
    counts.mentions += mentions.length
    addTo(mentionsPerArticle, mentions.length)
    for (const it of mentions) {
      add(mentionsOfType, it.type)
      add(madeHow, it.madeHow)
      add(certainties, it.certainty)
    }
    counts.evidence += source.evidenceIn(article.id).length
  }
  for (const { type } of source.relations()) {
    counts.relations += 1
    add(relationsOfType, type)
  }
  return {
    ...{ counts, mentionsOfType, relationsOfType, languages, publishers, otherPublishers, months, statuses },
    ...{
      madeHow,
      certainties,
      lengths,
      characters,
      mentionsPerArticle,
      mentionsPerEntity,
      topEntities: foremost(topEntities),
    },
  }
}

/** Sorted by mentions; equal ones stay in their order. */
const foremost = <T extends { mentions: number }>(entities: readonly T[]): T[] =>
  [...entities].sort((a, b) => b.mentions - a.mentions).slice(0, mostEntities)
