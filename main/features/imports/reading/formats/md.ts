import { marked, type Token, type Tokens } from 'marked'
import { entryOf } from '../../files/entryOf.ts'
import { plainText } from '../html/page.ts'
import type { Guesses, GuessKey, Reader } from '../types.ts'

/** What the lines of a Markdown file look like; plain text shows one of them at most by accident. */
const signs: RegExp[] = [
  /^---\n(?:[\w-]+:.*\n){1,40}---\n/,
  /^#{1,6} \S/m,
  /\[[^\]\n]{1,200}\]\((?:https?:|\/|#)[^)\n]{1,500}\)/,
  /\*\*[^*\n]{1,200}\*\*/,
  /^(?:```|~~~)/m,
  /^> \S/m,
  /^(?:[-*+]|\d{1,2}\.) \S.*\n(?:[-*+]|\d{1,2}\.) \S/m,
  /^(?:\|.*\|)\n\|[ :|-]+\|$/m,
]

/** Markdown as the plain text it shows. */
export const md: Reader = {
  id: 'md',
  name: 'Markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  mediaTypes: ['text/markdown', 'text/x-markdown'],
  recognise: (sample) => Math.min(0.7, signs.filter((sign) => sign.test(sample)).length * 0.2),
  read: (source) => {
    const { guesses, body } = frontMatter(source)
    const tokens = marked.lexer(body)
    const heading = tokens.find((token) => token.type !== 'space')
    if (guesses.title === undefined && heading?.type === 'heading' && heading.depth === 1) {
      guesses.title = {
        value: inline((heading as Tokens.Heading).tokens).trim(),
        from: 'heading',
        confidence: 'likely',
      }
    }
    const first = heading?.type === 'heading' ? inline((heading as Tokens.Heading).tokens).trim() : undefined
    const shown =
      first !== undefined && first === guesses.title?.value
        ? tokens.filter((token) => token !== heading)
        : tokens
    return { text: blocks(shown).join('\n\n').trim(), guesses, warnings: [] }
  },
}

const frontMatterKeys: Record<string, GuessKey> = {
  title: 'title',
  date: 'publishedOn',
  published: 'publishedOn',
  author: 'author',
  publisher: 'publisher',
  site: 'publisher',
  source: 'sourceUrl',
  url: 'sourceUrl',
  link: 'sourceUrl',
  lang: 'language',
  language: 'language',
}

/** `key: value` lines between two `---`; no YAML beyond that is read, so none can surprise. */
export function frontMatter(source: string): { guesses: Guesses; body: string } {
  const guesses: Guesses = {}
  if (!source.startsWith('---\n')) return { guesses, body: source }
  const end = source.slice(0, 20_000).indexOf('\n---', 3)
  if (end < 0 || !/^\n---[ \t]*(?:\n|$)/.test(source.slice(end))) return { guesses, body: source }
  for (const line of source.slice(4, end).split('\n')) {
    const match = /^([A-Za-z_-]{1,40}):[ \t]*(.{1,2000})$/.exec(line)
    const key = match ? entryOf(frontMatterKeys, match[1]!.toLowerCase()) : undefined
    const value = match?.[2]?.trim().replace(/^(["'])(.*)\1$/, '$2')
    if (!key || !value || guesses[key]) continue
    const isAddress = /^https?:\/\/\S+$/.test(value)
    if (key === 'sourceUrl' && !isAddress)
      guesses.publisher ??= { value, from: 'front matter', confidence: 'certain' }
    else guesses[key] = { value, from: 'front matter', confidence: 'certain' }
  }
  const body = source.slice(end + 1)
  return { guesses, body: body.slice(body.indexOf('\n') + 1 || body.length) }
}

function blocks(tokens: readonly Token[]): string[] {
  const out: string[] = []
  for (const token of tokens) {
    const text = block(token)
    if (text.trim() !== '') out.push(text)
  }
  return out
}

function block(token: Token): string {
  switch (token.type) {
    case 'space':
    case 'hr':
    case 'def':
      return ''
    case 'code':
      return token.text as string
    case 'html':
      return plainText(token.text as string)
    case 'blockquote':
      return blocks(children(token)).join('\n\n')
    case 'list':
      return (token as Tokens.List).items.map((item) => blocks(item.tokens).join('\n')).join('\n')
    case 'table': {
      const { header, rows } = token as Tokens.Table
      return [header, ...rows].map((row) => row.map((cell) => inline(cell.tokens)).join('\t')).join('\n')
    }
    default:
      return children(token).length > 0 ? inline(children(token)) : decode(textOf(token))
  }
}

const children = (token: Token): readonly Token[] => ('tokens' in token && token.tokens) || []
const textOf = (token: Token): string => ('text' in token ? String(token.text) : token.raw)

/** Inline tokens → text. A soft line break is a space, as a browser shows it. */
function inline(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'br') return '\n'
      if (token.type === 'html') return /^<br\b/i.test(token.raw) ? '\n' : ''
      if (token.type === 'image') return ''
      if (token.type === 'codespan') return token.text as string
      if (children(token).length > 0) return inline(children(token))
      return decode(textOf(token)).replace(/\n/g, ' ')
    })
    .join('')
}

const decode = (text: string) =>
  text.includes('&')
    ? text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{2,31});/gi, (entity) => plainText(entity) || ' ')
    : text
