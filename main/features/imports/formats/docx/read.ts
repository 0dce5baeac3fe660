import { propertyGuesses, textsByName } from '../../files/documentFacts.ts'
import { htmlText } from '../../files/htmlText.ts'
import { openPackage, type ZipPackage } from '../../files/package.ts'
import type { SetFile } from '../../files/setFile.ts'
import { utf8Text } from '../../files/text.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { readXml } from '../../files/xml.ts'
import { plainText } from '../../reading/html/page.ts'
import type { ReadArticle } from '../format.ts'
import { splitExports } from '../nexis/splitExports.ts'

const damaged = (path: string, why: string): Unreadable =>
  new Unreadable(
    'import.docx_damaged',
    `${path} is no complete Word document (${why}). Open it in Word and save it anew.`,
  )

/** Parts the library reads; their XML is checked (no entities, no endless nesting) before it sees them. */
const markupParts = /^word\/[\w./-]*\.xml(?:\.rels)?$|^\[Content_Types\]\.xml$|^_rels\//

const checked = (bytes: Uint8Array, path: string): ZipPackage => {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new Unreadable(
      'import.encrypted',
      `${path} is protected by a password. Save it without one and import it again.`,
    )
  const parts = openPackage(bytes, path)
  if (![...parts.names].some((it) => /^word\/document\d*\.xml$/.test(it)))
    throw damaged(path, 'it has no word/document.xml')
  for (const name of parts.names) {
    const part = markupParts.test(name) ? parts.bytes(name) : null
    if (part) readXml(utf8Text(part, `${path}/${name}`), `${path}/${name}`, {})
  }
  return parts
}

/**
 * Notes get their numbers back, which a list of the page would only show; the arrows that lead back go.
 * The library's ids are `footnote-1`, `endnote-1`.
 */
const withNotes = (html: string): string => {
  let number = 0
  return html
    .replace(/ ?<a href="#[\w-]*note-ref-[^"<>]{0,40}">↑<\/a>/g, '')
    .replace(/<li id="[\w-]*note-[^"<>]{0,40}">\s*(<p>)?/g, (_, paragraph: string | undefined) => {
      number += 1
      return `<li>${paragraph ?? ''}[${number}] `
    })
}

/** The document as HTML: paragraphs, headings, lists, tables, notes at the end; no pictures, comments or deletions. */
export const docxHtml = async (bytes: Uint8Array, path: string): Promise<string> => {
  checked(bytes, path)
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        styleMap: [
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Subtitle'] => h2:fresh",
          'comment-reference => ',
        ],
      },
    )
    return withNotes(value)
  } catch (thrown) {
    throw damaged(path, String((thrown as Error).message).slice(0, 200))
  }
}

/**
 * The document as an article, or the articles of a press database's export that came as one.
 * @throws Unreadable `import.docx_damaged` · `import.encrypted` · `import.zip` · `import.zip_bomb` · `import.xml` · `import.too_large`
 */
export const readDocx = async (file: SetFile): Promise<readonly ReadArticle[]> => {
  const bytes = file.bytes()
  const html = await docxHtml(bytes, file.path)
  const { text } = htmlText(html)
  const exported = splitExports(text)
  if (exported.length > 0) return exported
  const core = textsByName(openPackage(bytes, file.path).xml('docProps/core.xml'))
  const guesses = propertyGuesses(
    {
      title: core.get('title') ?? '',
      author: core.get('creator') ?? '',
      language: core.get('language') ?? '',
      made: core.get('created') ?? '',
    },
    text,
  )
  const heading = guesses.title ? undefined : /<h1>(.{1,2000}?)<\/h1>/s.exec(html.slice(0, 20_000))?.[1]
  const title = heading === undefined ? '' : plainText(heading)
  if (title !== '') guesses.title = { value: title, from: 'heading', confidence: 'likely' }
  return [{ text, guesses, warnings: [] }]
}
