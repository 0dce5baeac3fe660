import { propertyGuesses } from '../../files/documentFacts.ts'
import { htmlText } from '../../files/htmlText.ts'
import type { SetFile } from '../../files/setFile.ts'
import type { Notice } from '../../reading/types.ts'
import type { ReadArticle } from '../format.ts'
import { splitExports } from '../nexis/splitExports.ts'
import { parseRtf } from './parse.ts'

/** The document as HTML. @throws Unreadable `import.rtf_damaged` */
export const rtfHtml = (bytes: Uint8Array, path: string): string => parseRtf(bytes, path).html

/**
 * The document as an article, or the articles of a press database's export that came as one.
 * @throws Unreadable `import.rtf_damaged`
 */
export const readRtf = (file: SetFile): readonly ReadArticle[] => {
  const { html, properties, isCutOff, unknownCodePage } = parseRtf(file.bytes(), file.path)
  const { text } = htmlText(html)
  const warnings: Notice[] = []
  if (isCutOff)
    warnings.push({
      code: 'import.rtf_cut_off',
      message: `${file.path} ends in the middle of a group; what stands before was read.`,
    })
  if (unknownCodePage !== null)
    warnings.push({
      code: 'import.rtf_code_page',
      message: `${file.path} uses code page ${unknownCodePage}, which is not known here; some characters may be wrong.`,
      params: { codePage: unknownCodePage },
    })
  const exported = splitExports(text)
  return exported.length > 0 ? exported : [{ text, guesses: propertyGuesses(properties, text), warnings }]
}
