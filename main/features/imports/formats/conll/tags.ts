/** Tag schemes; `io` has labels without beginnings. */
export type Scheme = 'iob1' | 'bio' | 'ioe' | 'bioes' | 'bilou' | 'bmewo' | 'io'

export interface Tag {
  /** '' outside, else a prefix of the scheme. */
  readonly prefix: string
  readonly label: string
}

/** Label for chunks of corpora of one label that do not name it. */
export const onlyLabel = 'entity'

const outside: Tag = { prefix: '', label: '' }

export const parseTag = (cell: string, bare: boolean): Tag => {
  if (cell === 'O' || cell === '' || cell === '_' || cell === '-') return outside
  if (bare) return { prefix: 'I', label: cell }
  const found = /^([BIESLUMW])(?:[-_](.+))?$/s.exec(cell)
  return found ? { prefix: found[1]!, label: found[2] ?? onlyLabel } : { prefix: 'I', label: cell }
}

const starts = new Set(['B', 'S', 'U', 'W'])
const ends = new Set(['E', 'L', 'S', 'U', 'W'])

export interface Chunk {
  /** Rows of the sentence, half-open. */
  readonly start: number
  readonly end: number
  readonly label: string
}

/** The scheme that the tags of a file use. */
export const schemeOf = (sentences: Iterable<readonly Tag[]>): Scheme => {
  const seen = new Set<string>()
  let inside = 0
  let broken = 0
  for (const sentence of sentences) {
    sentence.forEach((it, at) => {
      seen.add(it.prefix)
      const before = sentence[at - 1]
      const begins = !before || before.label !== it.label
      if (it.prefix === 'I' && begins) inside += 1
      if (it.prefix === 'B' && begins) broken += 1
    })
  }
  if (seen.has('L') || seen.has('U')) return 'bilou'
  if (seen.has('W') || (seen.has('M') && !seen.has('S'))) return 'bmewo'
  if (seen.has('S') || (seen.has('E') && seen.has('B'))) return 'bioes'
  if (seen.has('E')) return 'ioe'
  if (!seen.has('B')) return 'iob1'
  // IOB1 has no B that does not part two neighbours; a file of BIO has some chunks without their B.
  return inside > 0 && broken * 20 <= inside ? 'iob1' : 'bio'
}

/** Must a chunk of the scheme begin and end with prefixes of their own? */
const strict: Readonly<Record<Scheme, { readonly start: boolean; readonly end: boolean }>> = {
  iob1: { start: false, end: false },
  io: { start: false, end: false },
  ioe: { start: false, end: false },
  bio: { start: true, end: false },
  bioes: { start: true, end: true },
  bilou: { start: true, end: true },
  bmewo: { start: true, end: true },
}

/**
 * Chunks of one sentence as conlleval finds them: a chunk starts at B, S, U, W, or when anything else follows O, another
 * label or a closed chunk; it ends at E, L, S, U, W, or before a start or O. `repairs`: chunks whose first or last tag is
 * not the one the scheme asks for.
 */
export const decode = (tags: readonly Tag[], scheme: Scheme): { chunks: Chunk[]; repairs: number } => {
  const chunks: Chunk[] = []
  let repairs = 0
  let start = -1
  const close = (end: number, closed: boolean): void => {
    if (start === -1) return
    chunks.push({ start, end, label: tags[start]!.label })
    if (strict[scheme].end && !closed) repairs += 1
    start = -1
  }
  tags.forEach(({ prefix, label }, at) => {
    if (prefix === '') {
      close(at, false)
      return
    }
    if (start !== -1 && (starts.has(prefix) || tags[start]!.label !== label)) close(at, false)
    if (start === -1) {
      start = at
      if (strict[scheme].start && !starts.has(prefix)) repairs += 1
    }
    if (ends.has(prefix)) close(at + 1, true)
  })
  close(tags.length, false)
  return { chunks, repairs }
}
