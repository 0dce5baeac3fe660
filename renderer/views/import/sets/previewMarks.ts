export interface PreviewMention {
  start: number
  end: number
  label: string
  misses: boolean
}

/** A stretch of a previewed text, UTF-16, half-open, with the shortest mention over it. */
export interface Marked {
  start: number
  end: number
  label: string | null
  misses: boolean
  /** Whether the mention begins here. */
  first: boolean
}

/** Splits a text at the edges of its mentions; where they nest or overlap, the shortest speaks. */
export const markedPieces = (length: number, mentions: readonly PreviewMention[]): Marked[] => {
  const sound = mentions.filter((it) => it.start >= 0 && it.start < it.end && it.end <= length)
  const edges = [...new Set([0, length, ...sound.flatMap((it) => [it.start, it.end])])].sort((a, b) => a - b)
  const byStart = sound.toSorted((a, b) => a.start - b.start)
  const pieces: Marked[] = []
  let open: PreviewMention[] = []
  let next = 0
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const [start, end] = [edges[index]!, edges[index + 1]!]
    open = open.filter((it) => it.end > start)
    while (next < byStart.length && byStart[next]!.start <= start) open.push(byStart[next++]!)
    const over = open.reduce<PreviewMention | null>(
      (best, it) => (best === null || it.end - it.start < best.end - best.start ? it : best),
      null,
    )
    pieces.push({
      start,
      end,
      label: over?.label ?? null,
      misses: over?.misses ?? false,
      first: over?.start === start,
    })
  }
  return pieces
}
