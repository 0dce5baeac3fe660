/**
 * The mentions of one article as typed arrays: one entry per piece (fragment), in order of place, so that what lies
 * in a window is found by binary search and 20,000 mentions cost nothing until they come into view. An index is
 * immutable; a patch makes the next one, in a few milliseconds for 20,000 pieces. Offsets: UTF-16 code units, half-open.
 */
import type { MentionColumns } from '@shared/model/mention.ts'
import type { Span } from '@shared/text/span.ts'

/** A mention as the reader draws it. `entityId` is 0 without an entity; certainty 0 certain, 1 probable, 2 doubtful. */
export interface MarkedMention {
  readonly id: number
  readonly typeId: number
  readonly entityId: number
  readonly certainty: number
  readonly fragments: readonly Span[]
}

export interface MentionIndex {
  /** Number of pieces. */
  readonly size: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** The furthest end of this and all earlier pieces: never decreases, so a window can be searched for. */
  readonly reach: Int32Array
  /** Id of the mention a piece belongs to. */
  readonly mention: Int32Array
  readonly typeId: Int32Array
  readonly entityId: Int32Array
  readonly certainty: Uint8Array
  /** 1 for the first piece of its mention: where Tab stops. */
  readonly first: Uint8Array
  /** 1 for pieces of mentions that have several. */
  readonly split: Uint8Array
}

interface Piece {
  start: number
  end: number
  mention: number
  typeId: number
  entityId: number
  certainty: number
}

const comparePieces = (a: Piece, b: Piece): number =>
  a.start - b.start || b.end - a.end || a.mention - b.mention

const build = (pieces: readonly Piece[]): MentionIndex => {
  const size = pieces.length
  const index: MentionIndex = {
    size,
    start: new Int32Array(size),
    end: new Int32Array(size),
    reach: new Int32Array(size),
    mention: new Int32Array(size),
    typeId: new Int32Array(size),
    entityId: new Int32Array(size),
    certainty: new Uint8Array(size),
    first: new Uint8Array(size),
    split: new Uint8Array(size),
  }
  const firstPiece = new Map<number, number>()
  let reach = 0
  for (let at = 0; at < size; at += 1) {
    const piece = pieces[at]!
    index.start[at] = piece.start
    index.end[at] = piece.end
    reach = Math.max(reach, piece.end)
    index.reach[at] = reach
    index.mention[at] = piece.mention
    index.typeId[at] = piece.typeId
    index.entityId[at] = piece.entityId
    index.certainty[at] = piece.certainty
    const earlier = firstPiece.get(piece.mention)
    if (earlier === undefined) {
      firstPiece.set(piece.mention, at)
      index.first[at] = 1
    } else {
      index.split[earlier] = 1
      index.split[at] = 1
    }
  }
  return index
}

export const emptyIndex: MentionIndex = build([])

/** The index of an article's mention columns. */
export const indexColumns = (columns: MentionColumns): MentionIndex => {
  const pieces = columns.mention.map(
    (row, at): Piece => ({
      start: columns.start[at]!,
      end: columns.end[at]!,
      mention: columns.id[row]!,
      typeId: columns.typeId[row]!,
      entityId: columns.entityId[row]!,
      certainty: columns.certainty[row]!,
    }),
  )
  return build(pieces.sort(comparePieces))
}

const piecesOf = (mention: MarkedMention): Piece[] =>
  mention.fragments.map(({ start, end }) => ({
    start,
    end,
    mention: mention.id,
    typeId: mention.typeId,
    entityId: mention.entityId,
    certainty: mention.certainty,
  }))

const pieceAt = (index: MentionIndex, at: number): Piece => ({
  start: index.start[at]!,
  end: index.end[at]!,
  mention: index.mention[at]!,
  typeId: index.typeId[at]!,
  entityId: index.entityId[at]!,
  certainty: index.certainty[at]!,
})

/** The index with some mentions put in or replaced, and some gone. */
export const patchIndex = (
  index: MentionIndex,
  put: readonly MarkedMention[],
  drop: Iterable<number> = [],
): MentionIndex => {
  const gone = new Set(drop)
  for (const mention of put) gone.add(mention.id)
  const added = put.flatMap(piecesOf).sort(comparePieces)
  const pieces: Piece[] = []
  let next = 0
  for (let at = 0; at < index.size; at += 1) {
    if (gone.has(index.mention[at]!)) continue
    const piece = pieceAt(index, at)
    while (next < added.length && comparePieces(added[next]!, piece) < 0) pieces.push(added[next++]!)
    pieces.push(piece)
  }
  return build([...pieces, ...added.slice(next)])
}

/** The first place in a sorted array whose value is greater than `value`. */
const firstGreater = (sorted: Int32Array, value: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}

/** Numbers of the pieces that share a unit with [from, to), in order. */
export const piecesIn = (index: MentionIndex, from: number, to: number): number[] => {
  const found: number[] = []
  for (let at = firstGreater(index.reach, from); at < index.size && index.start[at]! < to; at += 1)
    if (index.end[at]! > from) found.push(at)
  return found
}

/** The piece with which the cluster of overlapping pieces begins that holds piece `at`; lanes are laid per cluster. */
export const clusterStart = (index: MentionIndex, at: number): number => {
  let first = at
  while (first > 0 && index.reach[first - 1]! > index.start[first]!) first -= 1
  return first
}

/** A mention by its id, or null when it is not in this article. */
export const mentionOf = (index: MentionIndex, id: number): MarkedMention | null => {
  const fragments: Span[] = []
  let row = -1
  for (let at = index.mention.indexOf(id); at !== -1; at = index.mention.indexOf(id, at + 1)) {
    row = at
    fragments.push({ start: index.start[at]!, end: index.end[at]! })
    if (!index.split[at]) break
  }
  if (row === -1) return null
  return {
    id,
    typeId: index.typeId[row]!,
    entityId: index.entityId[row]!,
    certainty: index.certainty[row]!,
    fragments,
  }
}

/** Ids of the mentions that hold the unit at `offset`, or else end there; innermost (shortest piece) first. */
export const mentionsAt = (index: MentionIndex, offset: number): number[] => {
  const holding = piecesIn(index, offset, offset + 1)
  const found = holding.length > 0 ? holding : offset > 0 ? piecesIn(index, offset - 1, offset) : []
  const length = (at: number): number => index.end[at]! - index.start[at]!
  return [...new Set(found.sort((a, b) => length(a) - length(b)).map((at) => index.mention[at]!))]
}

/**
 * The next (`step` 1) or previous (-1) mention that `accepts` its piece: from the selected mention if there is one,
 * else from `offset`. Null at the end of the article.
 */
export const neighbour = (
  index: MentionIndex,
  from: { readonly offset: number; readonly mentionId: number | null },
  step: 1 | -1,
  accepts: (piece: number) => boolean = () => true,
): number | null => {
  const selected = from.mentionId === null ? -1 : index.mention.indexOf(from.mentionId)
  const begin =
    selected !== -1
      ? selected + step
      : step === 1
        ? firstGreater(index.start, from.offset - 1)
        : firstGreater(index.start, from.offset - 1) - 1
  for (let at = begin; at >= 0 && at < index.size; at += step)
    if (index.first[at] && accepts(at)) return index.mention[at]!
  return null
}

/** Number of mentions, and how many of them pass. */
export const countMentions = (
  index: MentionIndex,
  accepts: (piece: number) => boolean = () => true,
): number => {
  let count = 0
  for (let at = 0; at < index.size; at += 1) if (index.first[at] && accepts(at)) count += 1
  return count
}

/** The mention that is meant at a caret: the selected one, or else the innermost one that lies there. */
export const mentionAtCaret = (
  index: MentionIndex,
  selectedId: number | null,
  offset: number,
): MarkedMention | null => {
  const id = selectedId ?? mentionsAt(index, offset)[0]
  return id === undefined ? null : mentionOf(index, id)
}
