/**
 * Full-text search over three scripts with SQLite's FTS5 and its `unicode61` tokeniser. That tokeniser takes a
 * whole CJK run for one word, so the index holds folded text in which every CJK run is written as its
 * overlapping pairs and its last single character ("京东集" → "京东 东集 集"). `foldForIndex` makes that text,
 * `indexQuery` the matching query, `findMatches` the same matches in the original text; one parser
 * (`parseQuery`) stands behind the latter two, so that they cannot disagree. Offsets are UTF-16, half-open.
 */
import { fold, unfold } from './fold.ts'
import { graphemeEnd, graphemeStart } from './graphemes.ts'
import { type Span, snapToGraphemes, unionSpans } from './span.ts'

/** A word (compared as a whole, or by its beginning) or a run of CJK characters (compared as part of a run). */
type Token = { readonly text: string; readonly cjk: boolean }

/** Tokens that must follow each other with nothing but separators between them. */
type Term = { readonly tokens: readonly Token[]; readonly prefix: boolean }

/** Longer questions are not asked by hand; FTS5 itself refuses very deep ones. */
const QUERY_LIMIT = 500

const cjkClass = String.raw`[[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー]&&[\p{L}\p{N}]]`
const wordClass = String.raw`[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー]]`
const tokenPattern = new RegExp(`(${cjkClass}+)|${wordClass}+`, 'gv')

const tokensOf = (folded: string): Token[] =>
  Array.from(folded.matchAll(tokenPattern), (match) => ({ text: match[0], cjk: match[1] !== undefined }))

/** "京东集" → 京东, 东集; a single character stays as it is. */
function pairsOf(run: string): string[] {
  const characters = [...run]
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, index) => characters[index]! + character)
}

/** "京东集" → 京东, 东集, 集: a run as the index holds it. */
function indexedRun(run: string): string[] {
  const characters = [...run]
  return characters.map((character, index) => character + (characters[index + 1] ?? ''))
}

/** The text to store in the FTS5 column: tokens of the folded text, separated by blanks. */
export const foldForIndex = (text: string): string =>
  tokensOf(fold(text).folded)
    .map((token) => (token.cjk ? indexedRun(token.text).join(' ') : token.text))
    .join(' ')

/** What a person typed, as terms that must all occur. */
function parseQuery(query: string): Term[] {
  const folded = fold(query.slice(0, QUERY_LIMIT)).folded
  const terms: Term[] = []
  let lastWord = -1
  const parts = folded.split('"')
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) {
      const tokens = tokensOf(part)
      if (tokens.length === 0) continue
      terms.push({ tokens, prefix: false })
      // A phrase whose second quote is still to come is being typed.
      if (index === parts.length - 1 && !tokens.at(-1)!.cjk) lastWord = terms.length - 1
      continue
    }
    for (const word of part.split(/\s+/u)) {
      let tokens: Token[] = []
      // A word that changes script ("京东JD") is looked for in its parts.
      for (const token of tokensOf(word)) {
        if (token.cjk) {
          if (tokens.length > 0) lastWord = terms.push({ tokens, prefix: false }) - 1
          tokens = []
          terms.push({ tokens: [token], prefix: false })
        } else tokens.push(token)
      }
      if (tokens.length > 0) lastWord = terms.push({ tokens, prefix: false }) - 1
    }
  }
  return terms.map((term, index) => (index === lastWord ? { ...term, prefix: true } : term))
}

/** Doubling quotes is FTS5's escape; tokens hold none, and no reader should have to prove that. */
const quoted = (words: readonly string[]): string => `"${words.join(' ').replaceAll('"', '""')}"`

function termExpression({ tokens, prefix }: Term): string {
  const words = tokens.flatMap((token, index) => {
    if (!token.cjk) return [token.text]
    // Inside a phrase the run must end where its last character does; only the last run may go on.
    return index < tokens.length - 1 ? indexedRun(token.text) : pairsOf(token.text)
  })
  const last = tokens.at(-1)!
  const open = prefix || (last.cjk && [...last.text].length === 1)
  return quoted(words) + (open ? '*' : '')
}

/**
 * The FTS5 MATCH expression for what a person typed, or null when there is nothing to search for. Words must
 * all occur, the last one by its beginning; "quoted words" are a phrase; CJK runs are found anywhere. Never
 * throws, and FTS5 accepts every result.
 */
export function indexQuery(query: string): string | null {
  const terms = parseQuery(query)
  return terms.length === 0 ? null : terms.map(termExpression).join(' AND ')
}

/** The term as a pattern over folded text. Tokens are letters and digits only, so nothing needs escaping. */
function termPattern({ tokens, prefix }: Term): RegExp {
  let body = tokens[0]!.cjk ? '' : `(?<!${wordClass})`
  for (const [index, token] of tokens.entries()) {
    // Neighbours of different scripts may touch; others have at least one separator between them.
    if (index > 0) body += `[^\\p{L}\\p{N}]${tokens[index - 1]!.cjk === token.cjk ? '+' : '*'}`
    body += token.text
  }
  return new RegExp(prefix || tokens.at(-1)!.cjk ? body : `${body}(?!${wordClass})`, 'gv')
}

function matchesPerTerm(text: string, query: string): Span[][] {
  const terms = parseQuery(query)
  if (terms.length === 0) return []
  const folding = fold(text)
  return terms.map((term) =>
    Array.from(folding.folded.matchAll(termPattern(term)), (match) =>
      snapToGraphemes(text, unfold(folding, { start: match.index, end: match.index + match[0].length })),
    ),
  )
}

/**
 * Where a query's terms stand in the original text: whole graphemes, sorted, touching and overlapping matches
 * made one. Finds what `indexQuery` finds, term by term, also when not every term occurs.
 */
export const findMatches = (text: string, query: string): Span[] =>
  unionSpans(matchesPerTerm(text, query).flat())

/** True when the full-text index would find this text: every term occurs. */
export function matchesQuery(text: string, query: string): boolean {
  const perTerm = matchesPerTerm(text, query)
  return perTerm.length > 0 && perTerm.every((spans) => spans.length > 0)
}

export type Snippet = {
  /** About `width` units of the article; line ends are blanks, nothing else differs from the article's text. */
  readonly text: string
  /** Matches within `text`. */
  readonly spans: Span[]
  /** Offset of `text` in the article. */
  readonly start: number
}

/** The stretch of about `width` units that shows most matches; the beginning of the text when there is none. */
export function snippet(text: string, query: string, width: number): Snippet {
  const matches = findMatches(text, query)
  let best = 0
  let most = 0
  for (let first = 0, last = 0; first < matches.length; first += 1) {
    while (last < matches.length && matches[last]!.end - matches[first]!.start <= width) last += 1
    if (last - first > most) {
      most = last - first
      best = first
    }
  }
  const group = matches.slice(best, best + Math.max(most, 1))
  const shown = (group.at(-1)?.end ?? 0) - (group[0]?.start ?? 0)
  const lead = Math.min(Math.max(width - shown, 0) >> 1, width >> 2)
  const from = Math.min((group[0]?.start ?? 0) - lead, text.length - width)
  const start = from <= 0 ? 0 : wordStart(text, from, group[0]?.start ?? 0)
  const end = graphemeEnd(text, Math.min(text.length, start + width))
  return {
    text: text.slice(start, end).replace(/[\n\r\t]/g, ' '),
    spans: matches
      .filter((span) => span.start < end && span.end > start)
      .map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start })),
    start,
  }
}

/** Moves the start of a snippet behind the next blank, if one is near and before the match. */
function wordStart(text: string, from: number, limit: number): number {
  for (let at = from; at < Math.min(from + 20, limit); at += 1)
    if (/\s/.test(text[at]!)) return graphemeStart(text, at + 1)
  return graphemeStart(text, from)
}
