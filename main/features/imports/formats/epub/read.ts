import { decoded } from '../../files/charset.ts'
import { propertyGuesses } from '../../files/documentFacts.ts'
import { htmlText } from '../../files/htmlText.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { plainText } from '../../reading/html/page.ts'
import type { ReadArticle, ReadContext } from '../format.ts'
import { openBook } from './book.ts'

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** XHTML as HTML: elements that close themselves get the end tag an HTML reader looks for. */
const asHtml = (xhtml: string): string =>
  xhtml.replace(/<([A-Za-z][\w:-]*)((?:\s[^<>]*)?)\/>/g, (whole, name: string, attributes: string) =>
    voidTags.has(name.toLowerCase()) ? whole : `<${name}${attributes}></${name}>`,
  )

const headingOf = (html: string): string => {
  const found = /<h[1-3]\b[^>]{0,500}>(.{1,3000}?)<\/h[1-3]>/is.exec(html.slice(0, 50_000))?.[1]
  return found === undefined ? '' : plainText(found).slice(0, 300)
}

/** All chapters as one page. @throws Unreadable as `openBook` */
export const epubHtml = (bytes: Uint8Array, path: string): string => {
  const { parts, chapters } = openBook(bytes, path)
  return chapters.map(({ member }) => chapterBody(asHtml(decoded(parts.bytes(member)!).text))).join('\n')
}

/** What stands in the page's body: several pages become one without a second head. */
const chapterBody = (html: string): string => {
  const start = /<body\b[^>]{0,2000}>/i.exec(html)
  if (!start) return html
  const end = html.lastIndexOf('</body')
  return html.slice(start.index + start[0].length, end > start.index ? end : undefined)
}

/**
 * A book as one article, or one of each chapter that holds text (in reading order).
 * @throws Unreadable `import.epub_damaged` · `import.encrypted` · `import.empty` · `import.zip` · `import.zip_bomb`
 */
export function* readEpub(file: SetFile, context: ReadContext): Generator<ReadArticle> {
  const bytes = file.bytes()
  const book = openBook(bytes, file.path)
  for (const member of book.missing)
    context.problem(file, member, {
      code: 'import.epub_missing',
      message: `${file.path}: its reading order names ${member}, which is not in it. Get a fresh copy of the book.`,
      params: { member },
    })
  if (context.options.articles === 'book') {
    const { text } = htmlText(epubHtml(bytes, file.path))
    yield { text, guesses: propertyGuesses(book.properties, text), warnings: [] }
    return
  }
  let count = 0
  for (const { member, title } of book.chapters) {
    const original = book.parts.bytes(member)!
    const source = decoded(original)
    const html = asHtml(source.text)
    const { text, facts } = htmlText(html)
    if (text.trim() === '') continue
    count += 1
    const guesses = propertyGuesses({ ...book.properties, title: '' }, text)
    const chapterTitle = title || headingOf(html) || facts.title?.value || ''
    const value = chapterTitle || `${book.properties.title || file.name} – ${count}`
    yield {
      name: `${file.name} · ${value}`,
      text,
      guesses: {
        ...guesses,
        title: {
          value,
          from: title ? 'table of contents' : 'heading',
          confidence: chapterTitle ? 'certain' : 'guess',
        },
        ...(facts.language && { language: facts.language }),
      },
      warnings: [],
      encoding: source.encoding,
      original: { bytes: original, mediaType: 'text/html' },
    }
  }
  if (count === 0)
    throw new Unreadable('import.empty', `${file.path}: none of its chapters holds text (pictures only?).`)
}
