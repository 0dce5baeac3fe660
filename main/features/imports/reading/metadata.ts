import { findDate } from './dates.ts'
import { detectLanguage } from './language.ts'
import type { Confidence, Cut, Guess, Guesses, GuessKey } from './types.ts'

export type MetadataInput = {
  /** The full text, before any cut. */
  text: string
  /** What the reader found stated in the file. */
  stated: Guesses
  fileName: string
}

/** The language a text is in; what the file states gives way to the text where the text is clear. */
export function guessLanguage({ text, stated }: MetadataInput): Guess | undefined {
  const tag =
    stated.language && /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(stated.language.value)?.[1]?.toLowerCase()
  const detected = detectLanguage(text)
  // Templates state "en" over texts of any language; a clear text knows better.
  if (detected?.confidence === 'likely' && detected.language !== tag && text.length > 150) {
    return { value: detected.language, from: 'text', confidence: 'likely' }
  }
  if (tag) return { value: tag, from: stated.language!.from, confidence: 'certain' }
  return detected && { value: detected.language, from: 'text', confidence: detected.confidence }
}

/**
 * Title, date, publisher and address of an article, each with the place it was found in. What the file states comes
 * first, then its first and last lines, then its name. Addresses are only read, never fetched.
 */
export function guessMetadata(
  input: MetadataInput,
  language: string | undefined,
  cuts: readonly Cut[],
): Guesses {
  const { text, stated, fileName } = input
  const first = firstLines(text, 14)
  const last = lastLines(text, 6)
  const edges = [...first, ...last.filter((line) => !first.some(({ start }) => start === line.start))]

  const sourceUrl = stated.sourceUrl ?? urlIn(edges)
  const underscored = stated.title && chineseTitle(stated.title)
  const publisher =
    siteName(stated.publisher) ?? underscored?.publisher ?? sourceLine(edges) ?? host(sourceUrl)
  const guesses: Guesses = {}
  const set = (key: GuessKey, guess: Guess | undefined) => {
    if (guess) guesses[key] = guess
  }
  set(
    'title',
    underscored?.title ??
      titleOf(stated.title, publisher) ??
      titleLine(first, cuts, language) ??
      nameTitle(fileName),
  )
  set(
    'publishedOn',
    statedDate(stated.publishedOn, language) ?? dateIn(first, last, language) ?? nameDate(fileName),
  )
  set('publisher', publisher)
  set('sourceUrl', sourceUrl)
  set('author', stated.author)
  return guesses
}

type Line = { start: number; text: string; from: string }

const guess = (value: string, from: string, confidence: Confidence): Guess => ({ value, from, confidence })

function firstLines(text: string, count: number): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start < text.length && lines.length < count) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const line = text.slice(start, end).trim()
    if (line !== '') lines.push({ start, text: line, from: 'first lines' })
    start = end + 1
  }
  return lines
}

function lastLines(text: string, count: number): Line[] {
  const lines: Line[] = []
  let end = text.length
  while (end > 0 && lines.length < count) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(start, end).trim()
    if (line !== '') lines.push({ start, text: line, from: 'last lines' })
    end = start - 1
  }
  return lines
}

const siteSeparator = /(?<!\s)\s+[|–—·»-]\s+|(?<!\s)\s*[_|]\s*/

/** A page title without the name of its site. */
function titleOf(stated: Guess | undefined, publisher: Guess | undefined): Guess | undefined {
  if (stated === undefined || publisher === undefined) return stated
  const site = publisher.value.toLowerCase()
  const parts = stated.value.split(siteSeparator)
  const last = parts.at(-1)?.toLowerCase()
  if (parts.length < 2 || !last || !(site.startsWith(last) || last === `www.${site}`)) return stated
  const end = stated.value.toLowerCase().lastIndexOf(last)
  const value = stated.value.slice(0, end).replace(/(?<![\s|–—·»_-])[\s|–—·»_-]+$/, '')
  return value === '' ? stated : { ...stated, value }
}

/** Chinese portals write title, section and site with underscores between them. */
function chineseTitle(stated: Guess): { title: Guess; publisher: Guess } | undefined {
  const parts = stated.value.split('_').map((part) => part.trim())
  const [title, site] = [parts[0] ?? '', parts.at(-1) ?? '']
  if (
    parts.length < 2 ||
    !/\p{Script=Han}/u.test(title) ||
    title.length < 6 ||
    site === '' ||
    site.length > 16
  ) {
    return undefined
  }
  return { title: { ...stated, value: title }, publisher: guess(site, `${stated.from}, last part`, 'guess') }
}

function titleLine(lines: Line[], cuts: readonly Cut[], language: string | undefined): Guess | undefined {
  const line = lines.find(
    ({ start, text }) =>
      text.length > 3 &&
      !cuts.some((cut) => start >= cut.start && start < cut.end && cut.reason !== 'doubled_headline') &&
      !/^https?:/.test(text) &&
      !(text.length < 40 && findDate(text, language) !== undefined),
  )
  return line && line.text.length <= 200
    ? guess(line.text.replace(/\s+/g, ' '), 'first line', 'likely')
    : undefined
}

function nameTitle(fileName: string): Guess | undefined {
  const value = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[_]+/g, ' ')
    .trim()
  return value === '' ? undefined : guess(value, 'file name', 'guess')
}

function statedDate(stated: Guess | undefined, language: string | undefined): Guess | undefined {
  if (stated === undefined) return undefined
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(stated.value)
  const value = findDate(compact ? compact.slice(1).join('-') : stated.value, language)
  return value === undefined ? undefined : { ...stated, value }
}

/** Dates stand in short lines of their own; a date in prose is the news', not the article's. */
function dateIn(first: Line[], last: Line[], language: string | undefined): Guess | undefined {
  const short = (line: Line) => line.text.length <= 100
  for (const line of [...first.filter(short), ...last.filter(short)]) {
    const value = findDate(line.text, language)
    if (value) return guess(value, line.from, line.text.length <= 40 ? 'likely' : 'guess')
  }
  // A date line ("Berlin, 18. Juni 2018 – …") opens the first paragraph.
  const opening = first.find(({ text }) => text.length > 100)
  const value = opening && findDate(opening.text.slice(0, 60), language)
  return value ? guess(value, 'first paragraph', 'guess') : undefined
}

function nameDate(fileName: string): Guess | undefined {
  const match = /(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(fileName)
  const value = match && findDate(match.slice(1).join('-'))
  return value ? guess(value, 'file name', 'guess') : undefined
}

function urlIn(lines: Line[]): Guess | undefined {
  for (const { text, from } of lines) {
    const match =
      /^(?:(?:source|quelle|url|link|original(?: article)?|via|来源|來源|原文(?:链接|連結)?)[:：]?\s*)?(https?:\/\/[^\s<>"]{4,2000})$/i.exec(
        text,
      )
    if (match) return guess(match[1]!, from, 'likely')
  }
  return undefined
}

function sourceLine(lines: Line[]): Guess | undefined {
  for (const { text, from } of lines) {
    const match = /^(?:source|quelle|publisher|herausgeber|来源|來源)[:：]\s*([^\s].{0,58}[^\s:])$/i.exec(
      text,
    )
    if (match && !/^https?:|pixabay|©/i.test(match[1]!)) return guess(match[1]!, from, 'likely')
  }
  return undefined
}

/** Some pages state their address as the name of their site. */
const siteName = (stated: Guess | undefined) =>
  stated && /^https?:\/\//.test(stated.value) ? host(stated) : stated

function host(url: Guess | undefined): Guess | undefined {
  const name =
    url && URL.canParse(url.value) ? new URL(url.value).hostname.replace(/^(?:www|m|amp)\./, '') : ''
  return name === '' ? undefined : guess(name, 'address', 'guess')
}
