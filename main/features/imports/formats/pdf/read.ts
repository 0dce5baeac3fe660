import type { JsonValue } from '../../files/json.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { Notice } from '../../reading/types.ts'
import type { ReadArticle } from '../format.ts'
import { checkStreams } from './bounds.ts'
import { compose } from './compose.ts'
import { factsOf } from './facts.ts'
import { tooSlow, withPdf } from './open.ts'
import { type RawPage, readPage } from './page.ts'

const mostPages = 5000
const mostSeconds = 60
/** UTF-16 code units; a longer text is no article. */
const mostCharacters = 20_000_000

/** Characters of fonts that do not say what their signs mean. */
const meaningless = /[\ue000-\uf8ff\ufffd]/g

const noTextLayer = (path: string, pages: number): Unreadable =>
  new Unreadable(
    'import.no_text_layer',
    `${path} holds pictures of its ${pages} pages but no text. Run it through text recognition (OCR) elsewhere first.`,
    { pages },
  )

const tooMany = (path: string, pages: number): Unreadable =>
  new Unreadable(
    'import.pdf_pages',
    `${path} says it has ${pages} pages; up to ${mostPages} are read. Split it first.`,
    { pages, limit: mostPages },
  )

const tooMuch = (path: string): Unreadable =>
  new Unreadable(
    'import.pdf_text',
    `${path} holds more than ${mostCharacters / 1e6} million characters of text. Split it first.`,
    { millions: mostCharacters / 1e6 },
  )

/**
 * A PDF as one article. Offsets of cuts and pages: UTF-16 in `text`.
 * @throws Unreadable `import.encrypted` · `import.no_text_layer` · `import.pdf_damaged` · `import.pdf_pages` ·
 *   `import.pdf_slow` · `import.pdf_text` · `import.zip_bomb`
 */
export const readPdf = async (file: SetFile, joinHyphens: boolean): Promise<ReadArticle> => {
  const until = Date.now() + mostSeconds * 1000
  const bytes = file.bytes()
  checkStreams(bytes, file.path)
  return withPdf(bytes, file.path, { until, seconds: mostSeconds }, async (document) => {
    const stop = (): void => {
      if (Date.now() > until) throw tooSlow(file.path, mostSeconds)
    }
    if (document.numPages > mostPages) throw tooMany(file.path, document.numPages)
    const warnings: Notice[] = []
    const pages: RawPage[] = []
    const lost: number[] = []
    let characters = 0
    for (let number = 1; number <= document.numPages; number += 1) {
      stop()
      try {
        const page = await document.getPage(number)
        const read = await readPage(page, stop)
        page.cleanup()
        pages.push(read)
        characters += read.pieces.reduce((sum, it) => sum + it.text.length, 0)
      } catch (thrown) {
        if (thrown instanceof Unreadable) throw thrown
        lost.push(number)
        pages.push({ width: 595, height: 842, rotation: 0, pieces: [], aside: [] })
      }
      if (characters > mostCharacters) throw tooMuch(file.path)
    }
    if (lost.length === document.numPages)
      throw new Unreadable(
        'import.pdf_damaged',
        `${file.path} is damaged: none of its ${lost.length} pages can be read. Open it in a viewer and save it anew.`,
      )
    const composed = compose(pages, joinHyphens, stop)
    if (!/[\p{L}\p{N}]/u.test(composed.text)) throw noTextLayer(file.path, document.numPages)
    if (lost.length > 0)
      warnings.push({
        code: 'import.pdf_pages_lost',
        message: `${file.path}: page ${lost.slice(0, 20).join(', ')} is damaged and was left out. Open the file in a viewer and save it anew.`,
        params: { pages: lost.slice(0, 20).join(', ') },
      })
    const silent = pages.filter((it) => it.pieces.length === 0 && it.aside.length === 0).length - lost.length
    if (silent > 0)
      warnings.push({
        code: 'import.pdf_silent_pages',
        message: `${file.path}: ${silent} of ${pages.length} pages hold no text (pictures or empty pages). What they show was not read.`,
        params: { silent, pages: pages.length },
      })
    if ((composed.text.match(meaningless)?.length ?? 0) > 0.02 * composed.text.length)
      warnings.push({
        code: 'import.pdf_glyphs',
        message: `${file.path}: its fonts do not say which characters they show; parts of the text are unreadable.`,
      })
    return {
      text: composed.text,
      guesses: factsOf(await document.getMetadata(), composed),
      warnings,
      cuts: composed.cuts,
      extraction: { pages: composed.pages } as unknown as JsonValue,
    }
  })
}
