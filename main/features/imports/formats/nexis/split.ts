import type { ReadArticle } from '../format.ts'
import { articleFrom, dayIn, type ExportedArticle } from './exported.ts'
import { unwrapped } from './unwrapped.ts'
import { bodyLine, classificationLine, countLine, endLine, leadKeys, tailKeys } from './words.ts'

interface KeyLine {
  readonly key: string
  readonly value: string
}

/** `LENGTH: 355 words`, `Länge: 355 Wörter`, `长度：355 字`; blanks may be U+00A0. */
const keyLine = (line: string): KeyLine | null => {
  const found = /^\s*([\p{L}][\p{L} \u00a0'-]{1,30}?)[ \u00a0]?[:：]\s*(.*)$/u.exec(line.slice(0, 5000))
  return found
    ? {
        key: found[1]!
          .replace(/\u00a0/g, ' ')
          .trim()
          .toLowerCase(),
        value: found[2]!.trim(),
      }
    : null
}

const isKeyOf = (keys: Readonly<Record<string, ReadonlySet<string>>>, line: string): KeyLine | null => {
  const found = keyLine(line)
  return found && Object.values(keys).some((it) => it.has(found.key)) ? found : null
}

const isWord = (words: ReadonlySet<string>, line: string): boolean =>
  words.has(
    line
      .trim()
      .replace(/[:：]$/, '')
      .toLowerCase(),
  )

const isCopyright = (line: string): boolean => /^\s*(?:copyright\b|©|\(c\) ?\d{4}|版权)/i.test(line)

/** Page headers of a document that was paginated. */
const isFurniture = (line: string): boolean =>
  /^\s*(?:Page|Seite) \d{1,5} (?:of|von|de) \d{1,5}\s*$|^\s*(?:Link to (?:Image|Original)|Correction Appended)\s*$/i.test(
    line,
  )

const isDateLine = (line: string): boolean => line.trim().length <= 90 && dayIn(line) !== ''

interface Blocks {
  readonly lines: readonly string[]
}

const blocksOf = (lines: readonly string[]): Blocks[] => {
  const blocks: { lines: string[] }[] = []
  let isOpen = false
  for (const line of lines) {
    if (line.trim() === '') isOpen = false
    else if (isOpen) blocks.at(-1)!.lines.push(line)
    else {
      blocks.push({ lines: [line] })
      isOpen = true
    }
  }
  return blocks
}

const joined = (lines: readonly string[]): string => lines.map((it) => it.trim()).join(' ')

/** Values of the keys among some lines; a value goes on up to the next key or empty line. */
const valuesOf = (
  keys: Readonly<Record<string, ReadonlySet<string>>>,
  lines: readonly string[],
): Record<string, string> => {
  const values: Record<string, string> = {}
  let open = ''
  for (const line of lines) {
    const found = isKeyOf(keys, line)
    if (found) {
      open = Object.entries(keys).find(([, words]) => words.has(found.key))![0]
      values[open] ??= found.value
    } else if (line.trim() === '') open = ''
    else if (open !== '') values[open] += ` ${line.trim()}`
  }
  return values
}

/** A document of the older text exports: centred publication and date, headline, fields, text, fields, copyright. */
const classic = (source: string): ExportedArticle | null => {
  const lines = source.split('\n').map((it) => it.trimEnd())
  const firstKey = lines.findIndex((it) => isKeyOf(leadKeys, it))
  const head = blocksOf(lines.slice(0, firstKey < 0 ? lines.length : firstKey)).filter(
    (it) => !isCopyright(it.lines[0]!),
  )
  const dated = head.findIndex((it) => it.lines.some(isDateLine))
  if (dated < 0 && firstKey < 0) return null
  // Without fields the headline is the one block behind the date.
  const titleBlocks = head.slice(dated + 1, firstKey < 0 ? dated + 2 : undefined)
  let at = firstKey < 0 ? lines.indexOf(titleBlocks.at(-1)?.lines.at(-1) ?? '') + 1 : firstKey
  while (at < lines.length && (lines[at]!.trim() === '' || isKeyOf(leadKeys, lines[at]!))) {
    // A value in several lines goes on up to the empty line.
    if (lines[at]!.trim() !== '') while (lines[at + 1]?.trim() && !isKeyOf(leadKeys, lines[at + 1]!)) at += 1
    at += 1
  }
  const isTail = (line: string): boolean =>
    (isKeyOf(tailKeys, line) !== null && /^\s*[\p{Lu}\p{Lo}][\p{Lu}\p{Lo} -]*[:：]/u.test(line)) ||
    (isCopyright(line) && /^\s{5,}/.test(line))
  const found = lines.findIndex((it, index) => index >= at && isTail(it))
  const end = found < 0 ? lines.length : found
  const lead = valuesOf(leadKeys, lines.slice(Math.max(0, firstKey), at))
  const tail = valuesOf(tailKeys, lines.slice(end))
  return {
    title: lead.title || titleBlocks.map((it) => joined(it.lines)).join(' '),
    publisher: dated > 0 ? joined(head[0]!.lines) : '',
    date: head[dated]?.lines.find(isDateLine) ?? '',
    language: tail.language ?? '',
    author: lead.author ?? '',
    text: unwrapped(lines.slice(at, end)),
    source,
  }
}

/** A document of Nexis Uni: headline, publication, date, copyright, fields, `Body`, paragraphs, classification. */
const modern = (source: string, isFirst: boolean): ExportedArticle | null => {
  const lines = source
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '' && !isFurniture(it))
  const marked = lines.findIndex((it) => isWord(bodyLine, it))
  const length = lines.findIndex((it) => leadKeys.length.has(keyLine(it)?.key ?? ''))
  const end = marked < 0 ? length + 1 : marked
  if (end <= 0) return null
  const head = lines.slice(0, end)
  const firstKey = head.findIndex(
    (it, index) =>
      index > 0 && (isCopyright(it) || isKeyOf(leadKeys, it)) && head.slice(0, index).some(isDateLine),
  )
  const before = firstKey < 0 ? head : head.slice(0, firstKey)
  // Before the first document there may be a list of all of them, which ends with the headline of the first.
  const dated = isFirst ? lastDate(head, end) : before.findIndex((it, index) => index > 0 && isDateLine(it))
  const titleFrom = isFirst ? Math.max(0, dated - 2) : 0
  const bodyFrom = marked < 0 ? lastLead(lines, end) : marked + 1
  const found = lines.findIndex(
    (it, index) =>
      index >= bodyFrom &&
      (isWord(classificationLine, it) ||
        isKeyOf({ a: tailKeys.loadDate, b: tailKeys.language }, it) !== null),
  )
  const bodyTo = found < 0 ? lines.length : found
  const lead = valuesOf(leadKeys, head.slice(Math.max(0, dated)))
  const tail = valuesOf(tailKeys, lines.slice(bodyTo))
  return {
    title: (dated < 0 ? head[0] : joined(head.slice(titleFrom, Math.max(titleFrom + 1, dated - 1)))) ?? '',
    publisher: dated > 1 ? head[dated - 1]! : '',
    date: dated < 0 ? '' : head[dated]!,
    language: tail.language ?? '',
    author: lead.author ?? '',
    text: lines
      .slice(bodyFrom, bodyTo)
      .filter((it) => !isCopyright(it))
      .join('\n\n'),
    source,
  }
}

/** The date of the first document: the last one before its copyright and fields. */
const lastDate = (head: readonly string[], end: number): number => {
  const length = head.findLastIndex(
    (it) =>
      isCopyright(it) ||
      leadKeys.length.has(keyLine(it)?.key ?? '') ||
      leadKeys.section.has(keyLine(it)?.key ?? ''),
  )
  const copyright = head.findLastIndex(isCopyright)
  const from = copyright >= 0 ? copyright : length >= 0 ? length : end
  return head.findLastIndex((it, index) => index < from && isDateLine(it) && !isKeyOf(leadKeys, it))
}

/** Where the fields before the text end, if no line says so. */
const lastLead = (lines: readonly string[], from: number): number => {
  let at = from
  while (at < lines.length && isKeyOf(leadKeys, lines[at]!)) at += 1
  return at
}

/** Is this text an export of LexisNexis or Nexis Uni? */
export const isNexis = (text: string): boolean =>
  countLine.test(text) || (endLine.test(text) && text.split('\n', 20_000).some((it) => isKeyOf(leadKeys, it)))

/**
 * The articles of an export as plain text with LF line ends, one line per paragraph (Nexis Uni, whatever file it came
 * from) or hard-wrapped (older text exports). The cover list is none. [] for a text that is no such export.
 */
export const splitNexis = (text: string): ReadArticle[] => {
  if (!isNexis(text)) return []
  const parts = countLine.test(text)
    ? text.split(new RegExp(countLine, 'gim')).slice(1).map(classic)
    : text.split(new RegExp(endLine, 'gim')).map((it, index) => modern(it, index === 0))
  return parts
    .filter((it) => it !== null && it.text !== '')
    .map((it) => articleFrom({ ...it!, source: it!.source.replace(/^\s*\n/, '').trimEnd() }, 'Nexis'))
}
