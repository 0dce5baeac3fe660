/** A character run as the library gives it, turned so that its text runs to the right and y grows downwards. Points. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly width: number
  readonly size: number
  readonly isRtl: boolean
  /** White space stood before it in the order of the file. */
  readonly spaced: boolean
}

/** A stretch of one line without a wide gap. Points from the upper left corner of the turned page. */
export interface Segment {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly isRtl: boolean
}

/** What stands on one line, from left to right (or right to left where that is how it is read). */
export interface Row<T> {
  readonly parts: T[]
  readonly baseline: number
  readonly size: number
}

export const above = (it: { baseline: number; size: number }): number => it.baseline - 0.75 * it.size
export const below = (it: { baseline: number; size: number }): number => it.baseline + 0.2 * it.size

/** How much of the lower of two boxes both share: 0 … 1. */
const overlap = (a: { baseline: number; size: number }, b: { baseline: number; size: number }): number =>
  (Math.min(below(a), below(b)) - Math.max(above(a), above(b))) / (0.95 * Math.min(a.size, b.size))

interface OpenRow<T> {
  parts: T[]
  baseline: number
  size: number
}

/** Puts what stands at one height into rows, raised and lowered characters with their line. Top to bottom. */
export const rowsOf = <T extends { x: number; baseline: number; size: number; isRtl: boolean; text: string }>(
  parts: readonly T[],
): Row<T>[] => {
  const rows: OpenRow<T>[] = []
  for (const part of [...parts].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    let home: OpenRow<T> | null = null
    for (let index = rows.length - 1; index >= Math.max(0, rows.length - 6) && !home; index -= 1) {
      if (overlap(rows[index]!, part) > 0.6) home = rows[index]!
    }
    if (!home) rows.push({ parts: [part], baseline: part.baseline, size: part.size })
    else {
      home.parts.push(part)
      if (part.size > home.size * 1.05) {
        home.baseline = part.baseline
        home.size = part.size
      }
    }
  }
  for (const row of rows) {
    const rtl = row.parts.reduce((sum, it) => sum + (it.isRtl ? it.text.length : -it.text.length), 0) > 0
    row.parts.sort((a, b) => (rtl ? b.x - a.x : a.x - b.x))
  }
  return rows.sort((a, b) => a.baseline - b.baseline)
}

/** Wider gaps end a segment, in sizes of the type: words of a justified line stand closer, columns farther apart. */
const widestSpace = 1

const cjk = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/

interface OpenSegment {
  text: string
  x: number
  right: number
  readonly rtl: boolean
  last: Piece
  /** Gives the segment its size and baseline: small raised figures do not. */
  largest: Piece
}

/** Pieces joined to segments, row by row; the same text printed twice in one place (for bold) is taken once. */
export const segmentsOf = (pieces: readonly Piece[]): Segment[] => {
  const segments: Segment[] = []
  for (const row of rowsOf(pieces)) {
    let open: { text: string; x: number; right: number; rtl: boolean; last: Piece; largest: Piece } | null =
      null
    const finish = (): void => {
      const text = open?.text.trim()
      if (open && text)
        segments.push({
          text,
          x: open.x,
          right: open.right,
          baseline: open.largest.baseline,
          size: open.largest.size,
          isRtl: open.rtl,
        })
      open = null
    }
    for (const piece of row.parts) {
      const right = piece.x + piece.width
      if (open) {
        const held: OpenSegment = open
        const isTwice =
          held.last.text === piece.text &&
          Math.abs(held.last.x - piece.x) < 0.2 * piece.size &&
          Math.abs(held.last.baseline - piece.baseline) < 0.2 * piece.size
        if (isTwice) continue
        const gap = held.last.x <= piece.x ? piece.x - held.right : held.x - right
        if (gap <= widestSpace * row.size) {
          const touches =
            /\s$/.test(held.text) ||
            /^\s/.test(piece.text) ||
            (cjk.test(held.text.slice(-1)) && gap < 0.5 * row.size)
          const apart = !touches && (gap > 0.2 * row.size || (piece.spaced && gap > 0.05 * row.size))
          held.text += (apart ? ' ' : '') + piece.text
          held.x = Math.min(held.x, piece.x)
          held.right = Math.max(held.right, right)
          held.last = piece
          if (piece.size > held.largest.size) held.largest = piece
          continue
        }
      }
      finish()
      open = { text: piece.text, x: piece.x, right, rtl: piece.isRtl, last: piece, largest: piece }
    }
    finish()
  }
  return segments
}
