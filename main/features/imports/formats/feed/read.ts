import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { elementsOf, innerText, type XmlElement } from '../../files/xml.ts'
import type { Guesses, GuessKey, Notice } from '../../reading/types.ts'
import type { ReadArticle, ReadContext } from '../format.ts'
import { type Content, contentOf, dayOf, lineOf, linkOf, named } from './entry.ts'
import { feedTree } from './tree.ts'

/** Longer descriptions are whole articles in feeds that know no other element. UTF-16 code units. */
const longestSummary = 1200

const isEntry = (it: XmlElement): boolean => it.name === 'item' || it.name === 'entry'

/** The entries and the element that describes the feed; RSS 1.0 has them side by side. */
const partsOf = (root: XmlElement): { channel: XmlElement; entries: XmlElement[] } => {
  const channel = elementsOf(root).find((it) => it.name === 'channel') ?? root
  const inside = elementsOf(channel).filter(isEntry)
  const boxed = elementsOf(channel).find((it) => it.name === 'items')
  const entries = [...inside, ...(channel === root ? [] : elementsOf(root).filter(isEntry))]
  return { channel, entries: entries.length > 0 || !boxed ? entries : elementsOf(boxed).filter(isEntry) }
}

const isCutOff = (text: string): boolean =>
  /(?:…|\.{3}|\[\s*(?:…|\.{3}|&hellip;)\s*\]|weiterlesen|read more|continue reading|阅读全文|查看原文)\W*$/i.test(
    text.slice(-60),
  )

const warningsOf = (
  path: string,
  title: string,
  { isSummary, text }: Content,
  wasRepaired: boolean,
): Notice[] => {
  const warnings: Notice[] = []
  if ((isSummary && text.length < longestSummary) || isCutOff(text)) {
    warnings.push({
      code: 'import.feed_summary',
      message: `${path}: the feed gives only a summary of "${title}". Save the page itself for the whole article.`,
      params: { title },
    })
  }
  if (wasRepaired) {
    warnings.push({
      code: 'import.feed_repaired',
      message: `${path} is no well-formed XML; signs that are not allowed were read as what they stand for.`,
    })
  }
  return warnings
}

/** @throws Unreadable `import.xml` · `import.too_large` · `import.feed_empty` */
export function* readFeed(file: SetFile, context: ReadContext): Generator<ReadArticle> {
  const { root, wasRepaired } = feedTree(file)
  const { channel, entries } = partsOf(root)
  if (entries.length === 0) {
    throw new Unreadable('import.feed_empty', `${file.path}: the feed has no entries. Leave it out.`)
  }
  const publisher = lineOf(named(channel, 'title')[0])
  const base = root.attributes['xml:base'] ?? linkOf(channel, '')
  const language = innerText(named(channel, 'language')[0] ?? channelLanguage(root, channel))
  for (const [index, entry] of entries.entries()) {
    const place = `entry ${index + 1} (line ${entry.line})`
    const title = lineOf(named(entry, 'title')[0])
    const content = contentOf(entry)
    if (content.text === '') {
      context.problem(file, place, {
        code: 'import.feed_no_text',
        message: `${file.path}, ${place}: the entry "${title}" holds no text. It was left out.`,
        params: { place, title },
      })
      continue
    }
    const guesses: Guesses = {}
    const state = (key: GuessKey, value: string, from: string): void => {
      if (value.trim() !== '') guesses[key] ??= { value: value.trim(), from, confidence: 'certain' }
    }
    const dates = named(entry, 'pubDate', 'published', 'date', 'issued', 'created', 'updated', 'modified')
    const dated = dates.find((it) => dayOf(innerText(it)) !== '')
    state('title', title, 'title')
    if (dated) state('publishedOn', dayOf(innerText(dated)), dated.name)
    const source = named(entry, 'source')[0]
    state(
      'publisher',
      (source && lineOf(named(source, 'title')[0] ?? source)) || publisher,
      source ? 'source' : 'title of the feed',
    )
    state('sourceUrl', linkOf(entry, entry.attributes['xml:base'] ?? base), 'link')
    state(
      'language',
      entry.attributes['xml:lang'] ?? (innerText(named(entry, 'language')[0] ?? none) || language),
      'language',
    )
    const [author] = named(entry, 'creator', 'author')
    if (author) state('author', lineOf(named(author, 'name')[0] ?? author), author.name)
    yield {
      name: title === '' ? `${file.name} ${index + 1}` : title,
      text: content.text,
      guesses,
      warnings: warningsOf(file.path, title, content, wasRepaired),
      encoding: 'utf-8',
      original: {
        bytes: Buffer.from(content.html || content.text, 'utf8'),
        mediaType: content.html === '' ? 'text/plain' : 'text/html',
      },
    }
  }
}

const none: XmlElement = { name: '', namespace: '', attributes: {}, children: [], line: 0 }

const channelLanguage = (root: XmlElement, channel: XmlElement): XmlElement => ({
  ...none,
  children: [channel.attributes['xml:lang'] ?? root.attributes['xml:lang'] ?? ''],
})
