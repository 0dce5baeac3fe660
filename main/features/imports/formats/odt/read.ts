import { propertyGuesses, textsByName } from '../../files/documentFacts.ts'
import { htmlText } from '../../files/htmlText.ts'
import { openPackage, type ZipPackage } from '../../files/package.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { childrenNamed, innerText, type XmlElement } from '../../files/xml.ts'
import type { ReadArticle } from '../format.ts'
import { contentHtml } from './html.ts'

const contentOf = (parts: ZipPackage, path: string): XmlElement => {
  const manifest = parts.bytes('META-INF/manifest.xml')
  if (manifest && Buffer.from(manifest).includes('encryption-data'))
    throw new Unreadable(
      'import.encrypted',
      `${path} is protected by a password. Save it without one and import it again.`,
    )
  const content = parts.xml('content.xml')
  const body = content && childrenNamed(content, 'body')[0]
  const text = body && childrenNamed(body, 'text')[0]
  if (!text)
    throw new Unreadable(
      'import.odt_damaged',
      `${path} is no complete OpenDocument text. Open it in LibreOffice and save it anew.`,
    )
  return text
}

/** The document as HTML: paragraphs, headings, lists, tables, notes at the end. */
export const odtHtml = (bytes: Uint8Array, path: string): string =>
  contentHtml(contentOf(openPackage(bytes, path), path))

/** The text of the first paragraph or heading in the style of titles. */
const titleLine = (text: XmlElement): string => {
  for (const child of text.children)
    if (typeof child !== 'string' && (child.name === 'p' || child.name === 'h')) {
      const style = child.attributes['text:style-name'] ?? ''
      if (child.name === 'h' || style === 'Title') return innerText(child).replace(/\s+/g, ' ').trim()
    }
  return ''
}

/** @throws Unreadable `import.odt_damaged` · `import.encrypted` · `import.zip` · `import.zip_bomb` · `import.xml` · `import.too_large` */
export const readOdt = (file: SetFile): ReadArticle => {
  const parts = openPackage(file.bytes(), file.path)
  const content = contentOf(parts, file.path)
  const { text } = htmlText(contentHtml(content))
  const meta = textsByName(parts.xml('meta.xml'))
  const guesses = propertyGuesses(
    {
      title: meta.get('title') ?? '',
      author: meta.get('creator') ?? meta.get('initial-creator') ?? '',
      language: meta.get('language') ?? '',
      made: meta.get('creation-date') ?? meta.get('date') ?? '',
    },
    text,
  )
  const heading = titleLine(content)
  if (!guesses.title && heading !== '')
    guesses.title = { value: heading.slice(0, 500), from: 'heading', confidence: 'likely' }
  return { text, guesses, warnings: [] }
}
