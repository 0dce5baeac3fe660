import type { Fact, Portrait } from './portrait.ts'

/** Something one side says and the other does not. */
export interface Difference extends Fact {
  readonly side: 'missing' | 'added'
}

/** Listed one by one; of the others only the number is told. */
const listed = 200

export interface Comparison {
  readonly count: number
  readonly differences: readonly Difference[]
}

/** Lines of both sides as multisets: what only the first has is missing, what only the second has was added. */
export const differencesOf = (before: Iterable<Fact>, after: Iterable<Fact>): Difference[] => {
  const open = new Map<string, Fact[]>()
  for (const fact of before) {
    const same = open.get(fact.line)
    if (same) same.push(fact)
    else open.set(fact.line, [fact])
  }
  const added: Difference[] = []
  for (const fact of after) {
    const same = open.get(fact.line)
    if (same === undefined || same.length === 0) added.push({ ...fact, side: 'added' })
    else same.pop()
  }
  return [...[...open.values()].flat().map((it): Difference => ({ ...it, side: 'missing' })), ...added]
}

/**
 * Compares what was written with what was read back: articles one by one in their order, then the network. Memory holds
 * one article of each side and the network.
 */
export const compareInOrder = (written: Portrait, read: Portrait): Comparison => {
  const differences: Difference[] = []
  let count = 0
  const note = (found: readonly Difference[]): void => {
    count += found.length
    differences.push(...found.slice(0, Math.max(0, listed - differences.length)))
  }
  const others = read.articles()
  for (const article of written.articles()) {
    const other = others.next()
    note(differencesOf(article.facts, other.done ? [] : other.value.facts))
  }
  for (const article of others) note(differencesOf([], article.facts))
  note(differencesOf(written.network(), read.network()))
  return { count, differences }
}
