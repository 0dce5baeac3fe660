/** Diameter of an entity's disc in model pixels; its area grows with the mentions. */
export const diameterOf = (mentions: number): number => Math.min(72, Math.round(14 + 6 * Math.sqrt(mentions)))

/** Width of a relation's line in pixels by the number of passages that prove it. */
export const widthOf = (evidence: number): number =>
  evidence === 0 ? 1.2 : Math.min(9, Number((0.4 + 1.4 * evidence ** 0.75).toFixed(2)))

const wide = /[⺀-鿿가-힯豈-﫿︰-﹏＀-｠]/u

/** Roughly how wide a label is drawn, in pixels; Chinese characters are twice as wide as Latin ones. */
export const labelWidth = (label: string): number => {
  let width = 0
  for (const character of label) width += wide.test(character) ? 11.5 : 6.2
  return Math.min(width, maxLabelWidth)
}
export const maxLabelWidth = 140
const labelHeight = 20

/** The room a node with its label takes, in model pixels; the end of a long name may lie over an edge. */
export const roomOf = (mentions: number, label: string): { width: number; height: number } => {
  const diameter = diameterOf(mentions)
  return { width: Math.max(diameter, Math.min(90, labelWidth(label))), height: diameter + labelHeight }
}

interface Point {
  x: number
  y: number
}

/** The direction from one point to another in radians, clockwise on screen from the top, in [0, 2π). */
export const bearing = (from: Point, to: Point): number => {
  const angle = Math.atan2(to.x - from.x, from.y - to.y)
  return angle < 0 ? angle + 2 * Math.PI : angle
}

/** Sorts things around a point, clockwise from the top; those in the same direction keep their order. */
export const aroundClock = <T>(centre: Point, things: readonly T[], place: (thing: T) => Point): T[] =>
  things
    .map((thing) => ({ thing, angle: bearing(centre, place(thing)) }))
    .sort((a, b) => a.angle - b.angle)
    .map((it) => it.thing)

/** The next index in a ring of `count`, starting at 0 or at the end when there is none yet (−1). */
export const turn = (index: number, by: 1 | -1, count: number): number => {
  if (count === 0) return -1
  if (index < 0) return by === 1 ? 0 : count - 1
  return (index + by + count) % count
}
