/** Single insertions, deletions, replacements and swaps of neighbours from one word to another. */
const distance = (from: string, to: string): number => {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1]
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      next[j] = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (same ? 0 : 1),
        swapped ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = row
    row = next
  }
  return row[to.length]!
}

/** Longer words are nobody's slip of a finger; UTF-16 code units. */
const longest = 60

/** The known word that was probably meant, or null. */
export const nearest = (word: string, known: readonly string[]): string | null => {
  if (word.length > longest) return null
  const ranked = known
    .map((it) => ({ it, away: distance(word.toLowerCase(), it.toLowerCase()) }))
    .filter(({ it, away }) => away <= Math.max(1, Math.floor(Math.min(word.length, it.length) / 3)))
    .sort((a, b) => a.away - b.away)
  return ranked[0]?.it ?? known.find((it) => word.length > 2 && it.startsWith(word)) ?? null
}
