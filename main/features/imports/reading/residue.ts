import { foldKey } from '../../../../shared/text/fold.ts'
import { endMarks, lineRules, neighbourRules } from './residueRules.ts'
import type { Cut } from './types.ts'

type Line = { start: number; end: number; text: string }

/**
 * Page residue in a text, as proposals of whole lines (UTF-16 code units, half-open, without the line break), in
 * order and disjoint. `on` only where the rule is sure; everything is a proposal, nothing is cut here.
 * Rules of another language than the text's are proposed but off. Linear in the length of the text.
 */
export function findResidue(text: string, language?: string, title?: string): Cut[] {
  const lines = linesOf(text)
  const found = new Map<Line, { reason: string; on: boolean }>()
  const propose = (line: Line | undefined, reason: string, on: boolean) => {
    if (line && (!found.has(line) || (on && !found.get(line)!.on))) found.set(line, { reason, on })
  }

  lines.forEach((line, index) => {
    for (const rule of lineRules) {
      if (line.text.length > (rule.maxLength ?? 80) || !rule.test.test(line.text)) continue
      propose(line, rule.reason, rule.on && (rule.language === undefined || rule.language === language))
      if (rule.andNext?.test(lines[index + 1]?.text ?? '')) propose(lines[index + 1], rule.reason, rule.on)
      break
    }
    if (isDoubledName(line.text)) propose(line, 'byline', true)
  })
  proposeDoubledHeadline(lines, title, propose)
  proposeRepeatedParagraphs(lines, propose)
  proposeEnd(lines, propose)
  proposeNeighbours(lines, found, propose)

  return lines
    .filter((line) => found.has(line))
    .map((line) => ({ start: line.start, end: line.end, ...found.get(line)! }))
}

type Propose = (line: Line | undefined, reason: string, on: boolean) => void

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const raw of text.split('\n')) {
    const trimmed = raw.trim()
    if (trimmed !== '') lines.push({ start, end: start + raw.length, text: trimmed })
    start += raw.length + 1
  }
  return lines
}

/** "Josh HorwitzJosh Horwitz": a by-line whose picture text and name ran together. */
function isDoubledName(line: string): boolean {
  if (line.length < 8 || line.length > 80 || /\d/.test(line)) return false
  const half = line.length / 2
  const first = line.slice(0, Math.floor(half)).trim()
  const second = line.slice(Math.ceil(half)).trim()
  return first === second && /\p{L}/u.test(first)
}

const comparable = (line: string) => foldKey(line).replace(/[^\p{L}\p{N}]+/gu, '')

function proposeDoubledHeadline(lines: Line[], title: string | undefined, propose: Propose) {
  const first = lines.find((line) => line.text.length >= 12 && /\s|\p{Script=Han}/u.test(line.text))
  const headlines = [title, first?.text]
    .filter((headline) => headline !== undefined)
    .map(comparable)
    .filter((headline) => headline.length >= 8)
  let seen = 0
  for (const line of lines.slice(0, 12)) {
    if (line.text.length > 250) continue
    const own = comparable(line.text)
    const same = headlines.some((headline) => headline === own)
    if (same && ++seen === 1) continue
    const part = own.length >= 20 && headlines.some((headline) => headline !== own && headline.includes(own))
    if (line !== first && (same || part)) propose(line, 'doubled_headline', true)
  }
}

function proposeRepeatedParagraphs(lines: Line[], propose: Propose) {
  const seen = new Set<string>()
  lines.forEach((line, index) => {
    if (line.text.length < (/\p{Script=Han}/u.test(line.text) ? 20 : 60)) return
    // In hard-wrapped text a line is no paragraph, and whole lines recur by chance of the wrapping.
    const apart = lines[index - 1]?.end !== line.start - 1 && lines[index + 1]?.start !== line.end + 1
    if (!apart && line.text.length < 100) return
    const key = line.text.replace(/\s+/g, ' ')
    if (seen.has(key)) propose(line, 'repeated_paragraph', true)
    seen.add(key)
  })
}

/** From a comment form or a list of related articles on, everything short belongs to it; prose ends it. */
function proposeEnd(lines: Line[], propose: Propose) {
  for (const mark of endMarks) {
    const from = lines.findIndex(
      (line, index) => index >= lines.length / 3 && line.text.length <= 80 && mark.test.test(line.text),
    )
    if (from < 0) continue
    propose(lines[from], mark.reason, mark.on)
    for (const line of lines.slice(from + 1)) {
      if (isProse(line.text)) break
      propose(line, mark.reason, mark.on && mark.restOn)
    }
  }
}

const isProse = (line: string) =>
  line.length > 160 ||
  (line.length > 100 && /[.!?]["”“»]?$/.test(line)) ||
  (line.length > 40 && /\p{Script=Han}.*[，。]/u.test(line))

/** A bare number is a share count only beside other residue; alone it may be a figure of the article. */
function proposeNeighbours(lines: Line[], found: Map<Line, { on: boolean }>, propose: Propose) {
  lines.forEach((line, index) => {
    for (const rule of neighbourRules) {
      if (line.text.length > 40 || !rule.test.test(line.text)) continue
      const beside = [lines[index - 1], lines[index + 1]].some(
        (neighbour) => neighbour !== undefined && found.get(neighbour)?.on === true,
      )
      propose(line, rule.reason, beside)
    }
  })
}
