import { findDate } from '../reading/dates.ts'
import type { Guesses, GuessKey } from '../reading/types.ts'
import { innerText, type XmlElement } from './xml.ts'

/** What programs write into the title or author field when nobody filled it in. */
const empty =
  /^(?:untitled|unbenannt|anonymous|unknown|unspecified|\(.*\)|无标题|title|author|user|admin)(?:[-\s]?\d*)?$/i

/** A property of a document as the title of an article; null for a file's name and other stand-ins. */
export const titleProperty = (value: string): string | null => {
  const title = value.replace(/^Microsoft (?:Word|PowerPoint|Excel) - /, '').trim()
  return title.length < 2 ||
    empty.test(title) ||
    /\.(?:docx?|pdf|indd|qxd|tex|rtf|odt|pptx?|xlsx?|html?|dvi)$/i.test(title)
    ? null
    : title
}

export interface DocumentProperties {
  readonly title?: string
  readonly author?: string
  readonly language?: string
  readonly publisher?: string
  /** When the file was made; ISO or `D:20231005…`. */
  readonly made?: string
  /** When the work was published, as it says itself. */
  readonly published?: string
}

const isoDate = (value: string): string | null => {
  const found = /^(?:D:)?(\d{4})-?(\d{2})?-?(\d{2})?/.exec(value.trim())
  if (!found || Number(found[1]) < 1900) return null
  return findDate([found[1], found[2] ?? '01', found[3] ?? '01'].join('-')) ?? null
}

/**
 * Properties of a document as guesses. When a file was made says little: that date stands only where the beginning of
 * the text holds none.
 */
export const propertyGuesses = (properties: DocumentProperties, text: string): Guesses => {
  const guesses: Guesses = {}
  const set = (key: GuessKey, value: string | null | undefined): void => {
    const short = value?.replace(/\s+/g, ' ').trim()
    if (short) guesses[key] = { value: short, from: 'document properties', confidence: 'certain' }
  }
  set('title', titleProperty(properties.title ?? ''))
  const author = properties.author?.trim() ?? ''
  if (!empty.test(author)) set('author', author)
  if (/^[a-z]{2,3}(?:[-_]|$)/i.test(properties.language ?? '')) set('language', properties.language)
  set('publisher', properties.publisher)
  set('publishedOn', isoDate(properties.published ?? ''))
  const made = isoDate(properties.made ?? '')
  if (
    made &&
    !guesses.publishedOn &&
    findDate(text.slice(0, 1500), properties.language?.slice(0, 2)) === undefined
  )
    guesses.publishedOn = { value: made, from: 'document properties', confidence: 'guess' }
  return guesses
}

/** Texts of elements anywhere below, by local name; several are joined. */
export const textsByName = (root: XmlElement | null): Map<string, string> => {
  const found = new Map<string, string>()
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      const text = innerText(child).trim()
      if (text !== '' && !child.children.some((it) => typeof it !== 'string'))
        found.set(child.name, found.has(child.name) ? `${found.get(child.name)}, ${text}` : text)
      walk(child)
    }
  }
  if (root) walk(root)
  return found
}
