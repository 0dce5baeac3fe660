/** Underlines of overlapping mentions lie in lanes below each other: 0 next to the text, the shorter the nearer. */
import type { Span } from '@shared/text/span.ts'

/** More than this many lie on top of each other in the last lane. */
export const laneCount = 3

/** Where a span stands, or would stand, in a lane's sorted spans. */
const placeIn = (lane: readonly Span[], span: Span): number => {
  let low = 0
  let high = lane.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lane[middle]!.start < span.start) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The lane of every span of whole clusters, greedily: short spans first, each in the nearest lane that is free, so
 * that a nested mention keeps its line at the text and the outer one goes around it from below.
 */
export const lanesOf = (spans: readonly Span[]): Uint8Array => {
  const lanes: Span[][] = Array.from({ length: laneCount }, () => [])
  const result = new Uint8Array(spans.length)
  const order = spans.map((_, at) => at)
  order.sort((a, b) => {
    const [one, other] = [spans[a]!, spans[b]!]
    return one.end - one.start - (other.end - other.start) || one.start - other.start || a - b
  })
  for (const at of order) {
    const span = spans[at]!
    let chosen = laneCount - 1
    for (let lane = 0; lane < laneCount; lane += 1) {
      const taken = lanes[lane]!
      const place = placeIn(taken, span)
      const free =
        (taken[place - 1]?.end ?? 0) <= span.start &&
        (taken[place]?.start ?? Number.POSITIVE_INFINITY) >= span.end
      if (!free) continue
      taken.splice(place, 0, span)
      chosen = lane
      break
    }
    result[at] = chosen
  }
  return result
}
