/** A disc with its name below; model coordinates, `x`/`y` the middle of the disc. */
export interface Labelled {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly diameter: number
  readonly labelWidth: number
  readonly labelHeight: number
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** The part of a disc, from its middle, that a name must leave free. */
const core = 0.35

/**
 * Which names can be written without covering each other or the disc of something more important; `things` come in
 * order of importance, and the earlier one wins.
 */
export const chooseLabels = (things: readonly Labelled[]): Set<number> => {
  const cell = things.reduce((most, it) => Math.max(most, it.labelWidth, it.labelHeight, it.diameter), 1)
  const cells = new Map<string, { box: Box; owner: number }[]>()
  const cellsOf = (box: Box): string[] => {
    const keys: string[] = []
    for (let column = Math.floor(box.left / cell); column <= Math.floor(box.right / cell); column++)
      for (let row = Math.floor(box.top / cell); row <= Math.floor(box.bottom / cell); row++)
        keys.push(`${column},${row}`)
    return keys
  }
  const occupy = (box: Box, owner: number): void => {
    for (const key of cellsOf(box)) {
      const there = cells.get(key)
      if (there) there.push({ box, owner })
      else cells.set(key, [{ box, owner }])
    }
  }
  const chosen = new Set<number>()
  for (const it of things) {
    const half = it.diameter * core
    occupy({ left: it.x - half, right: it.x + half, top: it.y - half, bottom: it.y + half }, it.id)
    const top = it.y + it.diameter / 2
    const box = {
      left: it.x - it.labelWidth / 2,
      right: it.x + it.labelWidth / 2,
      top,
      bottom: top + it.labelHeight,
    }
    const free = cellsOf(box).every((key) =>
      (cells.get(key) ?? []).every((other) => other.owner === it.id || !meet(box, other.box)),
    )
    if (!free) continue
    chosen.add(it.id)
    occupy(box, it.id)
  }
  return chosen
}
