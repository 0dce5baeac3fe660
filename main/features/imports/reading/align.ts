/**
 * Aligns the lines of a source with a text that was extracted from it. Only letters and digits count, so that
 * white space, markup signs and typography may differ. Linear but for a bounded search.
 */

/** The counting characters of a text and the UTF-16 offset each stands at. */
type Keyed = { key: string; at: Uint32Array }

/** What does not count: ASCII but letters and digits, spaces, punctuation of the general block, invisible characters. */
const ignored = /[\0-/:-@[-`{-\u00a0\u00ad\u2000-\u206f\u3000\ufeff]+/g

const keyOf = (text: string) => text.replace(ignored, '')

function keyed(text: string): Keyed {
  const at = new Uint32Array(text.length)
  let length = 0
  let from = 0
  for (const gap of text.matchAll(ignored)) {
    while (from < gap.index) at[length++] = from++
    from = gap.index + gap[0].length
  }
  while (from < text.length) at[length++] = from++
  return { key: keyOf(text), at }
}

export type Aligned = { start: number; end: number } | undefined

const searchBudget = 20_000_000

/**
 * For each source line the span of it in the text (UTF-16 code units, half-open), in order, or undefined.
 * Lines found once in both are anchors (as in patience diff); between anchors the search goes forward.
 */
export function alignLines(sourceLines: readonly string[], text: string): Aligned[] {
  const whole = keyed(text)
  const keys = sourceLines.map(keyOf)
  const anchors = findAnchors(keys, lineKeys(text))
  const out: Aligned[] = sourceLines.map(() => undefined)
  let budget = searchBudget
  let cursor = 0
  let nextAnchor = 0
  let behind = 0

  keys.forEach((key, index) => {
    while (nextAnchor < anchors.length && anchors[nextAnchor]!.source < index) nextAnchor++
    if (key === '') return
    const anchor = anchors[nextAnchor]
    let found: number
    if (anchor?.source === index) found = anchor.at
    else {
      const limit = anchor?.at ?? whole.key.length
      if (key.length > limit - cursor) return
      // Short lines ("Home", "Sport") are taken only where they come next or nearly so.
      const reach = key.length < 12 ? Math.min(limit, cursor + 60 + key.length) : limit
      budget -= reach - cursor
      if (budget < 0) return
      found = whole.key.slice(cursor, reach).indexOf(key)
      if (found < 0) return
      found += cursor
    }
    if (found < cursor) return
    cursor = found + key.length
    const span = withPunctuation(text, whole.at[found]!, whole.at[cursor - 1]! + 1)
    out[index] = { start: Math.max(span.start, behind), end: span.end }
    behind = span.end
  })
  return out
}

/** A span with the quotes, brackets and stops that touch it. */
function withPunctuation(text: string, from: number, to: number): { start: number; end: number } {
  const touches = (index: number) =>
    /[^\s\p{L}\p{N}]/u.test(text.charAt(index)) && keyOf(text.charAt(index)) === ''
  let start = from
  let end = to
  while (touches(start - 1)) start--
  while (touches(end)) end++
  return { start, end }
}

/** Key offsets of the text's own lines and cells, by key; -1 where a key occurs twice. */
function lineKeys(text: string): Map<string, number> {
  const found = new Map<string, number>()
  let position = 0
  for (const line of text.split(/[\n\t]/)) {
    const key = keyOf(line)
    if (key !== '') found.set(key, found.has(key) ? -1 : position)
    position += key.length
  }
  return found
}

type Anchor = { source: number; at: number }

function findAnchors(keys: readonly string[], lines: Map<string, number>): Anchor[] {
  const seen = new Map<string, number>()
  for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1)
  const pairs: Anchor[] = []
  keys.forEach((key, source) => {
    const at = key.length >= 12 && seen.get(key) === 1 ? lines.get(key) : undefined
    if (at !== undefined && at >= 0) pairs.push({ source, at })
  })
  return longestRising(pairs)
}

/** Longest subsequence with rising offsets (patience sorting). */
function longestRising(pairs: readonly Anchor[]): Anchor[] {
  const tails: number[] = []
  const before: number[] = []
  pairs.forEach(({ at }, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]!.at < at) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? tails[low - 1]! : -1
    tails[low] = index
  })
  const out: Anchor[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]!) out.push(pairs[index]!)
  return out.reverse()
}
