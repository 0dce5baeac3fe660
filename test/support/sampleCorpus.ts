import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { parseHTML } from 'linkedom'
import { z } from 'zod'
import { value } from '../../shared/values/value.ts'

/** The sample corpus read without the program's own importer, so that it can be judged by something else. */
const sampleFolder = fileURLToPath(new URL('../../assets/sample/', import.meta.url))

const certainty = z.enum(['certain', 'probable', 'doubtful'])
const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

export const entityKinds = ['company', 'person', 'product', 'place', 'deal', 'organisation'] as const
export const valueKinds = ['money', 'date', 'percentage', 'quantity'] as const
export const relationKinds = [
  'invests_in',
  'partners_with',
  'acquires',
  'competes_with',
  'owns',
  'sells_on',
  'negotiates_with',
  'leads',
  'supplies',
  'regulates',
] as const
/** Relation types that mean the same read from either end. */
export const symmetricKinds: readonly string[] = ['partners_with', 'competes_with', 'negotiates_with']

const mentionSchema = z.strictObject({
  quote: z.string().min(1).optional(),
  fragments: z.array(z.string().min(1)).min(2).optional(),
  nth: z.int().positive().optional(),
  type: z.enum([...entityKinds, ...valueKinds]),
  entity: z.string().optional(),
  value: value.optional(),
  certainty: certainty.optional(),
  note: z.string().min(1).optional(),
})

const relationSchema = z.strictObject({
  type: z.enum(relationKinds),
  source: z.string(),
  target: z.string(),
  evidence: z.string().min(1),
  sourceQuote: z.string().min(1),
  targetQuote: z.string().min(1),
  status: z.enum(['announced', 'denied', 'completed', 'ended', '']).optional(),
  validFrom: isoDate.optional(),
  validTo: isoDate.optional(),
  amount: z.number().positive().optional(),
  currency: z.string().length(3).optional(),
  share: z.number().positive().max(100).optional(),
  certainty: certainty.optional(),
  note: z.string().min(1).optional(),
})

const articleSchema = z.strictObject({
  file: z.string(),
  title: z.string().min(1),
  language: z.enum(['de', 'en', 'zh']),
  publishedOn: isoDate,
  publisher: z.string().min(1),
  sourceUrl: z.url(),
  status: z.enum(['done', 'reviewed', 'in_progress', 'unread', 'set_aside']),
  note: z.string(),
  cuts: z.array(z.string().min(1)),
  mentions: z.array(mentionSchema),
  relations: z.array(relationSchema),
})

const entitySchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  type: z.enum(entityKinds),
  name: z.string().min(1),
  note: z.string(),
  aliases: z.array(z.strictObject({ text: z.string().min(1), language: z.enum(['de', 'en', 'zh']) })),
  outsideIds: z.array(z.strictObject({ scheme: z.enum(['wikidata', 'ticker']), value: z.string().min(1) })),
})

const annotationsSchema = z.strictObject({
  project: z.strictObject({ name: z.string().min(1) }),
  entities: z.array(entitySchema),
  articles: z.array(articleSchema),
})

export type SampleArticle = z.infer<typeof articleSchema>
export type SampleMention = z.infer<typeof mentionSchema>
export type Span = { start: number; end: number }
/** One place an entry of the list stands for: its fragments as half-open UTF-16 spans, in reading order. */
export type Place = { mention: SampleMention; spans: Span[] }

/** `assets/sample/annotations.json`, checked for its shape (an unknown or missing key throws). */
export function readAnnotations() {
  return annotationsSchema.parse(JSON.parse(readFileSync(`${sampleFolder}annotations.json`, 'utf8')))
}

/** The paths of all raw articles, as annotations.json writes them. */
export function listArticleFiles(): string[] {
  return readdirSync(`${sampleFolder}articles`)
    .map((name) => `articles/${name}`)
    .sort()
}

/** The bytes of one raw article. */
export function readBytes(file: string): Buffer {
  return readFileSync(sampleFolder + file)
}

/** Decodes an article and names the encoding found: byte order mark, then the page's own word, then UTF-8, then windows-1252. */
export function decode(bytes: Buffer): { encoding: string; text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { encoding: 'utf-16le', text: iconv.decode(bytes, 'utf-16le') }
  const declared = /<meta charset="([^"]+)"/.exec(bytes.toString('latin1'))?.[1]
  const utf8 = iconv.decode(bytes, 'utf-8')
  const encoding = declared ?? (utf8.includes('\uFFFD') ? 'windows-1252' : 'utf-8')
  return { encoding, text: encoding === 'utf-8' ? utf8 : iconv.decode(bytes, encoding) }
}

/** The paragraphs, headings, list items and captions of a page or of one part of it, white space collapsed. */
export function pageBlocks(html: string, part = 'body'): string[] {
  const root = parseHTML(html).document.querySelector(part)
  const elements = [...(root?.querySelectorAll('p, h1, h2, h3, li, figcaption') ?? [])]
  return elements
    .map((element) => element.textContent.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}

/** Markdown to plain text, as far as the sample uses Markdown. */
function stripMarkdown(text: string): string {
  return text
    .replace(/^---$/gm, '')
    .replace(/^(#+|>|-) /gm, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/(?<!\\)\*/g, '')
    .replace(/\\\*/g, '*')
}

/** Every block of a raw article before anything is cut: what `cuts` must be found in. */
export function rawBlocks(file: string): string[] {
  const { text } = decode(readBytes(file))
  if (file.endsWith('.html')) return pageBlocks(text)
  const lines = (file.endsWith('.md') ? stripMarkdown(text) : text).replace(/\r\n/g, '\n').split('\n')
  return lines.map((line) => line.trim())
}

/** The text quotes are looked for in: a simple rendering of the final text, cuts taken out. */
export function finalText(article: SampleArticle): string {
  const blocks = article.file.endsWith('.html')
    ? pageBlocks(decode(readBytes(article.file)).text, '[itemprop=articleBody]')
    : rawBlocks(article.file)
  return blocks.filter((block) => !article.cuts.includes(block)).join('\n')
}

const isWordCharacter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character) && !/\p{Script=Han}/u.test(character)

/** Whether no word of an alphabetic script is cut at this offset (UTF-16). Chinese characters never join. */
function isBoundary(text: string, offset: number): boolean {
  return !(isWordCharacter(text[offset - 1]) && isWordCharacter(text[offset]))
}

/** All occurrences of `quote` that stand at word boundaries, as half-open UTF-16 spans. */
export function occurrences(text: string, quote: string): Span[] {
  const found: Span[] = []
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const end = start + quote.length
    if (isBoundary(text, start) && isBoundary(text, end)) found.push({ start, end })
  }
  return found
}

const isInside = (inner: Span, outer: Span) =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start

function placesOfFragments(text: string, mention: SampleMention, fragments: string[]): Place[] {
  const [first = '', ...rest] = fragments
  const head = occurrences(text, first)[(mention.nth ?? 1) - 1]
  if (!head) return []
  const spans = [head]
  for (const fragment of rest) {
    const start = text.indexOf(fragment, spans.at(-1)?.end)
    if (start < 0) return []
    spans.push({ start, end: start + fragment.length })
  }
  return [{ mention, spans }]
}

/**
 * Every place the mentions of an article stand for, by the rules of assets/sample/README.md.
 * An entry that finds nothing contributes nothing; spans are half-open UTF-16.
 */
export function placesOf(text: string, mentions: SampleMention[]): Place[] {
  const listed = mentions.flatMap((mention) => (mention.quote ? [mention.quote] : []))
  const spansOfQuote = new Map(listed.map((quote) => [quote, occurrences(text, quote)]))
  return mentions.flatMap((mention): Place[] => {
    if (mention.fragments) return placesOfFragments(text, mention, mention.fragments)
    const quote = mention.quote ?? ''
    const all = spansOfQuote.get(quote) ?? []
    if (mention.nth)
      return all.slice(mention.nth - 1, mention.nth).map((span) => ({ mention, spans: [span] }))
    const longer = listed
      .filter((other) => other.length > quote.length)
      .flatMap((other) => spansOfQuote.get(other) ?? [])
    const singledOut = mentions.flatMap((other) =>
      other.quote === quote && other.nth ? [other.nth - 1] : [],
    )
    return all
      .filter((span, index) => !singledOut.includes(index) && !longer.some((other) => isInside(span, other)))
      .map((span) => ({ mention, spans: [span] }))
  })
}
