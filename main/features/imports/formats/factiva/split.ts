import type { ReadArticle } from '../format.ts'
import { articleFrom, dayIn, type ExportedArticle } from '../nexis/exported.ts'
import { byline, documentLine, headCodes, tailCodes, wordCount } from './codes.ts'

const codes = new Set<string>([...headCodes, ...tailCodes])
const heads = new Set<string>(headCodes)

/** Where in an article a line stands: what may be a code there. */
type Part = 'head' | 'text' | 'tail'

/**
 * A code alone in its line, or before a tab or several blanks. One blank is enough where no prose can stand, and before
 * `code : name`, as companies and subjects are written.
 */
const codeOf = (line: string, part: Part): { code: string; rest: string } | null => {
  const found = /^\s{0,8}([A-Z]{2,3})(?:(\t|[ \u00a0]{2,}|[ \u00a0](?=\S))(.*)|\s*)$/s.exec(line)
  if (!found || !codes.has(found[1]!)) return null
  const [, code = '', gap = '', rest = ''] = found
  const isLoose = gap.length === 1 && gap !== '\t'
  const isSure =
    (part === 'head' && heads.has(code)) ||
    part === 'tail' ||
    documentLine.test(rest) ||
    (!heads.has(code) && /^\S{1,20} : \S/.test(rest))
  return isLoose && !isSure ? null : { code, rest: rest.trim() }
}

const partAfter = (part: Part, code: string | undefined): Part => {
  if (code === undefined) return part
  if (code === 'TD') return 'text'
  return part === 'text' && !heads.has(code) ? 'tail' : part
}

/** An article with codes: every field's lines by its code. */
const coded = (source: string): ExportedArticle | null => {
  const fields = new Map<string, string[]>()
  let open: string[] | null = null
  let part: Part = 'head'
  for (const line of source.split('\n')) {
    const found = codeOf(line, part)
    part = partAfter(part, found?.code)
    if (found) {
      open = fields.get(found.code) ?? []
      fields.set(found.code, open)
      if (found.rest !== '') open.push(found.rest)
    } else if (open) open.push(line.trim())
  }
  const one = (code: string): string => (fields.get(code) ?? []).filter((it) => it !== '').join(' ')
  if (one('HD') === '' && !fields.has('TD') && !fields.has('LP')) return null
  const text = [...(fields.get('LP') ?? []), '', ...(fields.get('TD') ?? [])]
  return {
    title: one('HD'),
    publisher: one('SN'),
    date: one('PD'),
    language: one('LA'),
    author: one('BY'),
    text: text.filter((it) => it !== '').join('\n\n'),
    source,
  }
}

/** An article without codes: headline, author, words, date, time, source, its code, language, copyright, text. */
const plain = (source: string): ExportedArticle | null => {
  const lines = source
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '')
  const words = lines.findIndex((it) => wordCount.test(it))
  if (words < 1) return null
  const dated = lines.findIndex((it, index) => index > words && index <= words + 2 && dayIn(it) !== '')
  if (dated < 0) return null
  const hasTime = /^\d{1,2}[:.]\d{2}/.test(lines[dated + 1] ?? '')
  const publisher = dated + (hasTime ? 2 : 1)
  const top = lines.slice(Math.max(0, words - 4), words)
  const written = top.findLast((it) => byline.test(it))
  const title = written ? top[top.indexOf(written) - 1] : top.at(-1)
  const rights = lines.findIndex(
    (it, index) =>
      index > publisher && index < publisher + 8 && /^(?:Copyright|©|\(c\)|版权|All Rights)/i.test(it),
  )
  const code = lines.findIndex(
    (it, index) => index > publisher && index < publisher + 4 && /^[A-Z0-9]{2,8}$/.test(it),
  )
  const from = rights >= 0 ? rights + 1 : code >= 0 ? code + 2 : publisher + 1
  return {
    title: title ?? '',
    publisher: lines[publisher] ?? '',
    date: lines[dated]!,
    language: code >= 0 ? (lines[code + 1] ?? '') : '',
    author: written?.trim() ?? '',
    text: lines.slice(from).join('\n\n'),
    source,
  }
}

/** Where coded articles begin: at a section or headline behind a finished one. */
const codedParts = (text: string): string[] => {
  const parts: string[][] = []
  let isOpen = false
  let part: Part = 'head'
  for (const line of text.split('\n')) {
    const code: string | undefined = codeOf(line, part)?.code
    const isEnd: boolean = code === 'AN' || documentLine.test(line)
    if ((code === 'SE' || code === 'HD' || code === 'CLM') && !isOpen) {
      parts.push([])
      isOpen = true
      part = 'head'
    }
    parts.at(-1)?.push(line)
    part = isEnd ? 'head' : partAfter(part, code)
    if (isEnd || code === 'TD') isOpen = false
  }
  return parts.map((it) => it.join('\n'))
}

const isCoded = (text: string): boolean => {
  const found = new Set(text.split('\n').map((it) => codeOf(it, 'head')?.code))
  return (
    found.has('HD') &&
    (found.has('TD') || found.has('LP')) &&
    (found.has('PD') || found.has('SN') || found.has('AN'))
  )
}

/** Is this text an export of Factiva? */
export const isFactiva = (text: string): boolean =>
  isCoded(text.slice(0, 300_000)) ||
  (documentLine.test(text) && text.split('\n', 5000).some((it) => wordCount.test(it)))

/**
 * The articles of an export of Factiva as plain text with LF line ends, a line per paragraph or table cell (`HD`, TAB,
 * headline), with or without codes. [] for a text that is no such export.
 */
export const splitFactiva = (text: string): ReadArticle[] => {
  if (!isFactiva(text)) return []
  const articles = isCoded(text)
    ? codedParts(text).map(coded)
    : text
        .split(new RegExp(documentLine, 'gim'))
        .filter((_, index) => index % 2 === 0)
        .map(plain)
  return articles
    .filter((it) => it !== null && it.text !== '')
    .map((it) => articleFrom({ ...it!, source: it!.source.trim() }, 'Factiva'))
}
