import type { Guess, Guesses, GuessKey } from '../types.ts'
import { plainText } from './page.ts'
import type { PageScan } from './scan.ts'

type Facts = {
  lang: string | undefined
  title: string | undefined
  canonical: string | undefined
  savedFrom: string | undefined
  time: string | undefined
  meta: Map<string, string>
  jsonLd: Map<string, string>
}

type Source = { key: GuessKey; from: string; value: (facts: Facts) => string | undefined }

const meta = (key: GuessKey, name: string): Source => ({
  key,
  from: name,
  value: (facts) => facts.meta.get(name),
})
const jsonLd = (key: GuessKey, name: string): Source => ({
  key,
  from: `JSON-LD ${name}`,
  value: (facts) => facts.jsonLd.get(name),
})

/** Where a page states its own metadata; the first that holds a value wins. */
const sources: Source[] = [
  meta('title', 'og:title'),
  jsonLd('title', 'headline'),
  meta('title', 'twitter:title'),
  { key: 'title', from: 'title', value: (facts) => facts.title },
  { key: 'language', from: 'html lang', value: (facts) => facts.lang },
  meta('language', 'content-language'),
  meta('language', 'og:locale'),
  meta('publishedOn', 'article:published_time'),
  jsonLd('publishedOn', 'datePublished'),
  meta('publishedOn', 'datepublished'),
  meta('publishedOn', 'date'),
  meta('publishedOn', 'pubdate'),
  meta('publishedOn', 'dc.date'),
  meta('publishedOn', 'dc.date.issued'),
  meta('publishedOn', 'parsely-pub-date'),
  { key: 'publishedOn', from: 'time', value: (facts) => facts.time },
  meta('publisher', 'og:site_name'),
  jsonLd('publisher', 'publisher'),
  meta('publisher', 'application-name'),
  meta('publisher', 'dc.publisher'),
  { key: 'sourceUrl', from: 'canonical', value: (facts) => webAddress(facts.canonical) },
  { key: 'sourceUrl', from: 'og:url', value: (facts) => webAddress(facts.meta.get('og:url')) },
  { key: 'sourceUrl', from: 'saved from', value: (facts) => webAddress(facts.savedFrom) },
  jsonLd('author', 'author'),
  meta('author', 'author'),
  meta('author', 'article:author'),
]

/** What a page says about itself. Addresses are only read, never fetched. */
export function pageFacts(scan: PageScan): Guesses {
  const facts = collect(scan)
  const guesses: Guesses = {}
  for (const { key, from, value } of sources) {
    const found = guesses[key] ? undefined : value(facts)?.trim()
    if (found) guesses[key] = { value: found, from, confidence: 'certain' } satisfies Guess
  }
  return guesses
}

const webAddress = (value: string | undefined) =>
  value !== undefined && /^https?:\/\/[^\s<>"]{3,2000}$/i.test(value) ? value : undefined

function collect(scan: PageScan): Facts {
  const facts: Facts = {
    lang: undefined,
    title: plainText(scan.title) || undefined,
    canonical: undefined,
    savedFrom: scan.savedFrom,
    time: undefined,
    meta: new Map(),
    jsonLd: new Map(),
  }
  for (const tag of scan.factTags.slice(0, 500)) {
    const { name, attributes } = readTag(tag)
    const get = (key: string) => attributes.get(key)
    if (name === 'html') facts.lang ??= get('lang') ?? get('xml:lang')
    if (name === 'link' && get('rel')?.toLowerCase() === 'canonical') facts.canonical ??= get('href')
    if (name === 'time') facts.time ??= get('datetime')
    if (name === 'meta') {
      const keys = (
        get('property') ??
        get('name') ??
        get('itemprop') ??
        get('http-equiv') ??
        ''
      ).toLowerCase()
      for (const key of keys.split(/\s+/)) {
        const content = get('content')
        if (key !== '' && content && !facts.meta.has(key)) facts.meta.set(key, content)
      }
    }
  }
  for (const script of scan.jsonLd.slice(0, 20)) readJsonLd(script, facts.jsonLd)
  return facts
}

/** Attribute names in lower case; values with character references decoded. */
function readTag(tag: string): { name: string; attributes: Map<string, string> } {
  const attributes = new Map<string, string>()
  const short = tag.slice(0, 4000)
  const name = /^<([a-z][a-z0-9]*)/i.exec(short)?.[1]?.toLowerCase() ?? ''
  for (const [, key, double, single, bare] of short
    .slice(name.length + 1)
    .matchAll(/(?<![^\s=<>"'/])([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)) {
    const value = double ?? single ?? bare ?? ''
    attributes.set(key!.toLowerCase(), value.includes('&') ? plainText(value) : value)
  }
  return { name, attributes }
}

type Json = { [key: string]: unknown }

/** Schema.org facts of the first article in a JSON-LD script; broken JSON is passed over. */
function readJsonLd(script: string, into: Map<string, string>) {
  let root: unknown
  try {
    root = JSON.parse(script.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''))
  } catch {
    return
  }
  for (const node of articleNodes(root)) {
    const set = (key: string, value: unknown) => {
      const text = nameOf(value)
      if (text && !into.has(key)) into.set(key, plainText(text))
    }
    set('headline', node.headline)
    set('datePublished', node.datePublished)
    set('publisher', node.publisher)
    set('author', node.author)
  }
}

function articleNodes(root: unknown): Json[] {
  const found: Json[] = []
  const queue: unknown[] = [root]
  for (let visited = 0; queue.length > 0 && visited < 500; visited++) {
    const node = queue.shift()
    if (Array.isArray(node)) queue.push(...node.slice(0, 100))
    else if (typeof node === 'object' && node !== null) {
      const json = node as Json
      if (/Article|BlogPosting|Report/.test([json['@type']].flat().join(' '))) found.push(json)
      queue.push(json['@graph'], json.mainEntity)
    }
  }
  return found
}

function nameOf(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value
  if (typeof one === 'string') return one
  if (typeof one !== 'object' || one === null) return undefined
  const name = (one as Json).name
  return typeof name === 'string' ? name : undefined
}
