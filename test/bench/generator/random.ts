/** A stream of pseudo-random numbers that is the same everywhere for the same seed. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** Whole number in [0, below). */
  below(below: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
}

/** Mulberry32 (T. Ettinger): 32 bits of state, passes what a text generator asks of it. */
export const createRandom = (seed: number): Random => {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]) => list[below(list.length)]!,
  }
}

/** Draws ranks 0 … size-1 with a probability of 1 / (rank + 1)^exponent, in constant time (Walker's alias method). */
export const createZipf = (size: number, exponent: number): ((random: Random) => number) => {
  const weights = Array.from({ length: size }, (_, rank) => 1 / (rank + 1) ** exponent)
  const scale = size / weights.reduce((sum, it) => sum + it, 0)
  const share = Float64Array.from(weights, (it) => it * scale)
  const other = new Uint32Array(size)
  const poor: number[] = []
  const rich: number[] = []
  for (const [rank, it] of share.entries()) (it < 1 ? poor : rich).push(rank)
  while (poor.length > 0 && rich.length > 0) {
    const low = poor.pop()!
    const high = rich.at(-1)!
    other[low] = high
    share[high]! -= 1 - share[low]!
    if (share[high]! < 1) poor.push(rich.pop()!)
  }
  for (const rank of [...poor, ...rich]) share[rank] = 1
  return (random) => {
    const rank = random.below(size)
    return random.next() < share[rank]! ? rank : other[rank]!
  }
}

/** The list in an order of its own. */
export const shuffled = <T>(list: readonly T[], random: Random): T[] => {
  const result = [...list]
  for (let at = result.length - 1; at > 0; at -= 1) {
    const with_ = random.below(at + 1)
    ;[result[at], result[with_]] = [result[with_]!, result[at]!]
  }
  return result
}
