/** Numbers from a seed, always the same ones: mulberry32. */
export interface Random {
  /** 0 … below `most`, whole. */
  below(most: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
}

export const createRandom = (...seeds: readonly number[]): Random => {
  let state = seeds.reduce((sum, it) => Math.imul(sum ^ it, 0x9e3779b1) + 0x6d2b79f5, 0x243f6a88) | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return { below, chance: (share) => next() < share, pick: (from) => from[below(from.length)]! }
}
