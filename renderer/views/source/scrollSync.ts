/** How two columns that show the same text at different heights keep step. Positions are pixels from the top. */

/** A block of the source and the stretch of the article's text it became (UTF-16, half-open). */
export interface Block {
  readonly start: number
  readonly end: number
  readonly top: number
  readonly bottom: number
}

/** The block that holds `offset`, else the last one before it; null before the first. Blocks in order of start. */
export const blockAt = (blocks: readonly Block[], offset: number): Block | null => {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return blocks[low - 1] ?? null
}

/** The height at which `offset` stands in the source, by its share of its block. */
export const heightOf = (blocks: readonly Block[], offset: number): number => {
  const block = blockAt(blocks, offset)
  if (!block) return 0
  const share = block.end > block.start ? Math.min(1, (offset - block.start) / (block.end - block.start)) : 0
  return block.top + share * (block.bottom - block.top)
}

/** The offset that stands at a height of the source; between blocks, the end of the one above. */
export const offsetAt = (blocks: readonly Block[], height: number): number => {
  let found: Block | null = null
  for (const block of blocks) {
    if (block.top > height) break
    found = block
  }
  if (!found) return 0
  const share = found.bottom > found.top ? Math.min(1, (height - found.top) / (found.bottom - found.top)) : 0
  return Math.round(found.start + share * (found.end - found.start))
}
