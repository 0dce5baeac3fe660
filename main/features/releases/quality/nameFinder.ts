import { isNameEdge } from '../../../../shared/text/boundary.ts'
import { fold, unfold } from '../../../../shared/text/fold.ts'
import { compareSpans, type Span } from '../../../../shared/text/span.ts'

/** UTF-16 units of folded names an automaton may have; some 20 bytes each. */
export const mostUnits = 1_000_000

/** Longer names are whole sentences and found nowhere. */
const longestName = 120

/** Up to this many characters capitals must be the same: `SE`, `IT` and `Was` are words too. */
const shortName = 4

const capital = /^\P{L}*\p{Lu}/u

export interface NameMatch extends Span {
  /** Number of the name, in order of `add`. */
  readonly name: number
}

export interface NameFinder {
  /** False when there is no room for it, or it is too short or too long to be looked for; numbers go on regardless. */
  add(name: string): 'added' | 'unfit' | 'full'
  /** Where names stand at name edges, from left to right, the longest first, not overlapping; UTF-16 units. */
  find(text: string): NameMatch[]
}

const isFit = (folded: string): boolean =>
  folded.length <= longestName && [...folded].length >= 2 && /\p{L}/u.test(folded)

/**
 * Finds many names in texts at once, folded (`shared/text/fold.ts`): the automaton of Aho and Corasick (1975), "Efficient
 * string matching", Communications of the ACM 18(6). Cost: the lengths of names and texts. Children of a node are a list,
 * but for the root.
 */
export const createNameFinder = (): NameFinder => {
  const names: { text: string; length: number; next: number }[] = []
  let size = 1
  let capacity = 1024
  let unit = new Uint16Array(capacity)
  let child = new Int32Array(capacity)
  let sibling = new Int32Array(capacity)
  /** The first name that ends here, +1; names of the same folded form follow each other by `next`. */
  let ends = new Int32Array(capacity)
  const roots = new Int32Array(0x10000)
  let fail: Int32Array | null = null
  /** The next shorter state, by `fail`, where a name ends; 0 for none. */
  let shorter = new Int32Array(0)

  const grow = (): void => {
    capacity *= 2
    const grown = <T extends Uint16Array | Int32Array>(next: T, old: T): T => {
      next.set(old)
      return next
    }
    unit = grown(new Uint16Array(capacity), unit)
    child = grown(new Int32Array(capacity), child)
    sibling = grown(new Int32Array(capacity), sibling)
    ends = grown(new Int32Array(capacity), ends)
  }

  const step = (state: number, code: number): number => {
    if (state === 0) return roots[code]!
    let at = child[state]!
    while (at !== 0 && unit[at] !== code) at = sibling[at]!
    return at
  }

  const extend = (state: number, code: number): number => {
    const known = step(state, code)
    if (known !== 0) return known
    if (size === capacity) grow()
    const made = size
    size += 1
    unit[made] = code
    if (state === 0) roots[code] = made
    else {
      sibling[made] = child[state]!
      child[state] = made
    }
    return made
  }

  /** Failure links, breadth first. */
  const link = (): Int32Array => {
    const links = new Int32Array(size)
    shorter = new Int32Array(size)
    const queue = new Int32Array(size)
    let last = 0
    for (const root of roots) {
      if (root !== 0) {
        queue[last] = root
        last += 1
      }
    }
    for (let first = 0; first < last; first += 1) {
      const state = queue[first]!
      for (let at = child[state]!; at !== 0; at = sibling[at]!) {
        let back = links[state]!
        while (back !== 0 && step(back, unit[at]!) === 0) back = links[back]!
        const target = step(back, unit[at]!)
        links[at] = target
        shorter[at] = ends[target] !== 0 ? target : shorter[target]!
        queue[last] = at
        last += 1
      }
    }
    return links
  }

  /** `GOOGLE` is Google in a headline, but `china` is no China. */
  const isSameName = (name: string, found: string): boolean =>
    [...name].length > shortName
      ? !capital.test(name) || capital.test(found)
      : name.normalize('NFC') === found.normalize('NFC')

  const leftmostLongest = (matches: NameMatch[]): NameMatch[] => {
    let reach = 0
    return matches
      .sort((a, b) => compareSpans(a, b) || a.name - b.name)
      .filter(({ start, end }) => {
        if (start < reach) return false
        reach = end
        return true
      })
  }

  return {
    add: (text) => {
      const { folded } = fold(text.replace(/\s+/gu, ' ').trim())
      const number = names.push({ text, length: folded.length, next: 0 })
      if (!isFit(folded)) return 'unfit'
      if (size + folded.length > mostUnits) return 'full'
      let state = 0
      for (let at = 0; at < folded.length; at += 1) state = extend(state, folded.charCodeAt(at))
      names[number - 1]!.next = ends[state]!
      ends[state] = number
      fail = null
      return 'added'
    },
    find: (text) => {
      fail ??= link()
      const folding = fold(text)
      const { folded } = folding
      const matches: NameMatch[] = []
      let state = 0
      for (let at = 0; at < folded.length; at += 1) {
        const code = folded.charCodeAt(at)
        let next = step(state, code)
        while (next === 0 && state !== 0) {
          state = fail[state]!
          next = step(state, code)
        }
        state = next
        for (let hit = ends[state] !== 0 ? state : shorter[state]!; hit !== 0; hit = shorter[hit]!) {
          const { length } = names[ends[hit]! - 1]!
          const span = unfold(folding, { start: at + 1 - length, end: at + 1 })
          if (!isNameEdge(text, span.start) || !isNameEdge(text, span.end)) continue
          const found = text.slice(span.start, span.end)
          for (let number = ends[hit]!; number !== 0; number = names[number - 1]!.next) {
            if (isSameName(names[number - 1]!.text, found)) matches.push({ ...span, name: number - 1 })
          }
        }
      }
      return leftmostLongest(matches)
    },
  }
}
