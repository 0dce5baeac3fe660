/**
 * Folding: the form in which texts are compared. Compatibility decomposition (NFKD), lower case, combining marks
 * and invisible characters dropped, ß → ss, æ → ae, typographic quotes and hyphens made plain. Full-width forms,
 * ligatures, superscripts become ordinary letters through NFKD. Traditional and simplified Chinese stay apart.
 */
import type { Span } from './span.ts'

export type Folded = {
  readonly folded: string
  /**
   * One entry per UTF-16 unit of `folded` and one behind the last: the UTF-16 offset in the original text at
   * which the character it came from starts. Never decreases.
   */
  readonly map: Uint32Array
}

/** Letters that Unicode does not decompose, and signs with a plain twin. */
const plainer: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  '‚': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}

const dropped = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu
const replaced = /[ßæœøłđς‘’‚ʼ“”„«»‐‒–—−]/g

/** A character with its marks, or Hangul jamo that together make syllables. */
const chunk = /[\uac00-\ud7a3]?[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]+\p{M}*|.\p{M}*/suy

const known = new Map<string, string>()

function foldChunk(piece: string): string {
  const cached = known.get(piece)
  if (cached !== undefined) return cached
  const folded = piece
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(dropped, '')
    .replace(replaced, (sign) => plainer[sign]!)
    .normalize('NFC')
  if (piece.length <= 4) {
    if (known.size > 20_000) known.clear()
    known.set(piece, folded)
  }
  return folded
}

/** Units that fold to themselves (after lower-casing) whatever follows, unless a mark does. */
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff
const isSimple = (unit: number): boolean => unit < 0x80 || isHan(unit)

/** Folds a text and remembers where every folded unit came from. Cost: linear. */
export function fold(text: string): Folded {
  let map = new Uint32Array(text.length + 16)
  const parts: string[] = []
  let size = 0
  let at = 0
  while (at < text.length) {
    const runStart = at
    // A simple unit before another simple one cannot carry marks.
    while (
      at < text.length &&
      isSimple(text.charCodeAt(at)) &&
      (at + 1 === text.length || isSimple(text.charCodeAt(at + 1)))
    )
      at += 1
    let piece: string
    let end: number
    if (at > runStart) {
      piece = text.slice(runStart, at).toLowerCase()
      end = at
    } else {
      chunk.lastIndex = at
      chunk.test(text)
      end = chunk.lastIndex
      piece = foldChunk(text.slice(at, end))
    }
    if (size + piece.length + 1 > map.length) {
      const grown = new Uint32Array(map.length * 2 + piece.length)
      grown.set(map)
      map = grown
    }
    const isRun = at > runStart
    for (let index = 0; index < piece.length; index += 1)
      map[size + index] = isRun ? runStart + index : runStart
    parts.push(piece)
    size += piece.length
    at = end
  }
  map[size] = text.length
  return { folded: parts.join(''), map: map.slice(0, size + 1) }
}

/**
 * The span of the original text that a span of the folded text came from, whole characters only. Invisible
 * characters behind the last one go with it.
 */
export function unfold({ map }: Folded, span: Span): Span {
  const start = map[span.start]!
  if (span.end <= span.start) return { start, end: start }
  const last = map[span.end - 1]!
  let next = span.end
  while (next < map.length - 1 && map[next] === last) next += 1
  return { start, end: map[next]! }
}

const isEdge = /[\s\p{P}]/u

/**
 * The form under which an alias is looked up: folded, white space collapsed, quotes and punctuation at the ends
 * gone ("„Yahoo!“" → "yahoo"). Text of nothing but punctuation keeps it.
 */
export function foldKey(text: string): string {
  const plain = fold(text).folded.replace(/\s+/gu, ' ').trim()
  let start = 0
  while (start < plain.length && isEdge.test(plain[start]!)) start += 1
  let end = plain.length
  while (end > start && isEdge.test(plain[end - 1]!)) end -= 1
  return start === end ? plain : plain.slice(start, end)
}
