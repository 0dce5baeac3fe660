/** A piece of a text that stayed, went out or came in. */
export interface DiffPart {
  kind: 'same' | 'out' | 'in'
  text: string
}

/** Words, single Chinese characters, runs of blanks, single signs. */
const token = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|\s+|./gsu

/** Comparisons of words with each other that are worth their time; beyond, the middle counts as replaced. */
const mostComparisons = 1_000_000

/** Lengths of the longest common subsequences of all rests of both lists, row by row. */
const commonLengths = (before: readonly string[], after: readonly string[]): Uint32Array => {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        before[row] === after[column]
          ? lengths[(row + 1) * width + column + 1]! + 1
          : Math.max(lengths[(row + 1) * width + column]!, lengths[row * width + column + 1]!)
  return lengths
}

/** What changed between two texts, word by word. */
export const wordDiff = (before: string, after: string): DiffPart[] => {
  const parts: DiffPart[] = []
  const add = (kind: DiffPart['kind'], text: string): void => {
    const last = parts.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else parts.push({ kind, text })
  }
  const old = before.match(token) ?? []
  const fresh = after.match(token) ?? []
  let head = 0
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++
  let tail = 0
  while (
    tail < old.length - head &&
    tail < fresh.length - head &&
    old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]
  )
    tail++

  add('same', old.slice(0, head).join(''))
  const out = old.slice(head, old.length - tail)
  const into = fresh.slice(head, fresh.length - tail)
  if (out.length * into.length > mostComparisons) {
    add('out', out.join(''))
    add('in', into.join(''))
  } else {
    const lengths = commonLengths(out, into)
    const width = into.length + 1
    let [row, column] = [0, 0]
    while (row < out.length || column < into.length) {
      if (row < out.length && column < into.length && out[row] === into[column]) {
        add('same', out[row]!)
        row++
        column++
      } else if (
        column >= into.length ||
        (row < out.length && lengths[(row + 1) * width + column]! >= lengths[row * width + column + 1]!)
      )
        add('out', out[row++]!)
      else add('in', into[column++]!)
    }
  }
  add('same', old.slice(old.length - tail).join(''))
  return parts
}
