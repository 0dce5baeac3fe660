import { htmlText, looksLikeHtml } from '../../files/htmlText.ts'
import { elementsOf, innerText, type XmlElement } from '../../files/xml.ts'
import { findDate } from '../../reading/dates.ts'
import { escapeHtml, plainText } from '../../reading/html/page.ts'

/** Modules whose elements are called like those of the feed but describe pictures, sounds and programmes. */
const foreignModules = /search\.yahoo\.com\/mrss|itunes\.com|podcastindex|google\.com\/schemas/i

/** Children of one of the names, in the order of the names, without those of foreign modules. */
export const named = (element: XmlElement, ...names: readonly string[]): XmlElement[] =>
  names.flatMap((name) =>
    elementsOf(element).filter((it) => it.name === name && !foreignModules.test(it.namespace)),
  )

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Text of an element as one line. Titles come with escaped markup in them, even in CDATA. */
export const lineOf = (element: XmlElement | undefined): string => {
  if (!element) return ''
  const text = oneLine(innerText(element))
  const isMarkup =
    element.attributes.type === 'text'
      ? false
      : looksLikeHtml(text) || /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,10});/i.test(text)
  return isMarkup && element.attributes.type !== 'xhtml' ? plainText(text) : text
}

const voidTags = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col'])

/** Inner XHTML as HTML again; attributes say nothing to a reader but for pictures. */
const htmlOf = (element: XmlElement): string =>
  element.children
    .map((it) => {
      if (typeof it === 'string') return escapeHtml(it)
      const tag = it.name.toLowerCase()
      return voidTags.has(tag) ? `<${tag}>` : `<${tag}>${htmlOf(it)}</${tag}>`
    })
    .join('')

/** HTML of a content element: escaped, in CDATA or inline (Atom `xhtml`); plain text as paragraphs of its own. */
const contentHtml = (element: XmlElement): { html: string; isPlain: boolean } => {
  const type = (element.attributes.type ?? '').toLowerCase()
  if (type.includes('xhtml') || elementsOf(element).length > 0)
    return { html: htmlOf(element), isPlain: false }
  const text = innerText(element)
  const isPlain =
    type === 'text' || type === 'text/plain' || !(looksLikeHtml(text) || /&[#\w]{2,10};/.test(text))
  return { html: text, isPlain }
}

export interface Content {
  readonly text: string
  /** As the feed gives it, with its markup; '' for plain text. */
  readonly html: string
  /** Only what the feed calls a summary or description. */
  readonly isSummary: boolean
}

/** The fullest text an entry has; a summary only where there is nothing longer. */
export const contentOf = (entry: XmlElement): Content => {
  const read = (elements: readonly XmlElement[], isSummary: boolean): Content[] =>
    elements.map((it) => {
      const { html, isPlain } = contentHtml(it)
      const text = isPlain
        ? html
            .replace(/(?<![ \t])[ \t]+\n/g, '\n')
            .replace(/\n{3,}/g, '\n\n')
            .trim()
        : htmlText(html).text
      return { text, html: isPlain ? '' : html, isSummary }
    })
  const full = read(named(entry, 'encoded', 'content', 'body', 'fulltext', 'full-text'), false)
  const short = read(named(entry, 'description', 'summary', 'abstract'), true)
  const longest = (all: readonly Content[]): Content | undefined =>
    all.reduce<Content | undefined>(
      (best, it) => (it.text.length > (best?.text.length ?? 0) ? it : best),
      undefined,
    )
  const [whole, summary] = [longest(full), longest(short)]
  return (
    (whole && whole.text.length >= (summary?.text.length ?? 0) ? whole : summary) ?? {
      text: '',
      html: '',
      isSummary: false,
    }
  )
}

/** ISO day of a date as feeds write them (RFC 822 with years of two digits, RFC 3339, German); '' for none. */
export const dayOf = (text: string): string => {
  const short = /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2}\s+[a-z]{3,9})\s+(\d{2})\s+\d{1,2}:/i.exec(text.trim())
  return (
    findDate(short ? `${short[1]} 20${short[2]}` : text.replace(/-(?=[A-Za-z])|(?<=[A-Za-z])-/g, ' ')) ?? ''
  )
}

/** The web address of an entry: its link to a page, else an identifier that is an address. */
export const linkOf = (entry: XmlElement, base: string): string => {
  const links = named(entry, 'origLink', 'link').map((it) => ({
    href: (it.attributes.href ?? innerText(it)).trim(),
    rel: it.attributes.rel ?? 'alternate',
    isPage: !/^(?!text\/html|application\/xhtml)[^\s/]+\/\S+$/.test(it.attributes.type ?? ''),
  }))
  const found =
    links.find((it) => it.href !== '' && it.rel === 'alternate' && it.isPage) ??
    links.find((it) => it.href !== '' && it.rel === 'alternate')
  const ids = named(entry, 'guid', 'id').filter((it) => it.attributes.isPermaLink !== 'false')
  const written = found?.href ?? ids.map((it) => innerText(it).trim()).find((it) => /^https?:/i.test(it))
  const about = entry.attributes['rdf:about'] ?? ''
  const href = written || (/^https?:/i.test(about) ? about : '')
  if (href === '') return ''
  const url = URL.canParse(href, base) ? new URL(href, base).href : URL.canParse(href) ? href : ''
  // A link that is absolute already stays as it is written.
  return /^https?:\/\/\S+$/i.test(href) ? href : /^https?:/i.test(url) ? url : ''
}
