import { decodeWords } from 'postal-mime'
import { decoded } from '../../files/charset.ts'
import { field, type MimePart, readMime } from '../../files/mime.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { html } from '../../reading/formats/html.ts'
import type { Guesses } from '../../reading/types.ts'
import type { ReadArticle } from '../format.ts'

function* leaves(part: MimePart): Generator<MimePart> {
  if (part.parts.length === 0) yield part
  for (const it of part.parts) yield* leaves(it)
}

/** Addresses are folded and, by some, written as encoded words. */
const address = (value: string): string => decodeWords(value).replace(/\s+/g, '')

const isPage = (part: MimePart): boolean => /^(?:text\/html|application\/xhtml\+xml)$/.test(part.type)

/** The page itself: named by the snapshot's address, by `start`, else the first; frames are pages, too. */
const pageOf = (root: MimePart): MimePart | undefined => {
  const pages = [...leaves(root)].filter(isPage)
  const at = address(field(root, 'snapshot-content-location') || field(root, 'content-location'))
  const start = root.parameters.get('start')
  return (
    pages.find((it) => at !== '' && address(field(it, 'content-location')) === at) ??
    pages.find((it) => start !== undefined && field(it, 'content-id') === start) ??
    pages[0]
  )
}

/** @throws Unreadable `import.mhtml_empty` · `import.mime` */
export const readSavedPage = (file: SetFile): ReadArticle => {
  const root = readMime(file.bytes(), file.path)
  const page = pageOf(root)
  if (!page) {
    throw new Unreadable(
      'import.mhtml_empty',
      `${file.path} holds no HTML page. Open it in the browser it was saved with and save it as HTML.`,
    )
  }
  const { text: source, encoding } = decoded(page.body(), page.parameters.get('charset'))
  const { text, guesses: stated, warnings } = html.read(source, { fileName: file.name })
  const guesses: Guesses = { ...stated }
  const url = [field(root, 'snapshot-content-location'), field(page, 'content-location'), file.address ?? '']
    .map(address)
    .find((it) => /^https?:/i.test(it))
  if (url) guesses.sourceUrl ??= { value: url, from: 'Content-Location', confidence: 'certain' }
  const subject = decodeWords(field(root, 'subject')).replace(/\s+/g, ' ').trim()
  if (subject !== '') guesses.title ??= { value: subject, from: 'Subject', confidence: 'likely' }
  return { text, guesses, warnings, encoding }
}
