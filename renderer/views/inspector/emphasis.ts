interface Span {
  start: number
  end: number
}

export interface Piece {
  text: string
  /** Which end of the relation the piece names. */
  end: 'source' | 'target' | null
}

/**
 * Cuts a quote into pieces so that both ends of a relation can be set bold. Spans are relative to the quote, in
 * UTF-16 code units, half-open; where source and target overlap the source wins.
 */
export const emphasise = (quote: string, source: readonly Span[], target: readonly Span[]): Piece[] => {
  const covers = (spans: readonly Span[], at: number): boolean =>
    spans.some((it) => it.start <= at && at < it.end)
  const cuts = new Set([0, quote.length])
  for (const { start, end } of [...source, ...target])
    for (const at of [start, end]) if (at > 0 && at < quote.length) cuts.add(at)
  const order = [...cuts].sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (let index = 0; index + 1 < order.length; index++) {
    const at = order[index]!
    pieces.push({
      text: quote.slice(at, order[index + 1]),
      end: covers(source, at) ? 'source' : covers(target, at) ? 'target' : null,
    })
  }
  return pieces
}
